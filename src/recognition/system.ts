import type { System } from '../knowledge/knowledge.ts';
import { systemAnswers } from '../languages/systems.ts';
import { splitWords, type Word } from '../languages/words.ts';
import { firstCharacters } from './first-characters.ts';
import { isNegated } from './negation.ts';
import { type FoundPhrase, findPhrases, indexPhrases } from './phrases.ts';

/** Further words for a system, besides its familiar names in `languages/systems.ts`. `null`: looks like one and is none. */
const furtherWords: readonly (readonly [words: string, system: System | null])[] = [
  ['win|windows xp|winxp|微软电脑', 'windows'],
  ['mac mini|mac studio|mac电脑|苹果本|osx|sonoma|sequoia|ventura|monterey|big sur|catalina|mojave', 'macos'],
  ['centos|rhel|red hat|rocky linux|opensuse|kubuntu|pop os|manjaro|linux mint|麒麟|银河麒麟', 'linux'],
  [
    '鸿蒙|harmonyos|安卓手机|安卓平板|红米|小米|荣耀|三星|一加|真我|魅族|galaxy|redmi|samsung|oneplus|huawei|华为(mate|p|pura|nova|畅享)|mate (20|30|40|50|60|70|80|x)|(google|my|on a|on|a) pixel|pixel (4|5|6|7|8|9|10)|nothing phone|motorola phone|miui|hyperos|coloros|originos|one ui',
    'android',
  ],
  ['苹果14|苹果15|苹果16|苹果17', 'ios'],
  ['mac地址|mac address|mac addresses|windows phone', null],
  ['麒麟芯片|麒麟处理器|麒麟990|麒麟9000|麒麟980|麒麟970|麒麟820|麒麟710', null],
  [
    '小米路由|小米路由器|华为路由|小米笔记本|荣耀笔记本|三星笔记本|小米电脑|荣耀电脑|huawei laptop|samsung laptop',
    null,
  ],
];

/** The bars that part phrases, and not the alternatives inside one. */
const outsideGroups = /\|(?![^(]*\))/;

function* phrases(): Generator<readonly [string, System | null]> {
  for (const [system, { heard }] of Object.entries(systemAnswers) as [
    System,
    (typeof systemAnswers)[System],
  ][]) {
    for (const phrase of [...(heard.en ?? []), ...(heard.zh ?? [])]) yield [phrase, system];
  }
  for (const [words, system] of furtherWords) {
    for (const phrase of words.split(outsideGroups)) yield [phrase, system];
  }
}

const index = indexPhrases(phrases());

/** `win11`, `ios17`, `mate60`: the number is a word of its own. */
function apartFromNumber(word: Word): readonly Word[] {
  const [, name, number] =
    /^(windows|win|macos|ios|ipados|iphone|ipad|android|ubuntu|debian|fedora|harmonyos|galaxy|pixel|mate|pura|nova)(\d+)$/.exec(
      word.text,
    ) ?? [];
  if (name === undefined || number === undefined) return [word];
  return [
    { ...word, text: name, stem: splitWords(name)[0]?.stem ?? name },
    { ...word, text: number, stem: number, begins: 'nothing' },
  ];
}

/** What stands inside a longer name counts only as that name: `mac` in "mac address", 麒麟 in 麒麟芯片. */
function isCovered(phrase: FoundPhrase<System | null>, all: readonly FoundPhrase<System | null>[]): boolean {
  return all.some(
    (other) => other.weight > phrase.weight && other.from <= phrase.from && other.to >= phrase.to,
  );
}

/** "no, it is macOS", 不对，是 mac: what follows corrects what was said before. */
const corrections = indexPhrases(
  'no|sorry|actually|wait|i mean|instead|correction|now|switched to|moved to|现在|换成|改用|不对|不是|说错|错了|其实|而是|应该是|更正'
    .split('|')
    .map((phrase) => [phrase, true] as const),
);

function isCorrected(words: readonly Word[], from: number, to: number): boolean {
  return findPhrases(words.slice(from, to), corrections).length > 0;
}

/** "but not on Windows" says where it fails, and so where the person is; "not Windows" and "I'm not on Windows" deny. */
function isDenied(words: readonly Word[], from: number): boolean {
  const failsThere = words
    .slice(Math.max(0, from - 4), from)
    .map(({ text }) => text)
    .join(' ');
  return isNegated(words, from) && !/but not (?:on|in|with)(?: my)?$/.test(failsThere);
}

/**
 * The system that somebody says they are on; null when none is named, or two are and neither is taken back. Denied ones
 * do not count (不是 windows，是 mac), and a correction rules over what stood before it. The first 4,000 characters are read.
 */
export function readSystem(text: string): System | null {
  const words = splitWords(firstCharacters(text)).flatMap(apartFromNumber);
  const all = findPhrases(words, index);
  const named = all.filter(
    (phrase) => phrase.meaning !== null && !isCovered(phrase, all) && !isDenied(words, phrase.from),
  );
  const last = named.at(-1);
  if (last === undefined) return null;
  const earlier = named.findLast(({ meaning }) => meaning !== last.meaning);
  if (earlier === undefined) return last.meaning;
  const rules =
    isCorrected(words, earlier.to, last.from) ||
    words.slice(earlier.to, last.from).some(({ text }) => text === 'but');
  return rules ? last.meaning : null;
}
