import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editorSchemas } from '../../src/knowledge/editor-schemas.ts';

const folder = join(import.meta.dirname, '..', '..', 'knowledge', 'schema');

describe('the schemas for editors', () => {
  it('are those that knowledge/schema holds (else run: npx askfix check --write-schemas)', () => {
    const committed = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
    expect(Object.fromEntries(committed)).toEqual(editorSchemas());
  });

  it('let editors accept numbers and booleans where they read some', () => {
    const fix = JSON.parse(editorSchemas()['fixes.schema.json'] ?? '');
    expect(fix.properties.minutes.type).toContain('number');
    expect(fix.properties.tier.enum).toEqual(['1', '2', '3', 1, 2, 3]);
    expect(fix.properties.judgement.enum).toEqual(['true', 'false', true, false]);
    expect(fix.properties.risk).toMatchObject({ type: 'string', enum: ['low', 'medium', 'high'] });
    expect(fix.additionalProperties).toBe(false);
  });
});
