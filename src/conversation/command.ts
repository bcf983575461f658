import type { Command } from '../languages/commands.ts';
import { languages } from '../languages/languages.ts';

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
  const command = whole.get(words) ?? whole.get(words.replace(/[吧啊呀呢吗哦嘛啦]+$/u, ''));
  if (command) return command;
  if (words.length > longestWithin) return null;
  return within.find(([phrase]) => words.includes(phrase))?.[1] ?? null;
}

/** Case, width, punctuation and spaces do not matter to a command. */
function folded(message: string): string {
  const plain = message.normalize('NFKC').toLowerCase().trim();
  const words = plain.replace(/[\p{P}\p{S}\s]+/gu, ' ').trim();
  return words === '' ? plain : words;
}
