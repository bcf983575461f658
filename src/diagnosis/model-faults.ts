import type { Pack, Problem } from '../knowledge/knowledge.ts';
import { type Model, modelOf, other } from './model.ts';

/** Two causes whose answers differ by less than this (total variation) look the same to every question. */
const tellsApart = 0.15;
/** A fix that helps less often is no way out. */
const usuallyHelps = 0.5;

/** Pairs of causes that no question tells apart although their best fixes differ: the author should find one. */
export function causesAlike(pack: Pack, problem: Problem): (readonly [string, string])[] {
  const model = modelOf(pack, problem);
  const pairs: (readonly [string, string])[] = [];
  for (let one = 0; one < model.causes.length; one++) {
    for (let two = one + 1; two < model.causes.length; two++) {
      const names = [model.causes[one] as string, model.causes[two] as string] as const;
      if (names.includes(other) || bestFix(pack, names[0]) === bestFix(pack, names[1])) continue;
      if (apart(model, one, two) < tellsApart) pairs.push(names);
    }
  }
  return pairs;
}

/** Causes of the problem that no fix repairs in at least half of all cases. */
export function weaklyRepaired(pack: Pack, problem: Problem): string[] {
  return Object.keys(problem.causes).filter((id) => {
    const chances = Object.values(pack.causes[id]?.fixes ?? {});
    return Math.max(0, ...chances) < usuallyHelps;
  });
}

/** The largest total variation between two causes' answers, over all questions. */
function apart(model: Model, one: number, two: number): number {
  return model.questions.reduce((most, { likelihood }) => {
    const distance = likelihood.reduce(
      (sum, row) => sum + Math.abs((row[one] as number) - (row[two] as number)),
      0,
    );
    return Math.max(most, distance / 2);
  }, 0);
}

function bestFix(pack: Pack, cause: string): string | undefined {
  const fixes = Object.entries(pack.causes[cause]?.fixes ?? {});
  return fixes.sort(([, one], [, two]) => two - one)[0]?.[0];
}
