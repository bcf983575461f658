import { join } from 'node:path';
import { type Config, ConfigProblem } from '../config.ts';
import { readable } from '../conversation/readable.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Log } from '../log.ts';
import type { Incoming } from '../message.ts';
import type { EncodedText, Encoder } from '../recognition/encoder.ts';
import { textToEncode } from '../recognition/encoder-matching.ts';
import { askEncoder } from './ask-encoder.ts';
import { startEncoderThread } from './encoder-thread.ts';
import { whatIsMissing } from './energetic-ai.ts';
import { type LearnEncoder, learnEncoderElsewhere, readyEncoder } from './learn-encoder.ts';

/** An encoder that helps where words lead to a question. */
export interface LiveEncoder {
  /** Learns from a knowledge whose matcher has learnt; from then on `prepare` does something in it. Never rejects. */
  follow(knowledge: Knowledge): Promise<void>;
  /** Encodes a message before its turn, if that may change anything. Never rejects, and takes a second at most. */
  prepare(incoming: Incoming, knowledge: Knowledge): Promise<void>;
  /** What `prepare` made of a message, once; undefined when that is nothing. */
  take(incoming: Incoming): EncodedText | undefined;
  stop(): Promise<void>;
}

interface Parts {
  readonly encoder: Encoder & { stop(): Promise<void> };
  readonly learn: LearnEncoder;
  readonly cacheFolder: string;
  readonly log: Pick<Log, 'info' | 'warn'>;
}

/** A message waits so long for its encoding, in milliseconds; then its words have to do. */
const patienceMs = 1000;
/** Encodings of messages whose turn never came are forgotten in the end. */
const mostKept = 1000;

/**
 * The encoder that the configuration asks for; null when it asks for none.
 *
 * @throws ConfigProblem when its packages are missing
 */
export function openEncoder(config: Config, log: Log): LiveEncoder | null {
  if (config.encoder === null) return null;
  const missing = whatIsMissing(import.meta.url);
  if (missing) throw new ConfigProblem([missing]);
  const cacheFolder = join(config.dataFolder, 'cache');
  return liveEncoder({ encoder: startEncoderThread(), learn: learnEncoderElsewhere, cacheFolder, log });
}

/** Puts a live encoder together from its parts. */
export function liveEncoder({ encoder, learn, cacheFolder, log }: Parts): LiveEncoder {
  const ask = askEncoder(encoder, log, patienceMs);
  const kept = new Map<string, EncodedText>();
  return {
    async follow(knowledge) {
      const isReady = await readyEncoder(knowledge, { name: encoder.name, cacheFolder, learn });
      if (isReady) log.info({ version: knowledge.version }, 'encoder learnt');
      else log.warn({ version: knowledge.version }, 'the encoder could not learn; words have to do');
    },
    async prepare(incoming, knowledge) {
      const text = isSpoken(incoming) ? textToEncode(readable(incoming.text), knowledge) : null;
      const vector = text === null ? null : await ask(text);
      if (text === null || vector === null) return;
      kept.set(keyOf(incoming), { text, vector });
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    },
    take(incoming) {
      const encoded = kept.get(keyOf(incoming));
      kept.delete(keyOf(incoming));
      return encoded;
    },
    stop: () => encoder.stop(),
  };
}

function keyOf({ platform, eventKey }: Incoming): string {
  return `${platform} ${eventKey}`;
}

/** Whether it is words that will be read as such. */
function isSpoken({ kind, care, addressed }: Incoming): boolean {
  return kind === 'text' && care === undefined && addressed !== 'overheard';
}
