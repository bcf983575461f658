import { describe, expect, it } from 'vitest';
import { codeRows } from '../../../src/conversation/wording/code.ts';
import { languages } from '../../../src/languages/languages.ts';
import type { CodeSighting } from '../../../src/recognition/recognition.ts';

function labels(family: string, code: string): string[] {
  const sighting = { family, code } as CodeSighting;
  const turn = { sentences: languages.en.sentences } as Parameters<typeof codeRows>[0];
  return codeRows(turn, sighting).flatMap((block) =>
    block.type === 'rows' ? block.rows.map(({ label }) => label) : [],
  );
}

const { rowSeverity, rowFacility, rowHex } = languages.en.sentences;

describe('what a code says by itself', () => {
  it('is its severity and its module', () => {
    expect(labels('hresult', '0x80070057')).toEqual(expect.arrayContaining([rowSeverity, rowFacility]));
    expect(labels('hresult', '0x00000001')).toContain(rowSeverity);
    expect(labels('ntstatus', '0x00000103')).toContain(rowSeverity);
  });

  it('is neither where a program only shows a number of its own', () => {
    const said = labels('hresult', '0x0000011B');
    expect(said).toContain(rowHex);
    expect(said).not.toContain(rowSeverity);
    expect(said).not.toContain(rowFacility);
  });
});
