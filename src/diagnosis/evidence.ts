/** One thing known about a case; belief is a function of the list of them. */
export type Evidence =
  | {
      readonly kind: 'answer';
      readonly question: string;
      readonly answer: string;
      /** Said unasked, or implied by the complaint itself: nobody volunteers what they did not see. */
      readonly volunteered?: true;
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
      return `${piece.question}=${piece.answer}${piece.volunteered ? '*' : ''}`;
    case 'unknown':
      return `${piece.question}?`;
    case 'failed':
      return `!${piece.fix}`;
    case 'excluded':
      return `-${piece.fix}`;
  }
}
