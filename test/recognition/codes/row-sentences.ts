import type { CodeFamily } from '../../../src/knowledge/codes/code-data.ts';

/** A sentence with a code, and the family that is meant. */
export interface RowSentence {
  readonly family: string;
  readonly text: string;
}

/** A code as its family prints it: with its letters in front, or one number of a range. */
function printedCode({ id, prefix }: CodeFamily, code: string): string {
  const plain = code.replace(/^X\./, '5.').replace('xxx', '001');
  if (prefix === undefined) return plain;
  return prefix + plain.padStart(id === 'mysql' ? 6 : 3, '0');
}

/** Names beside numbers that say that all is well, or are written as any word is; the number itself is found. */
const everydayWords = new Set(['OK', 'warning']);

/**
 * Sentences for every row of a family, each with a word of it: the code in one language or the other by turns, the
 * official name in English.
 */
export function* rowSentences(family: CodeFamily): Generator<RowSentence> {
  const english = (family.words.en[0] as string).replaceAll('_', ' ');
  const chinese = family.words.zh[0] ?? english;
  let isChinese = false;
  for (const line of family.rows.split('\n').filter((row) => row !== '')) {
    const [code = '', symbol = ''] = line.split(',');
    const printed = printedCode(family, code);
    isChinese = !isChinese;
    const text = isChinese ? `${chinese}报错 ${printed}，怎么办` : `${english} error ${printed}`;
    yield { family: family.id, text };
    if (symbol === '' || symbol === code || !family.official || everydayWords.has(symbol)) continue;
    yield { family: family.id, text: `we run ${english} and got ${symbol} today` };
  }
}
