import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { isEncodable } from '../recognition/encoder.ts';
import { learnFromMaterial } from '../recognition/encoder-learning.ts';
import { encodingsOf } from './encodings-file.ts';
import { loadEnergeticAi } from './energetic-ai.ts';
import type { EncoderWork } from './learn-encoder.ts';

/** A worker's whole life: encodes the sentences of `workerData`, learns from them, sends what was learnt, and ends. */
const { material, certainty, cacheFolder } = workerData as EncoderWork;
const encoder = await loadEnergeticAi(import.meta.url);
const texts = material.sentences.map(({ text }) => text).filter(isEncodable);
const encodings = await encodingsOf(texts, encoder, join(cacheFolder, 'encodings.bin'));
parentPort?.postMessage(learnFromMaterial(material, encodings, { certainty, name: encoder.name }));
