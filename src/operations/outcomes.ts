import type { CompletedStep } from '../delivery/store.ts';

/** How a talk ended, as the conversation wrote it. */
type Outcome = Extract<CompletedStep['effects'][number], { readonly kind: 'outcome' }>;

export interface StoredOutcome {
  readonly id: number;
  readonly conversation: string;
  /** Epoch milliseconds of the end. */
  readonly at: number;
  readonly outcome: Outcome;
}

/** What learning needs from a database: every ended talk, oldest first. */
export interface OutcomeStore {
  list(): Promise<readonly StoredOutcome[]>;
}
