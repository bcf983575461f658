import { splitWords } from '../languages/words.ts';
import { joined } from './clauses.ts';
import { firstCharacters } from './first-characters.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that a complaint without any content is made of. */
const fillers =
  list(`it its this that thats whats im ive everything anything something thing things stuff is are was has have had got get gets do does did am i my
  me the a an any again still just now today anymore more suddenly always completely totally all really so please help can you
  could would need with and but there here oh hi hello hey uh um what how why to be been being going goes happen happened happens
  computer pc phone laptop app program software system device machine bot mate guys sorry damn bloody fucking shit wtf omg ugh for
  no keeps keep stop stopped up very u ur pls plz someone anyone somebody anybody went gone came like since then think feel looks seems
  whole whatever tell say know right asap quickly urgent urgently with about if because after at of in today tonight lately recently you your yours`);
/** Of these, one at least must stand there. */
const troubles =
  list(`broken broke wrong problem problems issue issues trouble error errors fail fails failed failing
  bug bugs buggy stuck dead crashed weird useless happening happened messed screwed borked bricked down glitch glitchy glitching
  malfunctioning unusable busted kaput hosed`);
const helpOnly = list('help sos assist assistance support stuck fix repair');

const chineseFillers =
  '大哥|兄弟|老铁|老师|亲|有人吗|有人在吗|在吗|我这|我们|我|你们|你|他|它|这个|这|那个|那|怎么|为什么|为啥|又|突然|老是|老|总是|完全|今天|现在|刚刚|刚才|都|还是|还|就|也|一直|软件|程序|电脑|手机|东西|系统|机器|设备|了|啊|呀|吗|呢|吧|啦|嘛|的|好像|有点|一下|请|麻烦|帮忙|帮|快|回事|什么|办|出|啥|咋|回|是|大|有|救命|求助|求|急|在线等|各位|大佬|你好|给我|看看|看|遇到|碰到|个|一个|点|搞|弄|不知道|帮我';
const chineseTroubles =
  '不行|(?:用|弄|搞|办|做|整|玩|操作)(?:不了|不来|不成|不动|不好|不行)|没(?:法|办法|法子)(?:用|弄|搞|办|做|整|操作|)|(?:怎么|咋|什么|啥)(?:回事|情况|了|个情况)|bug|不灵|抽风|炸了|凉了|寄了|挂掉|出状况|不能用|不好用|不好使|坏了|坏掉|出问题|有问题|问题|毛病|崩溃|崩了|挂了|没反应|失败|报错|出错|错误|不工作|故障|异常|歇菜|罢工|完蛋|不对劲|卡死|救命|求助|帮帮我|帮个忙|怎么办|咋办|帮帮忙';
const chineseVague = new RegExp(`^(?:${chineseFillers}|${chineseTroubles})+$`, 'u');
const chineseTrouble = new RegExp(chineseTroubles, 'u');

const working = list('work works working worked function functions functioning');
const denials = list('not nothing never no stopped stop without');

function sayNothing(latin: readonly string[], subjects: ReadonlySet<string>): boolean {
  const known = (word: string): boolean =>
    [fillers, troubles, helpOnly, working, denials, subjects].some((words) => words.has(word));
  const complains =
    latin.some((word) => troubles.has(word) || helpOnly.has(word)) ||
    (latin.some((word) => working.has(word)) && latin.some((word) => denials.has(word)));
  return complains && latin.every(known);
}

/**
 * Whether a message complains and says nothing: "it doesn't work", 用不了了, "help me please". Whoever names a program,
 * a file, a code or anything else is not vague, unless it is one of `subjects` (folded words). Only short messages are.
 */
export function isVague(text: string, subjects: ReadonlySet<string> = new Set()): boolean {
  const words = splitWords(firstCharacters(text));
  if (words.length === 0 || words.length > 24) return false;
  const latin = words.filter(({ script }) => script === 'latin').map((word) => word.text);
  if (latin.length === words.length) return sayNothing(latin, subjects);
  let said = joined(words.filter(({ script }) => script === 'han'));
  for (const subject of subjects) said = said.replaceAll(subject, '');
  const named = latin.filter((word) => !subjects.has(word));
  const isTrouble = named.some((word) => troubles.has(word));
  return (
    named.every((word) => troubles.has(word) || fillers.has(word)) &&
    (said === '' || chineseVague.test(said)) &&
    (isTrouble || chineseTrouble.test(said))
  );
}
