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

const lastAnswer =
  /\b(?:last|previous|earlier) answer\b|\babout (?:my|the|that) (?:last|previous|earlier) (?:one|question)\b|\bwhat i (?:just )?(?:said|answered)\b|(?:刚才|刚刚|前面|之前)(?:那个|那题|那条|说的|选的|答的|的?回答|的?答案)|上一(?:个|题|条)|上个(?:问题|回答|答案)/iu;
const unsure =
  /\b(?:not|n't|no longer)\b.{0,20}\b(?:sure|certain)\b|\bunsure\b|\b(?:may|might|could) (?:be|have been) wrong\b|不(?:太|大|是很|怎么)?确定|拿不准|说不准|不一定对|可能不对/iu;
/** In more characters somebody tells more than that. */
const longestDoubt = 60;

/** "I'm not so sure about my last answer", 刚才那个我不太确定: takes nothing back, but wants it to count less. */
export function doubtsLastAnswer(text: string): boolean {
  const said = text.slice(0, longestDoubt + 1).replace(/[’‘]/g, "'");
  return said.length <= longestDoubt && lastAnswer.test(said) && unsure.test(said);
}
