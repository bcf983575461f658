import type { Knowledge, Problem } from '../knowledge/knowledge.ts';
import { fold } from '../languages/fold.ts';
import { textIn } from '../languages/text.ts';
import type { LanguageCode } from '../message.ts';
import { suggestCodes } from './code-suggestions.ts';

/** Something to pick while typing: shown, and said when picked. */
interface Suggestion {
  readonly name: string;
  readonly value: string;
}

interface Entry extends Suggestion {
  /** Everything it may be found by, made comparable. */
  readonly found: readonly string[];
  /** The codes it is about, as `family/code`. */
  readonly codes: readonly string[];
}

/** Discord shows 25; each at most 100 characters. */
const most = 25;
const longest = 100;

/**
 * What the knowledge can help with, for somebody who is typing: codes and titles of problems that hold the typed text,
 * those that are or begin with it first, then codes of the whole table. Nothing typed gives the titles.
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
      const place = Math.min(...entry.found.map((text) => placeOf(wanted, text)));
      return place === Number.POSITIVE_INFINITY ? [] : [{ entry, place }];
    });
    const curated = ranked.sort((one, other) => one.place - other.place).map(({ entry }) => entry);
    const table = suggestCodes(typed, current(), { language, most });
    const shown = [...curated, ...table.filter(({ family, code }) => !isIn(curated, family, code))];
    return shown.slice(0, most).map(({ name, value }) => ({ name: cut(name), value: cut(value) }));
  };
}

/** 0 for the text itself, 1 for its beginning, 2 for somewhere in it; infinity for nowhere. */
function placeOf(wanted: string, text: string): number {
  const at = text.indexOf(wanted);
  if (at < 0) return Number.POSITIVE_INFINITY;
  return text.length === wanted.length ? 0 : Math.min(at, 1) + 1;
}

function isIn(entries: readonly Entry[], family: string, code: string): boolean {
  return entries.some(({ codes }) => codes.includes(`${family}/${code}`));
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
      return { ...codeEntry(code, textIn(title, language), language), codes: [key] };
    }),
  );
  return merged([...titles, ...codes]);
}

/** Entries that look alike are one, found by what each is found by, and saying what the first says. */
function merged(entries: readonly Entry[]): readonly Entry[] {
  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    const before = byName.get(entry.name);
    byName.set(entry.name, before ? together(before, entry) : entry);
  }
  return [...byName.values()];
}

function together(one: Entry, other: Entry): Entry {
  return { ...one, found: [...one.found, ...other.found], codes: [...one.codes, ...other.codes] };
}

/** Said when picked is a sentence that the matcher knows: the first of those that people say. */
function titleEntry({ title, says }: Problem, language: LanguageCode): Entry {
  const name = cut(textIn(title, language));
  const heard = says[language] ?? [];
  return {
    name,
    value: cut(heard[0] ?? name),
    found: [name, ...heard].map((text) => fold(text).text),
    codes: [],
  };
}

/** A number alone could be anything; said when picked is that it is an error's. */
function codeEntry(code: string, title: string, language: LanguageCode): Omit<Entry, 'codes'> {
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
