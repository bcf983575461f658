import { detectLanguage } from '../languages/detect-language.ts';

/** Turns sentences into vectors that lie near one another when they mean the same, whatever their words. */
export interface Encoder {
  /** Which model, with its version: vectors of different names are never compared. */
  readonly name: string;
  /** Vectors of length 1, all with equally many numbers, in the order of the texts. Rejects when the model cannot be used. */
  encode(texts: readonly string[]): Promise<readonly Float32Array[]>;
}

/** What an encoder made of a text. */
export interface EncodedText {
  readonly text: string;
  readonly vector: Float32Array;
}

/** Longer texts are stories: the matcher finds the sentence that counts, and an encoder would take long for a blur. */
const longest = 300;
const han = /\p{Script=Han}/u;

/** Whether a sentence of the knowledge can teach an encoder of English. */
export function isEncodable(text: string): boolean {
  return text.length <= longest && /\p{L}/u.test(text) && !han.test(text);
}

/** Whether a message is one that an encoder of English understands: never one with Chinese script in it. */
export function isForEncoder(text: string): boolean {
  return isEncodable(text) && detectLanguage(text) === 'en';
}
