import { parentPort } from 'node:worker_threads';
import type { EncodeAnswer, EncodeRequest } from './encoder-thread.ts';
import { loadEnergeticAi } from './energetic-ai.ts';

/** A worker that loads the model and encodes what it is sent, one request after the other, until it is ended. */
const encoder = loadEnergeticAi(import.meta.url);

async function answer({ id, texts }: EncodeRequest): Promise<EncodeAnswer> {
  try {
    return { id, vectors: await (await encoder).encode(texts) };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', async (request: EncodeRequest) => parentPort?.postMessage(await answer(request)));
