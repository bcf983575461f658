import { splitWords } from '../languages/words.ts';
import { findPhrases, indexPhrases } from './phrases.ts';

/** How people take back what they said; `true`: it says that the answer itself was meant otherwise. */
const openers = indexPhrases<boolean>([
  [
    '(no wait|wait|no|nope|sorry|actually|oops|hang on|hold on|correction|scratch that|my bad|not quite|well actually)',
    false,
  ],
  ['(不对|不是|等等|等下|哦不|噢不|其实|更正|纠正一下|抱歉)', false],
  [
    '(i meant|i mean|i should have said|should be|should have been|the answer is|make that|change that to|let me correct)',
    true,
  ],
  ['(that was wrong|i was wrong|i misread|i got that wrong|wrong button|mistyped|typo)', true],
  [
    '(我是说|我的意思是|应该是|说错了|说错|搞错了|弄错了|打错了|点错了|选错了|看错了|改成|改为|刚才说错|刚刚说错)',
    true,
  ],
]);

export interface Correction {
  /** What stands behind the words that take something back. */
  readonly rest: string;
  /** Whether the answer itself is said to be another ("I meant yes"), not only something said before. */
  readonly isMeant: boolean;
}

/** Words before an opener at most: "oh no wait", 啊不对. */
const latest = 2;

/** What a message that begins by taking something back says instead; null when it does not begin so, or says nothing more. */
export function afterCorrection(text: string): Correction | null {
  const words = splitWords(text.slice(0, 1000));
  let at = 0;
  let isMeant = false;
  for (const { from, to, meaning } of findPhrases(words, openers)) {
    // What nothing follows is what is said instead: "I meant no".
    if (from > at + latest || to <= at || to === words.length) continue;
    at = to;
    isMeant ||= meaning;
  }
  const next = words[at];
  return at > 0 && next ? { rest: text.slice(next.start), isMeant } : null;
}
