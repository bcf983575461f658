import type { CodeFamily } from '../knowledge/codes/code-data.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { textIn } from '../languages/text.ts';
import type { LanguageCode } from '../message.ts';
import { codeIndexOf } from '../recognition/codes/code-index.ts';
import { findCodes } from '../recognition/codes/find-codes.ts';

/** A code of the table for somebody who is typing. */
export interface CodeSuggestion {
  readonly family: string;
  readonly code: string;
  /** Code, name and family. */
  readonly name: string;
  /** What says this code of this family, and no other, when it is picked. */
  readonly value: string;
}

interface Row {
  readonly family: CodeFamily;
  readonly code: string;
  readonly symbol: string;
}

/** Letters, digits and what stands between them in codes; at the end of what was typed. */
const lastWord = /[\w.:-]+$/;
const leastTyped = 2;
/** A plain word begins many names; only longer ones are looked for among them. */
const leastName = 4;
/** Of one family, so that a few digits show more than one. */
const mostOfFamily = 6;

/** What each family's rows are searched in, made once. */
const searched = new WeakMap<CodeFamily, string>();

/**
 * Codes of the whole table: those that were typed whole in any of their forms, likeliest first; then those whose number
 * or name begins with what was typed last, families that people ask about more often first.
 *
 * @param most how many at most
 */
export function suggestCodes(
  typed: string,
  knowledge: Knowledge,
  { language, most }: { readonly language: LanguageCode; readonly most: number },
): readonly CodeSuggestion[] {
  const text = typed.normalize('NFKC').trim();
  const rows = [...wholeRows(text, knowledge), ...begunRows(needlesOf(text), knowledge)];
  const distinct = new Map(rows.toReversed().map((row) => [`${row.family.id}/${row.code}`, row]));
  return [...distinct.values()]
    .reverse()
    .slice(0, most)
    .map((row) => suggestionOf(row, knowledge, language));
}

/** What the text would be read as when it is sent: `-2147024809` is `0x80070057`. */
function wholeRows(text: string, knowledge: Knowledge): readonly Row[] {
  if (text.length < leastTyped) return [];
  const index = codeIndexOf(knowledge);
  const sightings = findCodes(text, knowledge, { isCode: true }).flatMap(({ also = [], ...one }) => [
    one,
    ...also,
  ]);
  return sightings.flatMap(({ family: id, code }) => {
    const family = index.families.get(id);
    const [row] = index.rowsOf(id, code);
    return family && row ? [{ family, code, symbol: row.symbol ?? '' }] : [];
  });
}

function begunRows(needles: readonly string[], knowledge: Knowledge): readonly Row[] {
  if (needles.length === 0) return [];
  const families = [...(knowledge.table?.families ?? [])].sort(byUse);
  const rows = families.flatMap((family) => rowsIn(family, needles).sort(byLength).slice(0, mostOfFamily));
  const isWhole = ({ code, symbol }: Row) =>
    needles.includes(code.toLowerCase()) || needles.includes(symbol.toLowerCase());
  return [...rows.filter(isWhole), ...rows.filter((row) => !isWhole(row))];
}

/** The beginnings to look for, in lower case; hexadecimal digits are often typed without their 0x. */
function needlesOf(text: string): readonly string[] {
  const word = lastWord.exec(text)?.[0].toLowerCase() ?? '';
  if (
    word.length < leastTyped ||
    (!/[\d_]/.test(word) && (word.length < leastName || word !== text.toLowerCase()))
  )
    return [];
  return /^(?=.*\d)[0-9a-f]{3,8}$/.test(word) ? [word, `0x${word}`] : [word];
}

function rowsIn(family: CodeFamily, needles: readonly string[]): Row[] {
  const text = searched.get(family) ?? `\n${family.rows.toLowerCase()}`;
  searched.set(family, text);
  const marks = family.names === 'none' ? ['\n'] : ['\n', ','];
  const starts = new Set(
    needles.flatMap((needle) => marks.flatMap((mark) => linesWith(text, mark + needle))),
  );
  return [...starts].map((start) => rowAt(family, start));
}

/** Where the lines begin that hold `wanted`; a few more than are shown, as the shortest of them are wanted. */
function linesWith(text: string, wanted: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0 && found.length < mostOfFamily * 4; ) {
    found.push(text.lastIndexOf('\n', at));
    at = text.indexOf(wanted, at + 1);
  }
  return found;
}

/** @param start of the line in the searched text, which has one character more in front */
function rowAt(family: CodeFamily, start: number): Row {
  const end = family.rows.indexOf('\n', start);
  const line = family.rows.slice(start, end < 0 ? undefined : end);
  const comma = line.indexOf(',');
  return { family, code: line.slice(0, comma), symbol: line.slice(comma + 1) };
}

function byUse(one: CodeFamily, other: CodeFamily): number {
  return Number(other.preferred === true) - Number(one.preferred === true) || other.rank - one.rank;
}

function byLength(one: Row, other: Row): number {
  return one.code.length - other.code.length;
}

function suggestionOf(
  { family, code, symbol }: Row,
  knowledge: Knowledge,
  language: LanguageCode,
): CodeSuggestion {
  const described = family.official ? symbol : symbol.toLowerCase().replaceAll('_', ' ');
  const parts = [code, described === code ? '' : described, textIn(family.title, language)];
  return {
    family: family.id,
    code,
    name: parts.filter((part) => part !== '').join(' · '),
    value: sayingFor({ family, code, symbol }, knowledge, language),
  };
}

/** Sayings are tried out on the recogniser, and people type the same beginnings again and again. */
const sayings = new WeakMap<Knowledge, Map<string, string>>();
const mostSayings = 10_000;

function sayingFor(row: Row, knowledge: Knowledge, language: LanguageCode): string {
  const known = sayings.get(knowledge) ?? new Map<string, string>();
  if (known.size >= mostSayings) known.clear();
  const key = `${language} ${row.family.id}/${row.code}`;
  const saying = known.get(key) ?? sayingOf(row, knowledge, language);
  sayings.set(knowledge, known.set(key, saying));
  return saying;
}

/** The code where it has a form of its own, else words that are read as this code of this family alone. */
function sayingOf({ family, code, symbol }: Row, knowledge: Knowledge, language: LanguageCode): string {
  const words = [...family.words[language], ...family.words.en].map((one) => one.replaceAll('_', ' ').trim());
  const title = textIn(family.title, 'en');
  const error = language === 'zh' ? `错误码 ${code}` : `error ${code}`;
  if (family.printed === 'hex') return code;
  const framed = [...words.slice(0, 3), title].map((word) => `${word} ${error}`);
  const isRead = (saying: string) => {
    const [first] = findCodes(saying, knowledge);
    return first?.family === family.id && first.code === code && (first.also ?? []).length === 0;
  };
  const tried = [...[symbol, code].filter((saying) => !/^-?\d*$/.test(saying)), ...framed];
  return tried.find(isRead) ?? framed[0] ?? error;
}
