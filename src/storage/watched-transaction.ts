import { StoreUnavailable } from '../delivery/store-errors.ts';
import type { Outcome, Transaction } from './group-commit.ts';

export interface WatchedTransaction {
  readonly run: Transaction;
  /** Whether the newest transaction could not be kept, or not all of it, because of the disk. */
  isFailing(): boolean;
}

/** A transaction that remembers whether the disk took the last one. */
export function watchedTransaction(transaction: Transaction): WatchedTransaction {
  let failing = false;
  const isUnkept = (outcome: Outcome) => 'error' in outcome && outcome.error instanceof StoreUnavailable;
  return {
    run(pieces) {
      failing = true;
      const outcomes = transaction(pieces);
      failing = outcomes.some(isUnkept);
      return outcomes;
    },
    isFailing: () => failing,
  };
}
