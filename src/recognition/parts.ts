const mostParts = 12;
const shortest = 4;

/**
 * A message and the sentences and half-sentences it is made of: a long story says what is wrong in one of them.
 * The whole comes first; parts shorter than four characters say too little.
 */
export function partsOf(text: string): readonly string[] {
  const sentences = text.split(/[\n。！？!?;；…]+|\.\s/u);
  const clauses = sentences.flatMap((sentence) => sentence.split(/[,，、:：]+/u));
  const parts = [...sentences, ...clauses]
    .map((part) => part.trim())
    .filter((part) => part.length >= shortest);
  return [...new Set([text.trim(), ...parts])].slice(0, mostParts + 1);
}
