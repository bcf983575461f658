import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Folder, folders } from '../../../src/knowledge/folders.ts';
import { decodeText } from '../../../src/knowledge/read/decode-text.ts';
import { readPack } from '../../../src/knowledge/read/read-pack.ts';
import { samplePack } from '../sample-pack.ts';

/** Everything that reading says about one file with these bytes. */
async function findingsIn(folder: Folder, bytes: Uint8Array) {
  const file = { file: 'x.yaml', folder, id: 'x', bytes };
  return (await readPack({ id: 'p', root: 'p', files: [file], findings: [] })).findings;
}

const folder = fc.constantFrom(...folders);
const yamlish = fc
  .array(
    fc.constantFrom(
      'a',
      'en',
      'title',
      ':',
      ' ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '#',
      '&',
      '*',
      '!',
      '|',
      '>',
      ',',
      '?',
      '%',
      '中',
      '：',
      '\t',
      '---',
    ),
  )
  .map((parts) => parts.join(''));
/** A file of the sample pack with a stretch of it replaced. */
const damaged = fc
  .tuple(fc.constantFrom(...Object.values(samplePack).map(String)), fc.nat(400), fc.nat(20), yamlish)
  .map(([text, start, length, insert]) => text.slice(0, start) + insert + text.slice(start + length));

describe('reading any text', () => {
  it('never throws, and points at lines that exist', async () => {
    await fc.assert(
      fc.asyncProperty(folder, fc.oneof(yamlish, damaged), async (name, text) => {
        const lines = text.split('\n').length;
        for (const { line, found, expected, tip } of await findingsIn(name, new TextEncoder().encode(text))) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
          expect([found, expected, tip]).not.toContain('');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never throws for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(folder, fc.uint8Array({ maxLength: 200 }), async (name, bytes) => {
        const isText = typeof decodeText('x', bytes) === 'string';
        const rules = (await findingsIn(name, bytes)).map(({ rule }) => rule);
        expect(rules.some((rule) => rule.startsWith('file-'))).toBe(!isText);
        // Beside the missing pack.yaml: no two hundred random bytes are an entry.
        expect(rules.length).toBeGreaterThan(1);
      }),
    );
  });
});
