import type { Knowledge } from '../knowledge/knowledge.ts';
import { modelOf } from './model.ts';
import type { Models } from './promote.ts';

/** The author's model of every problem that has causes. */
export function modelsOf({ packs }: Knowledge): Models {
  return new Map(
    Object.values(packs).flatMap((pack) =>
      Object.values(pack.problems)
        .filter(({ causes }) => Object.keys(causes).length > 0)
        .map((problem) => [`${pack.id}/${problem.id}`, modelOf(pack, problem)] as const),
    ),
  );
}
