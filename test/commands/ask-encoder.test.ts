import { describe, expect, it } from 'vitest';
import { askEncoder } from '../../src/commands/ask-encoder.ts';
import { conceptEncoder } from '../fixtures/concept-encoder.ts';

const patienceMs = 20;
const forever = new Promise<never>(() => {});

function listeningLog() {
  const warnings: unknown[] = [];
  return { warnings, warn: (...said: unknown[]) => void warnings.push(said) };
}

describe('asking an encoder', () => {
  it('gives what it makes of the text', async () => {
    const encoder = conceptEncoder();
    const [expected] = await encoder.encode(['the printer']);
    expect(await askEncoder(encoder, listeningLog(), patienceMs)('the printer')).toEqual(expected);
  });

  it('waits no longer than its patience', async () => {
    const slow = { ...conceptEncoder(), encode: () => forever };
    expect(await askEncoder(slow, listeningLog(), patienceMs)('the printer')).toBeNull();
  });

  it('asks no more when many wait', async () => {
    let asked = 0;
    const slow = {
      ...conceptEncoder(),
      encode: () => {
        asked += 1;
        return forever;
      },
    };
    const ask = askEncoder(slow, listeningLog(), patienceMs);
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask('the printer')));
    expect(answers.every((answer) => answer === null)).toBe(true);
    expect(asked).toBeLessThan(100);
  });

  it('says once that it broke down, and leaves it alone', async () => {
    const log = listeningLog();
    let asked = 0;
    const broken = {
      ...conceptEncoder(),
      encode: () => {
        asked += 1;
        return Promise.reject(new Error('out of memory'));
      },
    };
    const ask = askEncoder(broken, log, patienceMs);
    expect([await ask('one'), await ask('two'), await ask('three')]).toEqual([null, null, null]);
    expect([asked, log.warnings.length]).toEqual([1, 1]);
  });
});
