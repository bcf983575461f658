import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { limits } from '../../src/knowledge/read/read-files.ts';
import { writeSamplePack } from './sample-pack.ts';

/** As many parts as one file may hold bytes, or `most`. */
function fill(part: (index: number) => string, most = Number.POSITIVE_INFINITY): string {
  const parts: string[] = [];
  let length = 100;
  for (let index = 0; index < most && length + part(index).length <= limits.fileBytes; index++) {
    parts.push(part(index));
    length += part(index).length;
  }
  return parts.join('');
}

const short = (index: number) => index.toString(36);

/** Files made to take time or memory, as large as they are let in. Without care some would take minutes. */
const bombs: readonly (readonly [rule: string, what: string, text: string])[] = [
  ['file-size', 'keys on one line', `{${fill((index) => `k${short(index)},`)}}`],
  ['file-size', 'keys on lines of their own', fill((index) => `k${short(index)}:\n`)],
  ['file-size', 'brackets', fill(() => '[')],
  ['file-size', 'documents', fill(() => '---\n')],
  ['unknown-key', 'keys', `{${fill((index) => `k${short(index)},`, 9000)}}`],
  ['yaml-duplicate-key', 'one key again and again', fill(() => 'a: 1\n', 4900)],
  ['wrong-kind', 'wrong things in a list', `says: {en: [${fill(() => '{},', 4900)}]}`],
  [
    'dangling-reference',
    'references to nothing',
    `title: {en: a, zh: b}\ncauses: [${fill((index) => `q${short(index)},`, 9000)}]`,
  ],
  ['yaml-alias', 'aliases of one anchor', `a: &a x\nb: [${fill(() => '*a,', 9000)}]`],
  ['yaml-tag', 'tags', `a: [${fill(() => '!a x,', 9000)}]`],
  ['yaml-depth', 'brackets that close', `a: ${'['.repeat(9000)}${']'.repeat(9000)}`],
  ['yaml-depth', 'lists in lists', '- '.repeat(20_000)],
  ['yaml-depth', 'ever deeper indentation', fill((index) => `${' '.repeat(index)}a:\n`)],
  ['yaml-depth', 'keys of keys', '? '.repeat(20_000)],
  ['yaml-colon', 'values of values', fill(() => 'a: ', 9000)],
  ['yaml-unclosed', 'a text without end', `a: "${fill(() => 'x')}`],
  ['file-hidden-character', 'NUL', fill(() => '\0')],
];

describe('a file made to take time', () => {
  it.each(bombs)('is refused as %s: %s', async (rule, _, text) => {
    const { knowledge, findings } = await loadKnowledge({
      folders: [writeSamplePack({ 'problems/bomb.yaml': text })],
    });
    expect(knowledge).toBeUndefined();
    expect(findings.map((finding) => finding.rule)).toContain(rule);
    expect(findings.length).toBeLessThan(100);
  });
});
