import { chanceInside, fitCertainty, sharesOf } from '../src/recognition/certainty.ts';
import { type Example, learnText, openText, readVector } from '../src/recognition/text-classes.ts';
import { trialsOf } from '../src/recognition/trials.ts';
import type { Contender } from './intents-contender.ts';
import type { IntentSet } from './intents-set.ts';

/** `card_arrival` → `card arrival`; a label without letters is no title. */
function titleOf(label: string): string | null {
  const title = label.replace(/[_\-.:/]+/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return /\p{L}/u.test(title) ? title : null;
}

/** What a set teaches: its sentences, and the labels as titles; classes are the places of the labels. */
export function examplesOf({ train }: IntentSet): {
  readonly labels: readonly string[];
  readonly examples: readonly Example[];
} {
  const labels = [...new Set(train.map(([, label]) => label))];
  const places = new Map(labels.map((label, place) => [label, place]));
  const titles = labels.flatMap((label, about): Example[] => {
    const text = titleOf(label);
    return text === null ? [] : [{ text, about, isTitle: true }];
  });
  return {
    labels,
    examples: [...train.map(([text, label]) => ({ text, about: places.get(label) ?? -1 })), ...titles],
  };
}

/** The matcher of `src/recognition`, with the labels as titles; it needs no out-of-scope example, and no `dev`. */
export const ours: Contender = (set, { seed }) => {
  const { labels, examples } = examplesOf(set);
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
