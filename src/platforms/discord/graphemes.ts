const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A cluster this long (letters under piles of marks) is cut between its code points. */
const longestCluster = 64;

/** @param most UTF-16 units per piece, at least 64. @returns the text in pieces, cut between what a reader sees as characters. */
export function pieces(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const found: string[] = [];
  let piece = '';
  for (const cluster of clusters(text)) {
    if (piece.length + cluster.length > most) {
      found.push(piece);
      piece = '';
    }
    piece += cluster;
  }
  return [...found, piece];
}

/** The text itself, or its beginning and "…": at most `most` UTF-16 units (at least 65). */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${pieces(text, most - 1)[0]}…`;
}

function* clusters(text: string): Generator<string> {
  for (const { segment } of segmenter.segment(text)) {
    if (segment.length <= longestCluster) yield segment;
    else yield* segment;
  }
}
