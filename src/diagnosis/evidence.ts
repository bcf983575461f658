/** One thing known about a case; belief is a function of the list of them. */
export type Evidence =
  | {
      readonly kind: 'answer';
      readonly question: string;
      readonly answer: string;
      /** Said unasked, or implied by the complaint itself: nobody volunteers what they did not see. */
      readonly volunteered?: true;
      /** P(this is what they would answer if they looked), where they hedged; the others share the rest. Absent = 1. */
      readonly share?: number;
    }
  /** Asked, and the person did not know. Changes no belief, but is not asked again. */
  | { readonly kind: 'unknown'; readonly question: string }
  /** The fix was tried and did not help. */
  | { readonly kind: 'failed'; readonly fix: string }
  /** The fix was refused or could not be tried. Changes no belief, but is not offered again. */
  | { readonly kind: 'excluded'; readonly fix: string };

/** The same for equal evidence in any order, because belief does not depend on the order. */
export function evidenceKey(evidence: readonly Evidence[]): string {
  return evidence.map(pieceKey).sort().join(';');
}

function pieceKey(piece: Evidence): string {
  switch (piece.kind) {
    case 'answer':
      return `${piece.question}=${piece.answer}${piece.volunteered ? '*' : ''}${hedge(piece.share)}`;
    case 'unknown':
      return `${piece.question}?`;
    case 'failed':
      return `!${piece.fix}`;
    case 'excluded':
      return `-${piece.fix}`;
  }
}

function hedge(share = 1): string {
  return share < 1 ? `~${share}` : '';
}

/**
 * P(these words), where an answer has a `chance` and was given with a `share` of certainty: a mixture over all answers
 * of the question, those that were not given alike.
 */
export function mixed(chance: number, { share = 1, answers }: Mixture): number {
  if (share >= 1 || answers < 2) return chance;
  return share * chance + ((1 - share) * (1 - chance)) / (answers - 1);
}

interface Mixture {
  /** P(the answer that was given is the one that is meant), 0–1; absent = 1. */
  readonly share?: number | undefined;
  /** How many answers the question has. */
  readonly answers: number;
}
