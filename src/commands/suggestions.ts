import type { Knowledge, Problem } from '../knowledge/knowledge.ts';
import { fold } from '../languages/fold.ts';
import { textIn } from '../languages/text.ts';
import type { LanguageCode } from '../message.ts';

/** Something to pick while typing: shown, and said when picked. */
interface Suggestion {
  readonly name: string;
  readonly value: string;
}

interface Entry extends Suggestion {
  /** Everything it may be found by, made comparable. */
  readonly found: readonly string[];
}

/** Discord shows 25; each at most 100 characters. */
const most = 25;
const longest = 100;

/**
 * What the knowledge can help with, for somebody who is typing: codes and titles of problems that hold the typed text,
 * those that begin with it first. Nothing typed gives the titles.
 *
 * @param current what counts right now; the list follows it
 */
export function createSuggestions(
  current: () => Knowledge,
): (typed: string, language: LanguageCode) => readonly Suggestion[] {
  const lists = new WeakMap<Knowledge, Map<LanguageCode, readonly Entry[]>>();

  function entries(language: LanguageCode): readonly Entry[] {
    const knowledge = current();
    const ofThis = lists.get(knowledge) ?? new Map<LanguageCode, readonly Entry[]>();
    const list = ofThis.get(language) ?? listOf(knowledge, language);
    lists.set(knowledge, ofThis.set(language, list));
    return list;
  }

  return (typed, language) => {
    const wanted = fold(typed.trim()).text;
    const ranked = entries(language).flatMap((entry) => {
      const at = Math.min(...entry.found.map((text) => positionOf(text, wanted)));
      return at === Number.POSITIVE_INFINITY ? [] : [{ entry, at: Math.min(at, 1) }];
    });
    return ranked
      .sort((one, other) => one.at - other.at)
      .slice(0, most)
      .map(({ entry: { name, value } }) => ({ name, value }));
  };
}

function positionOf(text: string, wanted: string): number {
  const at = text.indexOf(wanted);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** Titles before codes, so that an empty field offers what people come with. */
function listOf(knowledge: Knowledge, language: LanguageCode): readonly Entry[] {
  const titles = Object.values(knowledge.packs).flatMap(({ problems }) =>
    Object.values(problems)
      .filter(({ says }) => (says[language] ?? []).length > 0)
      .map((problem) => titleEntry(problem, language)),
  );
  const codes = Object.entries(knowledge.codes).flatMap(([key, references]) =>
    references.slice(0, 1).map(({ pack, problem }) => {
      const code = key.slice(key.indexOf('/') + 1);
      const title = knowledge.packs[pack]?.problems[problem]?.title ?? {};
      return codeEntry(code, textIn(title, language), language);
    }),
  );
  return merged([...titles, ...codes]);
}

/** Entries that look alike are one, found by what each is found by, and saying what the first says. */
function merged(entries: readonly Entry[]): readonly Entry[] {
  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    const before = byName.get(entry.name);
    byName.set(entry.name, before ? { ...before, found: [...before.found, ...entry.found] } : entry);
  }
  return [...byName.values()];
}

/** Said when picked is a sentence that the matcher knows: the first of those that people say. */
function titleEntry({ title, says }: Problem, language: LanguageCode): Entry {
  const name = cut(textIn(title, language));
  const heard = says[language] ?? [];
  return { name, value: cut(heard[0] ?? name), found: [name, ...heard].map((text) => fold(text).text) };
}

/** A number alone could be anything; said when picked is that it is an error's. */
function codeEntry(code: string, title: string, language: LanguageCode): Entry {
  const words = language === 'zh' ? '错误码' : 'error ';
  const value = /^-?\d+$/.test(code) ? words + code : code;
  const name =
    title === '' || title.toLowerCase().includes(code.toLowerCase()) ? title || code : `${code} — ${title}`;
  return { name: cut(name), value: cut(value), found: [fold(code).text, fold(value).text, fold(title).text] };
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}
