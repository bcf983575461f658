/** What is said in words is said at the beginning; the rest of a pasted log is for the code recogniser. */
const mostCharacters = 4000;

/** At most the first 4,000 code points of a text. */
export function firstCharacters(text: string): string {
  if (text.length <= mostCharacters) return text;
  return Array.from(text.slice(0, mostCharacters * 2))
    .slice(0, mostCharacters)
    .join('');
}
