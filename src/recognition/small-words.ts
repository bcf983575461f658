import type { Word } from '../languages/words.ts';
import { joined } from './clauses.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const yeses = list(
  'yes yep yup yeah yea ya ye yah aye sure correct true exactly indeed absolutely definitely certainly totally affirmative obviously',
);
const noes = list('no nope nah nay never negative not none nothing neither hardly barely nowhere');
/** An answer may repeat the question's subject and verb: "it does", "they are not". */
const subjects = list('i it he she they we that this there');
const verbs = list('am is are was were do does did can could will would has have had');
/** What may stand around them and changes nothing. */
const around =
  list(`of course well so all at the time every always still really just actually honestly sadly unfortunately luckily though tho
   tbh hell heck damn fuck fucking bloody god lol man bro dude mate sorry thanks ever anymore any more yet very much pretty most mostly
   probably maybe perhaps think guess suppose like fine indeed alas mean oh ah um uh hm hmm ok okay btw anyway either too as
   usual far now once again sort kind basically currently single case in my would should might be here`);

/** A question turns subject and verb around: "is it", "can I". */
function isQuestion(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  return verbs.has(first) && subjects.has(second);
}

function inEnglish(clause: readonly Word[]): 'yes' | 'no' | null {
  const words = clause.map(({ text }) => text);
  const known = (word: string): boolean =>
    [yeses, noes, subjects, verbs, around].some((set) => set.has(word));
  if (!words.every(known) || isQuestion(words)) return null;
  const agrees = words.some((word) => yeses.has(word));
  const denies = words.some((word) => noes.has(word));
  if (agrees && denies) return null;
  if (denies) return 'no';
  // "Should be", "I would say so".
  if (words.at(-1) === 'be') return 'yes';
  if (words[0] === 'every' || words[0] === 'all') return words.at(-1) === 'time' ? 'yes' : null;
  const repeats = words.some((word, index) => verbs.has(word) && subjects.has(words[index - 1] ?? ''));
  return agrees || repeats ? 'yes' : null;
}

const before =
  '那|还真|一次|一个|一点|一回|好像|应该|可能|也许|大概|估计|貌似|似乎|感觉|我觉得|我看|其实|目前|现在|暂时|反正|确实|真的|当然|肯定|一直|从来|从|压根|根本|完全|基本|基本上|差不多|每次|每回|大部分|全都|全|都|也|还|倒|倒是|就|这边|我这|我这边|我|它|这个|这|那个|那|嗯|哦|额|啊|有时候|偶尔';
const chineseNoes =
  '不太像|不像|不太会|没有|没得|木有|没|不是|不会|不能|不行|不可以|不对|不存在|不需要|不用|并没有|并不是|并没|并不|并非|没这|没那|哪有|不';
const chineseYeses = '没错|如此|有一些|有一点|有些|有点|肯定|当然|是|有|会|能|对|可以|行|要|存在|正是';
const behind =
  '就是|这样|这么|那样|这个|这种|那个|这回事|出现|出现过|发生|发现|看到|看见|遇到|碰到|听说|注意到|的|过|啊|呀|了|吧|呢|哦|噢|喔|哈|啦|嘛|诶|呗|耶|呐|哎|么|来着|好像|应该|感觉|一次|一点|任何';
const chinese = new RegExp(`^(?:${before})*(?:(${chineseNoes})|(${chineseYeses}))(?:${behind})*$`, 'u');
/** 是不是, 有没有, an ending that asks, and 还有 that begins another thing. */
const asks = /^还有|(?<han>\p{Script=Han})[不没]\k<han>|[吗么]$/u;

function inChinese(clause: string): 'yes' | 'no' | null {
  if (asks.test(clause)) return null;
  const [found, no] = chinese.exec(clause) ?? [];
  if (found === undefined) return null;
  return no === undefined ? 'yes' : 'no';
}

/**
 * Yes or no from a clause that is made of small words only, whatever their order: "hell no", "of course it is",
 * 从来没有过. null when any other word stands in it, when it asks, and when it says both.
 */
export function polarityOfSmallWords(clause: readonly Word[]): 'yes' | 'no' | null {
  if (clause.length === 0) return null;
  if (clause.every(({ script }) => script === 'latin')) return inEnglish(clause);
  return clause.every(({ script }) => script === 'han') ? inChinese(joined(clause)) : null;
}
