import type { Command } from '../languages/commands.ts';
import { fold } from '../languages/fold.ts';
import { languages } from '../languages/languages.ts';
import { saysSuccess } from '../recognition/success.ts';

/** A command inside a longer sentence only counts while the sentence is about nothing else. */
const longestWithin = 30;

const whole = new Map<string, Command>();
const within: [string, Command][] = [];
for (const language of Object.values(languages)) {
  for (const [command, words] of Object.entries(language.commands) as [
    Command,
    (typeof language.commands)[Command],
  ][]) {
    for (const phrase of words.whole) whole.set(folded(phrase), command);
    for (const phrase of words.within ?? []) within.push([folded(phrase), command]);
  }
}

/** Which command a message is, in any language; null when it is none. */
export function readCommand(message: string): Command | null {
  if (message.length > 200) return null;
  const words = folded(message);
  for (const form of [words, ...withoutPoliteness(words)]) {
    const command = wholly(form);
    if (command) return command;
  }
  if (hasEndedWell(message) || hasMended(message)) return 'worked';
  if (words.length > longestWithin) return null;
  const command = within.find(([phrase]) => words.includes(phrase))?.[1] ?? null;
  return command === 'worked' && denied.test(words) ? null : command;
}

function wholly(words: string): Command | undefined {
  return whole.get(words) ?? whole.get(words.replace(/[吧啊呀呢吗哦嘛啦]+$/u, ''));
}

/** "Cleared some space, works now": the last clause says that all is well. */
function hasEndedWell(message: string): boolean {
  const clauses = message.split(/[,.;!，。；！\n]+/).filter((clause) => clause.trim() !== '');
  const last = folded(clauses.at(-1) ?? '');
  const isPlain =
    /now|fixed|solved|sorted|好了|解决|搞定|可以了|行了|正常了|能[发收传用]了|成功了/.test(last) &&
    !denied.test(last);
  return clauses.length > 1 && isPlain && wholly(last) === 'worked';
}

/** "Turned off 360 and it works now", 关了360就好了: what was done, and that it helped. */
const mended =
  /^[^,.?，。？]{4,60}\b(?:and|then|now) (?:it|that|everything|all) (?:works?|worked|is fine|is ok|is good)(?: now| again)?$|^[^,，。?？]{2,14}(?:就|了|后|完)(?:好了|可以了|行了|正常了)$/iu;

function hasMended(message: string): boolean {
  const words = message.trim().replace(/[.!。！~～]+$/u, '');
  return mended.test(words) && !denied.test(folded(words)) && saysSuccess(words);
}

/** "It does not work now" is no success, nor is "it worked yesterday" or "it works on my phone". */
const denied =
  /\b(?:not|no|never|still|isnt|doesnt|hasnt|wont|only|if|when|once|why|after|yesterday|before|earlier|used to|until|on my (?:phone|laptop|other|old|pc)|elsewhere|for others)\b|n't|n t\b|[没不未吗]|怎么|为什么|为啥|才|只有|如果|[后就]能|昨天|之前|以前|原来|手机上|别的|别人/u;

const politeBefore =
  /^(?:(?:(?:done|great|perfect|awesome|yay|hi there|hi|hello there|hello|hey there|hey|ok|okay|so|well|dear|excuse me|sorry|good morning|good evening|oh)\b\s*)+|(?:你好|您好|请问|那个|喂|嗨|哈喽|早上好|好的|那|唉|哎)+\s*)/u;
const politeAfter =
  /(?:(?:\s*\b(?:please|pls|thanks|thank you|there|bot|mate|man|bro|askfix|everyone|dude|sir))+|(?:谢谢|麻烦了|机器人|大佬|亲)+)$/u;

/** "Hello, who are you please" is "who are you"; of "hi there" and 你好谢谢 the first word is left. */
function* withoutPoliteness(words: string): Generator<string> {
  const rest = words.replace(politeBefore, '').trim();
  for (const form of [rest, rest.replace(politeAfter, '').trim(), words.replace(politeAfter, '').trim()])
    if (form !== '') yield form;
  if (rest === '') yield words.split(' ')[0] ?? words;
}

/** Case, width, punctuation and spaces do not matter to a command. */
function folded(message: string): string {
  const plain = fold(message).text.trim();
  const words = plain.replace(/[\p{P}\p{S}\s]+/gu, ' ').trim();
  return words === '' ? plain : words;
}
