/** What became of one piece of a transaction. */
export type Outcome = { readonly value: unknown } | { readonly error: unknown };

/**
 * Runs pieces as one transaction and commits it: an outcome for each, in order. A piece that throws is undone alone.
 * Throws when nothing at all was kept.
 */
export type Transaction = (pieces: readonly (() => unknown)[]) => readonly Outcome[];

export interface GroupCommit {
  /** Runs `piece` with all others of this event-loop turn in one transaction; settles after it is durable. */
  write<T>(piece: () => T): Promise<T>;
  /** Commits at once whatever waits. */
  flush(): void;
}

interface Waiting {
  readonly piece: () => unknown;
  readonly settle: (outcome: Outcome) => void;
}

/** More than this would hold up the event loop for longer than a disk's flush takes. */
const maximumPieces = 1_000;

/**
 * Making a commit durable costs a flush of the disk, often some milliseconds, whether it holds one message or a hundred: so all
 * writes of one turn of the event loop share one.
 */
export function createGroupCommit(transaction: Transaction): GroupCommit {
  const waiting: Waiting[] = [];
  let scheduled = false;

  function commit(): void {
    const group = waiting.splice(0, maximumPieces);
    if (group.length === 0) return;
    const outcomes = outcomesOf(group);
    for (const [index, { settle }] of group.entries()) settle(outcomes(index));
  }

  function outcomesOf(group: readonly Waiting[]): (index: number) => Outcome {
    try {
      const outcomes = transaction(group.map(({ piece }) => piece));
      return (index) =>
        outcomes[index] ?? { error: new Error(`The transaction has no outcome for piece ${index}.`) };
    } catch (error) {
      return () => ({ error });
    }
  }

  function turn(): void {
    scheduled = false;
    commit();
    if (waiting.length > 0) schedule();
  }

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(turn);
  }

  return {
    write<T>(piece: () => T): Promise<T> {
      schedule();
      return new Promise<T>((resolve, reject) => {
        // The outcome at a piece's place is the piece's own, so its value is a T.
        const settle = (outcome: Outcome) =>
          'error' in outcome ? reject(outcome.error) : resolve(outcome.value as T);
        waiting.push({ piece, settle });
      });
    },
    flush() {
      while (waiting.length > 0) commit();
    },
  };
}
