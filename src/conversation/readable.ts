/**
 * A message as it is read: without control characters and marks that turn the writing direction, which carry no words
 * and break displays. Line ends stay, because a log is read line by line.
 */
export function readable(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) => {
      if (character === '\n') return character;
      return /\s/.test(character) ? ' ' : '';
    })
    .trim();
}
