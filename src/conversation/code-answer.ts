import { factLabel } from '../languages/facts/facts.ts';
import type { Block } from '../message.ts';
import { appOf, codeOwners } from '../recognition/code-owners.ts';
import { codeIndexOf } from '../recognition/codes/code-index.ts';
import { findCodes } from '../recognition/codes/find-codes.ts';
import { suggestNames } from '../recognition/codes/suggest-names.ts';
import { suggestNumbers } from '../recognition/codes/suggest-numbers.ts';
import type { CodeSighting } from '../recognition/recognition.ts';
import { readApps } from '../recognition/told.ts';
import { type Outcome, text } from './draft.ts';
import { openProblem } from './opening.ts';
import { proceed } from './perform.ts';
import type { Action, Option } from './state.ts';
import type { Turn } from './turn.ts';
import { titleOf } from './wording/choose.ts';
import { codeRows } from './wording/code.ts';
import { codeCard, codeLabel } from './wording/code-card.ts';

/** More candidates than this nobody compares in a chat. */
const mostCandidates = 3;
/** A mistyped name is looked for in this many characters. */
const mostRead = 1000;

interface Candidate {
  readonly family: string;
  readonly code: string;
  readonly via?: string;
}

/** The readings that are candidates of their own, likeliest first. */
function candidatesOf(sighting: CodeSighting): Candidate[] {
  const { also = [], sure, rivals } = sighting;
  return sure ? [sighting] : [sighting, ...also.slice(0, rivals - 1)].slice(0, mostCandidates);
}

function opensOf(turn: Turn, { family, code }: Candidate): Option[] {
  const words = [...turn.talk.said, turn.incoming.text].join('\n');
  return codeOwners(turn.world.knowledge, { family, code }, words).map(({ pack, problem }) => ({
    label: titleOf(turn, pack, problem) ?? code,
    action: { do: 'open' as const, pack, problem, code, family },
  }));
}

/** What a candidate leads to: its problems, else its card. */
function optionsOf(turn: Turn, candidate: Candidate): Option[] {
  const opens = opensOf(turn, candidate);
  if (opens.length > 0) return opens;
  const { family, code } = candidate;
  return [{ label: codeLabel(turn, candidate), action: { do: 'code', family, code } }];
}

/** A sure code leads to its own problems, else to those of what it carries or of its siblings, else to its card. */
function optionsOfSure(turn: Turn, sighting: CodeSighting): Option[] {
  const carried = (sighting.also ?? []).slice(sighting.rivals - 1).flatMap((one) => opensOf(turn, one));
  const own = optionsOf(turn, sighting);
  return own[0]?.action.do === 'code' && carried.length > 0 ? carried : own;
}

function distinct(options: readonly Option[]): Option[] {
  const first = new Map<string, Option>();
  for (const option of options) if (!first.has(option.label)) first.set(option.label, option);
  return [...first.values()].slice(0, mostCandidates);
}

/** Codes that the knowledge names, the weightiest first: one is answered, several readings are asked about. */
export function byCode(turn: Turn, codes: readonly CodeSighting[], words: string): Outcome {
  const [primary] = codes as readonly [CodeSighting, ...CodeSighting[]];
  const asked = codes.filter((code) => code === primary || opensOf(turn, code).length > 0);
  const options = distinct(
    asked.flatMap((code) =>
      code.sure
        ? optionsOfSure(turn, code)
        : candidatesOf(code).flatMap((candidate) => optionsOf(turn, candidate)),
    ),
  );
  const [only] =
    options.length === 1 ? options : ofNamedFamily(turn, options, { words, at: primary.span[0] });
  if (only) return answer(turn, only.action, { primary, codes, words });
  const none: Option = { label: turn.sentences.noneOfThese, action: { do: 'noneOfThese' } };
  return {
    draft: {
      kind: 'choose',
      blocks: [text(turn.sentences.codeChoose(asWritten(primary, words)))],
      about: { code: primary.code },
      wait: { kind: 'choose', options: [...options, none] },
    },
  };
}

/** The one option whose family the words name (蓝屏 beside a number that programs print too), nearest to the code; none when not one. */
function ofNamedFamily(turn: Turn, options: readonly Option[], { words, at }: { words: string; at: number }) {
  const text = words.slice(0, mostRead).toLowerCase();
  const hits = codeIndexOf(turn.world.knowledge).words.hits(text, 0, text.length);
  const nearest = [...hits].sort((one, two) => Math.abs(one.end - at) - Math.abs(two.end - at));
  for (const { families } of nearest) {
    const fits = options.filter(({ action }) => 'family' in action && families.includes(action.family ?? ''));
    if (fits.length === 1) return fits;
  }
  return [];
}

