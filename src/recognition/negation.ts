import type { Word } from '../languages/words.ts';

/** Words that turn what follows into its opposite. Contractions come here as "not" already. */
const negations = new Set([
  'not',
  'no',
  'never',
  'without',
  'neither',
  'nor',
  'none',
  '不',
  '没',
  '未',
  '无',
  '非',
]);

/** Whether a word turns what follows into its opposite. */
export function denies(word: Pick<Word, 'text'>): boolean {
  return negations.has(word.text);
}

/** "It does" is denied by the word behind it: "it does not". */
const auxiliaries = new Set(
  'do does did can could will would is are was were has have had should'.split(' '),
);

/** Whether a phrase that ends before `to` is denied by what follows it. */
export function isDeniedAfter(words: readonly Word[], to: number): boolean {
  const [last, next] = [words[to - 1], words[to]];
  return last !== undefined && next !== undefined && auxiliaries.has(last.text) && next.text === 'not';
}

/** Words that may stand between: "not really a large file", 没有被禁言, 不是很大. */
const fillers = new Set(
  'a an the any been be being is very really actually that so my in on 有 是 被 在 很 太 会 能 算 特 别 真 的 再 怎 么'.split(
    ' ',
  ),
);
const mostFillers = 3;

/** Whether the words directly before `index` deny what begins there. A comma or the end of a sentence ends their reach. */
export function isNegated(words: readonly Word[], index: number): boolean {
  for (let at = index; at > 0 && index - at <= mostFillers; at -= 1) {
    const before = words[at - 1];
    if (before === undefined || words[at]?.begins !== 'nothing') return false;
    if (negations.has(before.text)) return true;
    if (!fillers.has(before.text)) return false;
  }
  return false;
}
