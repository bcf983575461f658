import english from 'natural/lib/natural/util/stopwords.js';
import chinese from 'natural/lib/natural/util/stopwords_zh.js';
import { stem } from './stem.ts';

const stopWords = new Set([...english.words.map(stem), ...chinese.words]);

/** Whether a stemmed English or a Chinese word says nothing about what a text is about ("the", 「的」). */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