/** The one problem that the first code opens; null when it opens none, or several. */
export function opensElsewhere(
  turn: Turn,
  [primary]: readonly CodeSighting[],
): { pack: string; problem: string; code?: string } | null {
  const options = primary ? distinct(optionsOfSure(turn, primary)) : [];
  const action = options.length === 1 ? options[0]?.action : undefined;
  if (action?.do !== 'open') return null;
  const { pack, problem, code } = action;
  return { pack, problem, ...(code ? { code } : {}) };
}

/** Asks which of some codes somebody meant; null when there is none to ask about. */
function askMeant(turn: Turn, typed: string, options: readonly Option[]): Outcome | null {
  if (options.length === 0) return null;
  const none: Option = { label: turn.sentences.noneOfThese, action: { do: 'noneOfThese' } };
  const blocks = [text(turn.sentences.codeDidYouMean(typed))];
  return {
    draft: { kind: 'choose', blocks, about: {}, wait: { kind: 'choose', options: [...options, none] } },
  };
}

/** Names of codes that a mistyped one may mean, as a question; null when nothing in the words is nearly a name. */
export function didYouMean(turn: Turn, words: string): Outcome | null {
  const { knowledge } = turn.world;
  for (const [typed] of words.slice(0, mostRead).matchAll(/\w{5,60}/g)) {
    const options = suggestNames(typed, knowledge).flatMap((name) =>
      firstOption(turn, codeIndexOf(knowledge).byName(name)[0], name),
    );
    const question = askMeant(turn, typed, options);
    if (question) return question;
  }
  return null;
}

/** The same for a number with an O for a 0, with a space in it, or with a digit too few: never answered unasked. */
export function didYouMeanNumber(turn: Turn, words: string): Outcome | null {
  const { knowledge } = turn.world;
  const mistyped = suggestNumbers(words.slice(0, mostRead), knowledge);
  const options = (mistyped?.meant ?? []).flatMap((hex) => {
    const [sighting] = findCodes(hex, knowledge, { isCode: true });
    return sighting
      ? optionsOfSure(turn, sighting)
          .slice(0, 1)
          .map((option) => ({ ...option, label: hex }))
      : [];
  });
  return mistyped ? askMeant(turn, mistyped.typed, options) : null;
}

function firstOption(turn: Turn, candidate: Candidate | undefined, label: string): Option[] {
  if (!candidate) return [];
  return optionsOf(turn, candidate)
    .slice(0, 1)
    .map((option) => ({ ...option, label }));
}

/** What a code is called, its number and its name: to stand before something that helps more. */
export function codeNamed(turn: Turn, sighting: CodeSighting): Block[] {
  return codeCard(turn, sighting)
    .blocks.filter(({ type }) => type === 'heading' || type === 'rows')
    .slice(0, 2);
}

/** How a code is called to the person: by its name when that is what they wrote, not by the number behind it. */
function asWritten({ code, symbol, span: [start, end] }: CodeSighting, words: string): string {
  return symbol !== undefined && words.slice(start, end).toUpperCase() === symbol.toUpperCase()
    ? symbol
    : code;
}

interface Said {
  readonly primary: CodeSighting;
  readonly codes: readonly CodeSighting[];
  readonly words: string;
}

function answer(turn: Turn, action: Action, { primary, codes, words }: Said): Outcome {
  if (action.do !== 'open') {
    const draft = codeCard(turn, primary);
    return { draft: { ...draft, blocks: [...draft.blocks, ...furtherCodes(turn, codes)] } };
  }
  const { pack, problem, code } = action;
  const opened = openProblem(turn, { pack, problem, ...(code ? { code } : {}) }, words);
  const outcome = proceed(turn, opened.facts, [
    text(turn.sentences.codeFound(asWritten(primary, words))),
    ...opened.lead,
    ...codeRows(turn, primary),
    ...onlyFor(turn, pack, { primary, words }),
  ]);
  const about = { ...outcome.draft.about, ...(code ? { code } : {}) };
  return { ...outcome, draft: { ...outcome.draft, about } };
}

/** Of a code that any program can show, the pack of one program knows only its own causes: said before its steps. */
function onlyFor(turn: Turn, packId: string, { primary, words }: Pick<Said, 'primary' | 'words'>): Block[] {
  const { knowledge } = turn.world;
  const app = appOf(knowledge, packId);
  const isItsOwn = (codeIndexOf(knowledge).families.get(primary.family)?.platforms.length ?? 1) > 0;
  const isKnown = readApps(words).length > 0 || turn.talk.told.size > 0 || turn.talk.problem?.pack === packId;
  if (app === null || isItsOwn || isKnown) return [];
  return [text(turn.sentences.codeOnlyFor(factLabel(app, turn.language.code)))];
}

/** The other codes of a log, with how often each stands there. */
function furtherCodes(turn: Turn, codes: readonly CodeSighting[]): Block[] {
  const { sentences } = turn;
  const others = codes.slice(1, 1 + mostCandidates);
  if (others.length === 0) return [];
  return [text(sentences.codeAlso(others.map(({ code, count }) => sentences.codeTimes(code, count))))];
}
