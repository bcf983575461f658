import type { Knowledge } from '../knowledge/knowledge.ts';
import { detectLanguage } from '../languages/detect-language.ts';
import type { LanguageCode } from '../message.ts';
import { codeOwners } from './code-owners.ts';
import { findCodes } from './codes/find-codes.ts';
import { orderCodes } from './codes/order-codes.ts';
import { statesBeside } from './codes/state-beside.ts';
import type { EncodedText } from './encoder.ts';
import { matchWithEncoder } from './encoder-matching.ts';
import type { ProblemMatches } from './match-problems.ts';
import { withoutPlaceholders } from './placeholders.ts';
import { printedProblems, readByPrinted } from './printed-lines.ts';
import type { CodeSighting, ProblemMatch, Recognition } from './recognition.ts';

/** What is known about a message besides its words. */
export interface Hints {
  /** Where it was said, e.g. `slack`. */
  readonly platform?: string;
  /** The language of the talk; taken where the words show none. */
  readonly language?: LanguageCode;
  /** What an encoder made of the text that `textToEncode` gave. */
  readonly encoded?: EncodedText;
}

/** What the named codes of a message open, each problem once: their own problems, else those of what they carry. */
function openedBy(codes: readonly CodeSighting[], knowledge: Knowledge, text: string): Set<string> {
  const problemsOf = (code: { family: string; code: string }) =>
    codeOwners(knowledge, code, text).map(({ pack, problem }) => `${pack}/${problem}`);
  return new Set(
    codes.flatMap((code) => {
      const own = problemsOf(code);
      // A rival that lost is another code of the same number; what it opens was not asked about.
      return own.length > 0
        ? own
        : (code.also ?? []).slice(code.sure ? code.rivals - 1 : 0).flatMap(problemsOf);
    }),
  );
}

/** Named codes rule; then the words; a code that is only decoded is better than nothing. */
function decide(
  codes: readonly CodeSighting[],
  words: ProblemMatches,
  { knowledge, text }: { readonly knowledge: Knowledge; readonly text: string },
): Recognition['decision'] {
  const named = codes.filter((code) => code.named);
  if (named.length > 0) {
    const isSure = named[0]?.sure && openedBy(named, knowledge, text).size <= 1;
    return isSure ? 'answer' : 'choose';
  }
  if (words.decision === 'none' && codes.length > 0) return 'unknown';
  return words.decision;
}

/** Offered at most, whatever the decision. */
const mostProblems = 3;
const noWords: ProblemMatches = { decision: 'none', problems: [] };

/** Whether there are words beside the codes; a bare code, the commonest message of all, need not be compared. */
function saysMore(text: string, codes: readonly CodeSighting[]): boolean {
  if (codes.length === 0) return true;
  let rest = '';
  let from = 0;
  for (const { span } of codes) {
    rest += `${text.slice(from, span[0])} `;
    from = span[1];
  }
  return /\p{L}/u.test(rest + text.slice(from));
}

/** A program's own message says more than what the words resemble. */
function withPrinted(words: ProblemMatches, [printed]: readonly ProblemMatch[]): ProblemMatches {
  if (!printed) return words;
  const others = words.problems.filter(
    ({ pack, problem }) => pack !== printed.pack || problem !== printed.problem,
  );
  return { decision: 'answer', problems: [printed, ...others].slice(0, mostProblems) };
}

/**
 * Finds what a message is about: its error codes, the problems its words speak of, its language. Codes rule before
 * problems. Words are read in the first 4,000 characters, codes in the first 2,000,000 units. Never throws, whatever the text.
 */
export function recognise(given: string, knowledge: Knowledge, hints: Hints = {}): Recognition {
  const text = withoutPlaceholders(given);
  const found = findCodes(text, knowledge, hints.platform === undefined ? {} : { platform: hints.platform });
  const isMore = saysMore(text, found);
  const printed = isMore ? printedProblems(text, knowledge) : [];
  const ordered = orderCodes(statesBeside(found, text), text);
  const codes = readByPrinted(ordered, printed, { knowledge, text });
  const words = withPrinted(isMore ? matchWithEncoder(text, knowledge, hints.encoded) : noWords, printed);
  const detected = detectLanguage(text);
  return {
    decision: decide(codes, words, { knowledge, text }),
    language: detected === 'other' ? (hints.language ?? 'other') : detected,
    codes,
    problems: words.problems,
    ...(words.isTentative ? { isTentative: true } : {}),
  };
}
