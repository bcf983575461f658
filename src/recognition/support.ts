import type { Knowledge } from '../knowledge/knowledge.ts';
import { hear, heardWeight } from './hear.ts';
import type { ProblemClass } from './problem-sentences.ts';
import type { Heard } from './recognition.ts';

/** What each unit of `heardWeight` adds to the fit of the problems of that pack, and how much it can add in all. */
const perWeight = 0.1;
const mostSupport = 0.5;
/** An answer that opening the problem would imply, said already; and one that contradicts it. */
const agreement = 0.1;
const contradiction = 0.3;

function agreements(implies: Readonly<Record<string, string>>, heard: readonly Heard[]): number {
  let sum = 0;
  for (const { observation, answer } of heard) {
    const implied = implies[observation];
    if (implied !== undefined) sum += implied === answer ? agreement : -contradiction;
  }
  return sum;
}

/**
 * What a text says without naming the problem: facts that a pack asks about ("text and screenshots work, colleagues have
 * the same") show that it is about that pack, and tell problems apart that imply the opposite. Returns what to add to the
 * fit of a class; articles get nothing, since nobody is asked about them.
 */
export function supportOf(text: string, knowledge: Knowledge): (entry: ProblemClass) => number {
  const packs = Object.values(knowledge.packs).map((pack) => {
    const weight = heardWeight(text, pack);
    return [
      pack.id,
      { pack, general: Math.min(mostSupport, perWeight * Math.max(0, weight - 1)), heard: hear(text, pack) },
    ] as const;
  });
  const byPack = new Map(packs);
  return ({ pack: id, problem, kind }) => {
    const own = byPack.get(id);
    if (own === undefined || kind === 'article') return 0;
    return own.general + agreements(own.pack.problems[problem]?.implies ?? {}, own.heard);
  };
}
