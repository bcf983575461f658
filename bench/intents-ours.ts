import { chanceInside, fitCertainty, sharesOf } from '../src/recognition/certainty.ts';
import { type Example, learnText, openText, readVector } from '../src/recognition/text-classes.ts';
import { trialsOf } from '../src/recognition/trials.ts';
import type { Contender } from './intents-contender.ts';

/** `card_arrival` → `card arrival`; a label without letters is no title. */
function titleOf(label: string): string | null {
  const title = label.replace(/[_\-.:/]+/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return /\p{L}/u.test(title) ? title : null;
}

/** The matcher of `src/recognition`, with the labels as titles; it needs no out-of-scope example, and no `dev`. */
export const ours: Contender = ({ train }, { seed }) => {
  const labels = [...new Set(train.map(([, label]) => label))];
  const places = new Map(labels.map((label, place) => [label, place]));
  const titles = labels.flatMap((label, about): Example[] => {
    const text = titleOf(label);
    return text === null ? [] : [{ text, about, isTitle: true }];
  });
  const examples = [...train.map(([text, label]) => ({ text, about: places.get(label) ?? -1 })), ...titles];
  const options = { classCount: labels.length, seed };
  const certainty = fitCertainty(trialsOf(examples, options));
  const classes = openText(learnText(examples, options));
  return (text) => {
    const { best, scores, evidence } = readVector(classes, classes.space.vectorOf(text));
    // Part of what every message costs in the product, so it is part of the time here too.
    sharesOf(certainty, scores);
    return { label: labels[best] ?? '', confidence: chanceInside(certainty, evidence) };
  };
};
