import { type Evidence, evidenceKey } from '../src/diagnosis/evidence.ts';
import type { Model } from '../src/diagnosis/model.ts';
import { type Move, policies } from './diagnosis-policies.ts';

/** A policy on one model, with memory, and how long its decisions took. */
export interface Chooser {
  choose(evidence: readonly Evidence[]): Move;
  /** Milliseconds of every decision that was computed: on the clock, and of this thread's work. */
  readonly times: readonly number[];
  readonly work: readonly number[];
}

/** @param name one of `policies`. */
export function createChooser(model: Model, name: string): Chooser {
  const policy = policies[name];
  if (!policy) throw new Error(`There is no policy "${name}"; known: ${Object.keys(policies).join(', ')}`);
  const known = new Map<string, Move>();
  const times: number[] = [];
  const work: number[] = [];
  return {
    times,
    work,
    choose(evidence) {
      const key = evidenceKey(evidence);
      const memo = known.get(key);
      if (memo !== undefined) return memo;
      const usage = process.threadCpuUsage();
      const before = performance.now();
      const move = policy(model, evidence);
      times.push(performance.now() - before);
      const { user, system } = process.threadCpuUsage(usage);
      work.push((user + system) / 1000);
      known.set(key, move);
      return move;
    },
  };
}
