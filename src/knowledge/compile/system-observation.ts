import { systemAnswers, systemWording } from '../../languages/systems.ts';
import { type Observation, systemObservation } from '../knowledge.ts';
import type { Entries } from '../read/pack-sources.ts';
import type { CauseSource } from '../schema.ts';
import { normalise } from './weights.ts';

/** How much rarer a cause is on a system it does not belong to; not 0, because people mix systems up. */
const ELSEWHERE = 0.02;

/** How often people in general are on each system: a considered guess for desktop-heavy chat support. */
const usual = { windows: 0.5, android: 0.2, ios: 0.12, macos: 0.1, linux: 0.08 } as const;

/** The built-in observation: which system the person is on, with evidence from the causes' `systems`. */
export function compileSystemObservation(causes: Entries<CauseSource>): Observation {
  const ids = Object.keys(usual) as (keyof typeof usual)[];
  const likelihood = Object.fromEntries(
    [...causes.values()].flatMap(({ id, source }) => {
      const { systems } = source;
      if (systems === undefined) return [];
      return [
        [id, normalise(ids.map((system) => usual[system] * (systems.includes(system) ? 1 : ELSEWHERE)))],
      ];
    }),
  );
  const answers = ids.map((id) => ({ id, ...systemAnswers[id], usual: usual[id] }));
  return { id: systemObservation, ...systemWording, minutes: 0.2, dontKnow: 0.02, answers, likelihood };
}
