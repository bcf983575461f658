import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ProblemMatch } from './recognition.ts';

interface Matches {
  readonly decision: 'answer' | 'choose' | 'none';
  readonly problems: readonly ProblemMatch[];
}

/**
 * What is left of matches in knowledge that was narrowed to some packs. Without its best match nothing is sure any
 * more, so what is left is only offered.
 */
export function withinPacks(matches: Matches, { whole, packs }: Knowledge): Matches {
  if (!whole) return matches;
  const problems = matches.problems.filter(({ pack }) => packs[pack] !== undefined);
  if (problems.length === 0) return { decision: 'none', problems };
  return problems[0] === matches.problems[0] ? { ...matches, problems } : { decision: 'choose', problems };
}
