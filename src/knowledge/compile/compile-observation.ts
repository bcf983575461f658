import type { Answer, Observation } from '../knowledge.ts';
import type { Entry } from '../read/pack-sources.ts';
import type { ObservationSource } from '../schema.ts';
import { answerLikelihoods, usualShares } from './weights.ts';

/** An observation with P(answer | cause) for every cause that one of its answers mentions. */
export function compileObservation(entry: Entry<ObservationSource>, causes: Iterable<string>): Observation {
  const { answers: sources, ...rest } = entry.source;
  const list = Object.values(sources);
  const usual = usualShares(list);
  const answers = Object.entries(sources).map(
    ([id, { label, heard = {}, facts, megabytes, opens }], index): Answer => ({
      id,
      label,
      heard,
      usual: usual[index] ?? 0,
      opens,
      ...(facts ? { facts } : {}),
      ...(megabytes ? { megabytes } : {}),
    }),
  );
  const rows = [...causes].map((cause) => [cause, answerLikelihoods(list, cause)] as const);
  const likelihood = Object.fromEntries(
    rows.filter(([, row]) => row !== undefined),
  ) as Observation['likelihood'];
  return { id: entry.id, ...rest, answers, likelihood };
}
