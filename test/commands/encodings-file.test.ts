import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { encodingsOf } from '../../src/commands/encodings-file.ts';
import { conceptEncoder } from '../fixtures/concept-encoder.ts';

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'askfix-encodings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'cache', 'encodings.bin');
}

describe('the encodings of sentences', () => {
  it('are made once for each sentence, and kept', async () => {
    const file = newFile();
    const [first, second] = [conceptEncoder(), conceptEncoder()];
    const made = await encodingsOf(['printer', 'screen', 'printer'], first, file);
    expect(first.asked).toEqual(['printer', 'screen']);
    expect(await encodingsOf(['screen', 'printer'], second, file)).toEqual(made);
    expect(second.asked).toEqual([]);
  });

  it('are made for new sentences alone, and those that are gone go', async () => {
    const file = newFile();
    const encoder = conceptEncoder();
    await encodingsOf(['printer', 'screen'], encoder, file);
    const encodings = await encodingsOf(['screen', 'scanner'], encoder, file);
    expect(encoder.asked).toEqual(['printer', 'screen', 'scanner']);
    expect([...encodings.keys()]).toEqual(['screen', 'scanner']);
    await encodingsOf(['printer'], encoder, file);
    expect(encoder.asked.at(-1)).toBe('printer');
  });

  it('of another encoder are of no use', async () => {
    const file = newFile();
    await encodingsOf(['printer'], { ...conceptEncoder(), name: 'another' }, file);
    const encoder = conceptEncoder();
    await encodingsOf(['printer'], encoder, file);
    expect(encoder.asked).toEqual(['printer']);
  });

  it('are made again when the file is damaged, and without any when it cannot be written', async () => {
    const file = newFile();
    await encodingsOf(['printer'], conceptEncoder(), file);
    writeFileSync(file, readFileSync(file).subarray(0, 20));
    const encoder = conceptEncoder();
    await encodingsOf(['printer'], encoder, file);
    expect(encoder.asked).toEqual(['printer']);
    const nowhere = join(file, 'below', 'a-file.bin');
    expect((await encodingsOf(['screen'], encoder, nowhere)).size).toBe(1);
  });
});
