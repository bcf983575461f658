import porterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** English words are shorter; whatever is longer is a token or noise, and the stemmer's patterns need not see it. */
const longestWord = 24;
/** Words repeat, and the stemmer is the dearest part of reading English. Emptied when full, so memory stays flat. */
const cacheSize = 20_000;
const cache = new Map<string, string>();

/** The Porter stem of a lower-case English word (`refused` → `refus`); anything else comes back as it is. */
export function stem(word: string): string {
  if (word.length > longestWord || !/^[a-z]+$/.test(word)) return word;
  const known = cache.get(word);
  if (known !== undefined) return known;
  if (cache.size >= cacheSize) cache.clear();
  const stemmed = porterStemmer.stem(word);
  cache.set(word, stemmed);
  return stemmed;
}
