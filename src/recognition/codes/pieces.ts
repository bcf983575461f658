/** UTF-16 units of one piece: two milliseconds of work, so that whoever pauses between pieces holds nobody up on a busy machine either. */
const pieceSize = 8 * 1024;
/** So far back a piece looks for the end of a line, else of a word, to be cut there. */
const cutReach = 2 * 1024;

function cutBefore(text: string, start: number, end: number): number {
  const from = Math.max(start, end - cutReach);
  const last = text.slice(from, end);
  for (const separator of ['\n', ' ']) {
    const at = last.lastIndexOf(separator);
    if (at >= 0) return from + at + 1;
  }
  return end;
}

/**
 * Cuts a text into pieces of about 8,000 UTF-16 units, at the ends of lines where there are any; a rest of up to half a
 * piece more stays with the last. Joined they are the text again.
 */
export function* piecesOf(text: string): Generator<{ readonly start: number; readonly text: string }> {
  let start = 0;
  while (text.length - start > 1.5 * pieceSize) {
    const end = cutBefore(text, start, start + pieceSize);
    yield { start, text: text.slice(start, end) };
    start = end;
  }
  yield { start, text: start === 0 ? text : text.slice(start) };
}
