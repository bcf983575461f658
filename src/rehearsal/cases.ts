import type { Pack, Problem } from '../knowledge/knowledge.ts';
import { namedAs, type Opening } from './opening-words.ts';

/** A problem and a cause of it, and how often they come together. */
export interface Case {
  readonly problem: Problem;
  readonly cause: string;
  readonly share: number;
}

/**
 * What may come: every cause of every problem that people state in words; in a pack of codes, for a problem that is
 * one, or with the opening `code`, of those that people name by their code.
 *
 * @throws when the problem is not known or there is nothing to play.
 */
export function casesOf(pack: Pack, only: string | undefined, opening?: Opening): Case[] {
  if (only !== undefined && !pack.problems[only]) {
    throw new Error(
      `The pack "${pack.id}" has no problem "${only}"; known: ${Object.keys(pack.problems).join(', ')}`,
    );
  }
  const asked = Object.values(pack.problems).filter(({ id }) => only === undefined || id === only);
  const stated = asked.filter((problem) => isStated(problem) && hasCauses(problem));
  const cases = stated.length > 0 && opening !== 'code' ? statedCases(pack, stated) : codedCases(asked);
  if (cases.length === 0)
    throw new Error(
      `There is nothing to simulate: no problem with causes, and sentences or a code, in "${pack.id}"`,
    );
  const total = cases.reduce((sum, { share }) => sum + share, 0);
  return cases.map((one) => ({ ...one, share: one.share / total }));
}

function statedCases(pack: Pack, problems: readonly Problem[]): Case[] {
  return problems.flatMap((problem) =>
    Object.keys(problem.causes).map((cause) => ({ problem, cause, share: commonness(pack, problem, cause) })),
  );
}

/** Nobody knows how often each code comes, so all come alike, each with its causes by their shares. */
function codedCases(problems: readonly Problem[]): Case[] {
  return problems
    .filter((problem) => problem.codes.length > 0 && namedAs(problem) !== undefined)
    .flatMap((problem) =>
      Object.entries(problem.causes).map(([cause, share]) => ({ problem, cause, share })),
    );
}

function hasCauses({ causes }: Problem): boolean {
  return Object.keys(causes).length > 0;
}

/**
 * How often a cause shows up as this complaint: its share in the pack's widest problem, times P(what the complaint
 * implies | cause).
 */
function commonness(pack: Pack, problem: Problem, cause: string): number {
  const implied = Object.entries(problem.implies).map(([id, answer]) => {
    const observation = pack.observations[id];
    const index = observation?.answers.findIndex((candidate) => candidate.id === answer) ?? -1;
    return observation?.likelihood[cause]?.[index] ?? observation?.answers[index]?.usual ?? 1;
  });
  return implied.reduce(
    (share, chance) => share * chance,
    widestOf(pack).causes[cause] ?? problem.causes[cause] ?? 0,
  );
}

function widestOf(pack: Pack): Problem {
  const problems = Object.values(pack.problems);
  return problems.reduce((one, two) =>
    Object.keys(two.causes).length > Object.keys(one.causes).length ? two : one,
  );
}

function isStated(problem: Problem): boolean {
  return (problem.says.en?.length ?? 0) + (problem.says.zh?.length ?? 0) > 0;
}

/** @param at a number in [0, 1). */
export function drawCase(cases: readonly Case[], at: number): Case {
  let sum = 0;
  for (const one of cases) {
    sum += one.share;
    if (at < sum) return one;
  }
  return cases.at(-1) as Case;
}
