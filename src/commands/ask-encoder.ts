import { systemClock } from '../delivery/clock.ts';
import { within } from '../delivery/within.ts';
import type { Log } from '../log.ts';
import type { Encoder } from '../recognition/encoder.ts';

/** What the encoder makes of a text; null when it has no time or broke down. Never rejects. */
export type AskEncoder = (text: string) => Promise<Float32Array | null>;

/** When so many texts wait already, nothing more is asked of it. */
const mostWaiting = 32;

/**
 * Asks an encoder without depending on it: nobody waits longer than `patienceMs`, and after it broke down it is left alone.
 */
export function askEncoder(encoder: Encoder, log: Pick<Log, 'warn'>, patienceMs: number): AskEncoder {
  let waiting = 0;
  let isBroken = false;
  async function encode(text: string): Promise<Float32Array | null> {
    waiting += 1;
    try {
      const [vector] = await encoder.encode([text]);
      return vector ?? null;
    } catch (error) {
      if (!isBroken) log.warn({ err: error }, 'the encoder broke down; from now on words have to do');
      isBroken = true;
      return null;
    } finally {
      waiting -= 1;
    }
  }
  return async (text) => {
    if (isBroken || waiting >= mostWaiting) return null;
    const encoding = encode(text);
    return (await within(systemClock, patienceMs, encoding)) ? encoding : null;
  };
}
