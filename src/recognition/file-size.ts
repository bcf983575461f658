import { fold } from '../languages/fold.ts';
import { firstCharacters } from './first-characters.ts';

const units: readonly (readonly [names: string, megabytes: number])[] = [
  ['bytes|byte|字节', 1 / 1024 / 1024],
  ['kb|kib|kilobytes|kilobyte|k|千字节', 1 / 1024],
  ['mb|mib|megabytes|megabyte|megs|meg|mo|m|兆字节|兆', 1],
  ['gb|gib|gigabytes|gigabyte|gigs|gig|go|g|吉', 1024],
  ['tb|terabytes|terabyte|t', 1024 * 1024],
];

/** Amounts by name; where people are vague, about the middle of what they mean. */
const amounts: Readonly<Record<string, number>> = {
  'half a': 0.5,
  'one and a half': 1.5,
  'two and a half': 2.5,
  'three and a half': 3.5,
  'a couple of': 2,
  'a few hundred': 300,
  'a few': 4,
  several: 5,
  'several hundred': 500,
  hundreds: 300,
  'hundreds of': 300,
  an: 1,
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twenty: 20,
  fifty: 50,
  hundred: 100,
  'a hundred': 100,
  'two hundred': 200,
  半: 0.5,
  一: 1,
  两: 2,
  俩: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  几: 4,
  好几: 5,
  十几: 15,
  二十: 20,
  几十: 40,
  一百: 100,
  上百: 150,
  两百: 200,
  三百: 300,
  五百: 500,
  八百: 800,
  几百: 400,
  一两百: 150,
  两三百: 250,
  百来: 100,
  好几百: 500,
};

const byLength = (names: readonly string[]): string =>
  [...names].sort((one, two) => two.length - one.length).join('|');
const unitNames = byLength(units.flatMap(([names]) => names.split('|')));
const size = new RegExp(
  `(more than|over|bigger than|larger than|above|at least|超过|大于|超出|under|less than|below|smaller than|不到|小于|不足|)\\s*` +
    `(?<![a-z0-9.])(\\d{1,7}(?:[.,]\\d{1,3})?|(?:${byLength(Object.keys(amounts).filter((name) => /^[a-z]/.test(name)))})(?=\\s)|(?:${byLength(Object.keys(amounts).filter((name) => !/^[a-z]/.test(name)))}))\\s*` +
    `(?:来|多|个多|个半|个|-)?\\s*(${unitNames})(?![a-z0-9/])\\s*(以上|多|or more|and more|plus|以下|以内|or less)?`,
  'g',
);
const more = /more than|over|bigger|larger|above|at least|超|大于|以上|多|plus/;
const less = /under|less|below|smaller|不到|小于|不足|以下|以内/;
/** "5 GB not 300 MB" and 不是300M，是2G take a size back. */
const takenBack = /(?:\bnot|rather than|instead of|不是|并非)\s*$/;
/** "4g" and "5g" alone are how a phone is online. */
const mobileNetwork = /^[2345]\s*g$/;
/** Speaks of another size than the file's: a limit, what is left on a disk, what was sent today. */
const otherSize =
  /limit|quota|free|left|space|storage|disk|memory|ram|today|already sent|per second|限|额|剩|空间|硬盘|内存|今天|已经发|最大|会员|网速|带宽/;

function megabytesOf(amount: string, unit: string): number {
  const number = amounts[amount] ?? Number(amount.replace(',', '.'));
  const [, factor] = units.find(([names]) => names.split('|').includes(unit)) ?? ['', 1];
  return number * factor;
}

function clauseAround(text: string, at: number): string {
  const before =
    text
      .slice(0, at)
      .split(/[,;。！!?，；\n]|\.\s/)
      .at(-1) ?? '';
  const after = text.slice(at).split(/[,;。！!?，；\n]|\.\s/)[0] ?? '';
  return before + after;
}

/**
 * How big somebody says a file is, in megabytes (1 GB = 1024 MB): "3.7G", "half a gig", 一个多G, 几百兆, "over 4 GB".
 * null when no size is told, or several different ones are. `asked`: the size was asked for, so that a limit or a bare
 * "4g" is one too.
 */
export function readMegabytes(text: string, { asked = false }: { asked?: boolean } = {}): number | null {
  const folded = fold(firstCharacters(text)).text;
  const sizes = new Set<number>();
  for (const match of folded.matchAll(size)) {
    const [whole, before = '', amount = '', unit = '', after = ''] = match;
    if (takenBack.test(folded.slice(0, match.index))) continue;
    if (!asked && mobileNetwork.test(whole.trim())) continue;
    if (!asked && otherSize.test(clauseAround(folded, match.index))) continue;
    // "Over 4 GB" is not 4 GB: just enough to be on the right side of a border.
    const lean = less.test(before + after)
      ? 0.99
      : more.test(`${before}${after}${whole.includes('多') ? '多' : ''}`)
        ? 1.01
        : 1;
    sizes.add(megabytesOf(amount, unit) * lean);
  }
  const [only] = sizes;
  return sizes.size === 1 && only !== undefined ? only : null;
}
