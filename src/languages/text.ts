/** One text in the languages it was written in. A pack's languages say which must be there. */
export interface Text {
  readonly en?: string;
  readonly zh?: string;
}

/** The ways to say something, per language. */
export interface Phrases {
  readonly en?: readonly string[];
  readonly zh?: readonly string[];
}

/** The text in `language`, else in the other one: a foreign sentence is better than none. '' when there is neither. */
export function textIn(text: Text, language: 'en' | 'zh'): string {
  return text[language] ?? text.en ?? text.zh ?? '';
}
