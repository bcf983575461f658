/** As redaction writes them: a kind and its number. */
const placeholder = /\[[a-z]{2,8} \d{1,6}\]/g;

/**
 * The text without what stands there for something hidden (`[phone 1]`, `[qq 2]`): nobody said those words. Blanks of
 * the same length, so that every other place stays where it is.
 */
export function withoutPlaceholders(text: string): string {
  return text.includes('[') ? text.replaceAll(placeholder, (found) => ' '.repeat(found.length)) : text;
}
