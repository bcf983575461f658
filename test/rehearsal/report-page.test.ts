import { describe, expect, it } from 'vitest';
import type { Pack } from '../../src/knowledge/knowledge.ts';
import { reportPage } from '../../src/rehearsal/report-page.ts';
import { simulate } from '../../src/rehearsal/simulate.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

const knowledge = await officePrinter();
const pack = knowledge.packs['office-printer'] as Pack;
const options = { pack: pack.id, opening: 'sign', users: '<b>', runs: 60, seed: 3 } as const;
const page = reportPage(pack, options, simulate(knowledge, { ...options, users: 'careful' }));

describe('the report page', () => {
  it('stands alone: no scripts, nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|https?:|@import|url\(/i);
    expect(page).toContain('<svg');
  });

  it('escapes what it is given', () => {
    expect(page).not.toContain('<b>');
  });

  it('names what an author should look at', () => {
    for (const heading of ['never worth asking', 'tells apart', 'without a fix'])
      expect(page).toContain(heading);
  });
});
