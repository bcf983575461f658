import { join } from 'node:path';
import { encodingsOf } from '../src/commands/encodings-file.ts';
import { loadEnergeticAi } from '../src/commands/energetic-ai.ts';
import { fitCertainty } from '../src/recognition/certainty.ts';
import { isEncodable } from '../src/recognition/encoder.ts';
import { fitsByWords, learnEncoder } from '../src/recognition/encoder-learning.ts';
import { encoderScores, fitsByBoth } from '../src/recognition/encoder-opinion.ts';
import { learnText, openText } from '../src/recognition/text-classes.ts';
import { trialsOf } from '../src/recognition/trials.ts';
import type { Contender } from './intents-contender.ts';
import { examplesOf } from './intents-ours.ts';

/** Our matcher with the second opinion that `ENCODER=energetic-ai` gives it; asked about every text without Chinese script, sure or not. */
export const withEncoder: Contender = async (set, { seed, folder }) => {
  const { labels, examples } = examplesOf(set);
  const options = { classCount: labels.length, seed };
  const encoder = await loadEnergeticAi(join(folder, 'package.json'));
  const texts = examples.map(({ text }) => text).filter(isEncodable);
  // Kept between seeds, so only the first run's train time is the whole of it; sentences that are asked are never kept.
  const encodings = await encodingsOf(texts, encoder, join(folder, 'encodings.bin'));
  const certainty = fitCertainty(trialsOf(examples, options));
  const learnt = learnEncoder({ examples, encodings }, { ...options, certainty, name: encoder.name });
  const classes = openText(learnText(examples, options));
  return async (text) => {
    const [vector] = isEncodable(text) ? await encoder.encode([text]) : [];
    const alone = fitsByWords(classes, certainty, text);
    const fits = vector ? fitsByBoth(learnt, alone, encoderScores(learnt, vector)) : alone;
    const confidence = fits.reduce((sum, { chance }) => sum + chance, 0);
    return { label: labels[fits[0]?.about ?? -1] ?? '', confidence };
  };
};
