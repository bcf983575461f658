import { type AdminCommand, adminDefaults, adminWords } from '../languages/admin-words.ts';
import type { LanguageCode } from '../message.ts';

/** A command of an admin with what it is given. */
export type ReadAdminCommand =
  | { readonly command: Exclude<AdminCommand, 'packs' | 'language'> }
  /** Null = all packs. */
  | { readonly command: 'packs'; readonly packs: readonly string[] | null }
  /** Null = the asker's; undefined = one that the bot does not speak. */
  | { readonly command: 'language'; readonly language: LanguageCode | null | undefined };

const phrases = Object.entries(adminWords).flatMap(([command, words]) =>
  words.map((phrase) => [phrase, command as AdminCommand] as const),
);
/** Longer first: "packs here all" begins with "packs here". */
phrases.sort(([one], [two]) => two.length - one.length);

const languageNames: Readonly<Record<string, LanguageCode>> = {
  en: 'en',
  english: 'en',
  英文: 'en',
  英语: 'en',
  zh: 'zh',
  chinese: 'zh',
  中文: 'zh',
  汉语: 'zh',
};

/** Longer messages say something else. */
const longest = 300;

/** Which command for admins a message is; null when it is none. Case, width and signs at its end do not matter. */
export function readAdminCommand(message: string): ReadAdminCommand | null {
  if (message.length > longest) return null;
  const words = message
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/^\/+|[\s.!。！]+$/gu, '');
  for (const [phrase, command] of phrases) {
    const isGiven = command === 'packs' || command === 'language';
    if (words === phrase) return isGiven ? given(command, '') : { command };
    if (isGiven && words.startsWith(phrase) && /^[\s:：]/u.test(words.slice(phrase.length)))
      return given(command, words.slice(phrase.length));
  }
  return null;
}

function given(command: 'packs' | 'language', rest: string): ReadAdminCommand {
  const names = rest.split(/[\s,:，、：]+/u).filter((name) => name !== '');
  const isDefault = names.length === 0 || (names.length === 1 && adminDefaults.includes(names[0] ?? ''));
  if (command === 'packs') return { command, packs: isDefault ? null : names };
  return { command, language: isDefault ? null : languageNames[names[0] ?? ''] };
}
