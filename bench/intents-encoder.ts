import { join } from 'node:path';
import { loadEnergeticAi } from '../src/commands/energetic-ai.ts';
import { fitCertainty } from '../src/recognition/certainty.ts';
import type { Encoder } from '../src/recognition/encoder.ts';
import { type Encodings, fitsByWords, learnEncoder } from '../src/recognition/encoder-learning.ts';
import { encoderScores, fitsByBoth } from '../src/recognition/encoder-opinion.ts';
import { learnText, openText } from '../src/recognition/text-classes.ts';
import { trialsOf } from '../src/recognition/trials.ts';
import type { Contender } from './intents-contender.ts';
import { examplesOf } from './intents-ours.ts';

const batch = 64;

async function encodeAll(encoder: Encoder, texts: readonly string[]): Promise<Encodings> {
  const encodings = new Map<string, Float32Array>();
  for (let from = 0; from < texts.length; from += batch) {
    const some = texts.slice(from, from + batch);
    const vectors = await encoder.encode(some);
    for (const [at, text] of some.entries()) encodings.set(text, vectors[at] as Float32Array);
  }
  return encodings;
}

/** Our matcher with the second opinion that `ENCODER=energetic-ai` gives it; asked about every text, sure or not. */
export const withEncoder: Contender = async (set, { seed, folder }) => {
  const { labels, examples } = examplesOf(set);
  const options = { classCount: labels.length, seed };
  const encoder = await loadEnergeticAi(join(folder, 'package.json'));
  const encodings = await encodeAll(
    encoder,
    examples.map(({ text }) => text),
  );
  const certainty = fitCertainty(trialsOf(examples, options));
  const learnt = learnEncoder({ examples, encodings }, { ...options, certainty, name: encoder.name });
  const classes = openText(learnText(examples, options));
  return async (text) => {
    const [vector] = await encoder.encode([text]);
    const alone = fitsByWords(classes, certainty, text);
    const fits = vector ? fitsByBoth(learnt, alone, encoderScores(learnt, vector)) : alone;
    const confidence = fits.reduce((sum, { chance }) => sum + chance, 0);
    return { label: labels[fits[0]?.about ?? -1] ?? '', confidence };
  };
};
