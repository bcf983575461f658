/** The parts of `natural` that are used, by sub-path: its root import reads `.env`, prints, and loads database clients. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export = stemmer;
}

declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  const distances: {
    /** Edits between two strings; with `restricted`, a swap of two neighbours is one edit. */
    DamerauLevenshteinDistance(source: string, target: string, options: { restricted: boolean }): number;
  };
  export = distances;
}

declare module 'natural/lib/natural/util/stopwords.js' {
  const stopWords: { readonly words: readonly string[] };
  export = stopWords;
}

declare module 'natural/lib/natural/util/stopwords_zh.js' {
  const stopWords: { readonly words: readonly string[] };
  export = stopWords;
}
