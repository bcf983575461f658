import { Worker } from 'node:worker_threads';
import type { Encoder } from '../recognition/encoder.ts';
import { energeticAiName } from './energetic-ai.ts';

/** What the thread is sent, and what comes back. */
export interface EncodeRequest {
  readonly id: number;
  readonly texts: readonly string[];
}

export type EncodeAnswer =
  | { readonly id: number; readonly vectors: readonly Float32Array[] }
  | { readonly id: number; readonly problem: string };

/** An encoder that can be ended. */
export interface EncoderThread extends Encoder {
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (vectors: readonly Float32Array[]) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the encoder in a thread of its own, so that messages are answered while it computes. Does not keep the process alive. */
export function startEncoderThread(): EncoderThread {
  const worker = new Worker(new URL('./encoder-worker.ts', import.meta.url));
  const waiting = new Map<number, Waiting>();
  let broken: Error | null = null;
  let last = 0;
  worker.unref();
  const breakDown = (error: Error): void => {
    broken ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (answer: EncodeAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('vectors' in answer) asked?.resolve(answer.vectors);
    else asked?.reject(new Error(`The encoder could not read a text: ${answer.problem}`));
  });
  worker.once('error', breakDown);
  worker.once('exit', () => breakDown(new Error('The thread of the encoder has ended')));
  return {
    name: energeticAiName,
    encode: (texts) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken);
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.postMessage({ id: last, texts } satisfies EncodeRequest);
      }),
    stop: async () => {
      await worker.terminate();
    },
  };
}
