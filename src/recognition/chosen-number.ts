import { splitWords } from '../languages/words.ts';
import { choosingWords, lastWords, numberNames } from './answer-words.ts';

function numberOf(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  return Object.hasOwn(numberNames, word) ? numberNames[word] : undefined;
}

/** `option2` is two words to a reader. */
function unglued(word: string): string[] {
  const parts = /^([a-z]+)(\d{1,3})$/.exec(word);
  return parts?.[1] !== undefined && parts[2] !== undefined && choosingWords.has(parts[1])
    ? [parts[1], parts[2]]
    : [word];
}

/**
 * The number that a message chooses, 1 … `count`; null when the message is about anything else. `2`, `２`, `②`, `二`,
 * `选2`, `第二个`, "option 2", "the second one", 最后一个 count; "2 files failed" and "1 or 2" do not.
 */
export function chosenNumber(text: string, count: number): number | null {
  const words = splitWords(text).flatMap((word) => unglued(word.text));
  // 就我一个 is about somebody, not about the first choice.
  if (/我一个|一个人|一个都|只一个/.test(words.join(''))) return null;
  const numbers = words.map(numberOf).filter((number) => number !== undefined);
  const others = words.filter((word) => numberOf(word) === undefined && !choosingWords.has(word));
  const isLast = lastWords.has(
    [...others, ...(numbers.includes(1) && others.includes('最') ? ['一'] : [])].join(''),
  );
  if (isLast) return count;
  if (others.length > 0) return null;
  // In "the second one" the one is no number.
  const ordinals =
    numbers.length > 1
      ? words
          .filter((word) => word !== 'one')
          .map(numberOf)
          .filter((number) => number !== undefined)
      : numbers;
  const [number, ...more] = ordinals;
  return number !== undefined && more.length === 0 && number >= 1 && number <= count ? number : null;
}
