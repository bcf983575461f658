import type { Knowledge } from '../knowledge/knowledge.ts';
import { detectLanguage } from '../languages/detect-language.ts';
import { languages } from '../languages/languages.ts';
import { textIn } from '../languages/text.ts';
import type { LanguageCode } from '../message.ts';
import type { Decoded } from '../recognition/codes/decode.ts';
import { findCodes } from '../recognition/codes/find-codes.ts';
import { printedProblems } from '../recognition/printed-lines.ts';
import { type CodeReading, readingsOf } from '../server/codes/look-up-code.ts';
import { shippedKnowledge } from './shipped-knowledge.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage = 'askfix lookup "<text>" [--json]';

/** A code of the text with everything that is known of it. */
export interface FoundCode {
  /** As it stands in the text. */
  readonly code: string;
  readonly readings: readonly CodeReading[];
}

/** The codes of a text, each with its readings; a text that is nothing but a number is taken for a code. */
export function lookUpText(text: string, knowledge: Knowledge): readonly FoundCode[] {
  return findCodes(text, knowledge, { isCode: true }).map((sighting) => ({
    code: text.slice(...sighting.span),
    readings: readingsOf([sighting], knowledge),
  }));
}

/** Readings that are worth a card; the others are only named. */
const mostCards = 3;

/** A code as lines of text: what the knowledge says, or plainly that it says nothing, then what the number says itself. */
export function cardOf({ code, readings }: FoundCode, language: LanguageCode): string {
  const { sentences } = languages[language];
  const told = readings.filter(({ problems, own }) => problems.length > 0 || own !== undefined);
  const inTable = readings.filter(({ title }) => title !== undefined);
  const shown = told.length > 0 ? told : inTable.length > 0 ? inTable : readings.slice(0, 1);
  const isUnknown = told.length === 0 && !inTable.some(isNamed);
  const unknown = isUnknown ? [sentences.codeUnknown(code)] : [];
  const lines = [
    code,
    ...unknown,
    ...shown.slice(0, mostCards).flatMap((reading) => linesOf(reading, language)),
    ...(told.length > 0 || isUnknown ? [] : [sentences.codeNameOnly]),
    ...shown.slice(mostCards).map((reading) => titleLine(reading, language)),
  ];
  // Two families often open the same entry; it is read once.
  return [...new Set(lines)].join('\n');
}

function isNamed({ symbol, description }: CodeReading): boolean {
  return symbol !== undefined || description !== undefined;
}

function titleLine({ family, code, title, via }: CodeReading, language: LanguageCode): string {
  const name = title === undefined ? '' : ` (${textIn(title, language)})`;
  return `${family} ${code}${name}${via === undefined ? '' : ` ← ${via}`}`;
}

function linesOf(reading: CodeReading, language: LanguageCode): string[] {
  const { symbol, description, decoded, problems, own } = reading;
  const { sentences } = languages[language];
  const entries = problems.flatMap(({ title, meaning }) =>
    [textIn(title, language), textIn(meaning ?? {}, language)].filter((line) => line !== ''),
  );
  const rows = [
    ...(symbol === undefined ? [] : [[sentences.rowSymbol, symbol]]),
    ...(description === undefined ? [] : [[sentences.rowDescription, description]]),
    ...(decoded === undefined ? [] : decodedRows(decoded, language)),
  ];
  return [
    titleLine(reading, language),
    ...(own === undefined ? [] : [own.title, ...(own.text ?? '').split('\n'), ...own.steps]),
    ...entries,
    ...rows.map(([label, value]) => `  ${label}: ${value}`),
  ].filter((line) => line !== '');
}

function decodedRows(
  { facility, facilityName, inner, ...decoded }: Decoded,
  language: LanguageCode,
): string[][] {
  const { sentences } = languages[language];
  return [
    [sentences.rowHex, decoded.hex],
    [sentences.rowSigned, String(decoded.signed)],
    [sentences.rowUnsigned, String(decoded.unsigned)],
    [sentences.rowSeverity, sentences.severity(decoded.severity)],
    [sentences.rowFacility, facilityName === undefined ? String(facility) : `${facilityName} (${facility})`],
    ...(inner === undefined ? [] : [[sentences.rowInner, `${inner.family} ${inner.code}`]]),
  ];
}

/** What is known of the message of a program that stands in the text, without a code: nothing, or the most telling. */
function printedCards(text: string, knowledge: Knowledge, language: LanguageCode): string[] {
  const [printed] = printedProblems(text, knowledge);
  const found = printed && knowledge.packs[printed.pack]?.problems[printed.problem];
  if (!printed || !found) return [];
  const { title, meaning } = found;
  return [[textIn(title, language), textIn(meaning ?? {}, language)].join('\n').trim()];
}

/**
 * `askfix lookup "<text>"`: what the codes in a text mean, or without any what a program's message in it means, in the
 * text's language.
 * @returns the exit code: 0 fine, 1 nothing known in it or the knowledge is broken, 2 wrong usage
 */
export async function run(words: readonly string[]): Promise<number> {
  const isJson = words.includes('--json');
  const text = words
    .filter((word) => word !== '--json')
    .join(' ')
    .trim();
  if (text === '' || text.startsWith('--')) return wrongUsage('Which code?', usage);
  const knowledge = await shippedKnowledge();
  if (!knowledge) return 1;
  const language = detectLanguage(text) === 'zh' ? 'zh' : 'en';
  const found = lookUpText(text, knowledge);
  const cards = [
    ...found.map((code) => cardOf(code, language)),
    ...(found.length > 0 ? [] : printedCards(text, knowledge, language)),
  ];
  if (isJson) {
    const printed = printedProblems(text, knowledge).map(({ pack, problem }) => ({ pack, problem }));
    process.stdout.write(`${JSON.stringify({ text, codes: found, printed })}\n`);
  } else if (cards.length > 0) process.stdout.write(`${cards.join('\n\n')}\n`);
  else
    process.stderr.write(
      `askfix: there is no error code in "${text}", and no message of a program that is known. Codes look like 0x80070057, -2147024809 or "error 87".\n`,
    );
  return cards.length > 0 ? 0 : 1;
}
