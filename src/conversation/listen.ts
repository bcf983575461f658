import type { Pack } from '../knowledge/knowledge.ts';
import { factLabel } from '../languages/facts/facts.ts';
import { splitWords } from '../languages/words.ts';
import type { Block } from '../message.ts';
import { isDontKnow, isYesNo } from '../recognition/answers.ts';
import { chosenNumber } from '../recognition/chosen-number.ts';
import { appOf } from '../recognition/code-owners.ts';
import { hear } from '../recognition/hear.ts';
import { recognise } from '../recognition/recognise.ts';
import type { CodeSighting, ProblemMatch, Recognition } from '../recognition/recognition.ts';
import { searchKnowledge } from '../recognition/search-knowledge.ts';
import { type StatedProblem, severalProblems } from '../recognition/several-problems.ts';
import { readApps } from '../recognition/told.ts';
import { isVague } from '../recognition/vague.ts';
import { aside } from './aside.ts';
import { byCode, codeNamed, didYouMean, didYouMeanNumber } from './code-answer.ts';
import { type Outcome, text, withLead } from './draft.ts';
import { keptForLater } from './kept.ts';
import { duringTalk, isSecondTime, type Listened } from './mid-talk.ts';
import { openProblem, volunteered } from './opening.ts';
import { article, proceed } from './perform.ts';
import type { Effect, TalkFact } from './state.ts';
import { placeOf } from './talk.ts';
import { type Turn, withFacts } from './turn.ts';
import { codeBlocks } from './unknown-code.ts';
import { chooseDraft, subjectsOf, titleOf, unknownAgain, vagueDraft } from './wording/choose.ts';
import { handOverDraft } from './wording/hand-over.ts';

/** A match with a smaller chance shares a word or two with the message and nothing else. */
const worthOffering = 0.05;
const mostOffered = 3;
/**
 * From this score and lead on, words beside a code state a problem of their own: 0.96 of them are right on left-out
 * sentences, and 0.64 of the sentences get there (0.98 and 0.50 from 0.8 on).
 */
const clearlyStated = 0.5;
const clearLead = 0.2;
/** With a fact that the pack listens for, so much of a lead over the next problem is enough. */
const supportedLead = 0.1;
/** A ticket's reader needs the beginning of each message, and no talk has more that matter. */
const longestSaid = 2000;
const mostSaid = 50;
/** As far as `recognise` reads words, in characters; codes are found further on. */
const mostRead = 4000;
/** A message in so many characters may add to the one before; a longer one stands by itself. */
const longestAddition = 80;
/** More choices no question has; a lone number up to here is meant for one. */
const mostChoices = 20;

/** Free text: codes rule before problems, and what was volunteered always counts. */
export function listen(turn: Turn, words: string): Outcome {
  const recognition = recogniseWith(turn, words);
  const nothing = turn.state.open ? null : answerToNothing(turn, words, recognition);
  if (nothing) return nothing;
  const said: TalkFact[] =
    turn.talk.said.length < mostSaid
      ? [{ type: 'said', text: [...words].slice(0, longestSaid).join('') }]
      : [];
  const heard = withFacts(turn, said);
  const outcome = answerWords(heard, { words, recognition });
  const effects = [...sightings(recognition.codes), ...(outcome.effects ?? [])];
  const lead = words.length > mostRead ? [text(turn.sentences.tooLong)] : [];
  return {
    ...outcome,
    draft: withLead(outcome.draft, lead),
    facts: [...said, ...(outcome.facts ?? [])],
    effects,
  };
}

/** What is found in the words; where that is nothing, with what was said just before: "it doesn't work" … "sending files". */
function recogniseWith(turn: Turn, words: string): Recognition {
  const { platform } = turn.incoming;
  const { encoded } = turn.world;
  const hints = { platform, language: turn.language.code, ...(encoded ? { encoded } : {}) };
  const alone = recognise(words, turn.world.knowledge, hints);
  const before = turn.talk.problem ? undefined : turn.talk.said.at(-1);
  const isShort = words.length <= longestAddition && (before?.length ?? mostRead) <= longestAddition;
  if (alone.decision !== 'none' || before === undefined || !isShort) return alone;
  const together = recognise(`${words} ${before}`, turn.world.knowledge, hints);
  return together.codes.length === 0 ? together : alone;
}

/** Numbers, "yes" and "don't know" when nothing was asked: said so, and no complaint to keep. */
function answerToNothing(turn: Turn, words: string, { codes }: Recognition): Outcome | null {
  const { sentences } = turn;
  if (chosenNumber(words, mostChoices) !== null) return aside(turn, [text(sentences.nothingOpen)]);
  // "HTTP 500 unknown error" names its code; its "unknown" answers nothing.
  if (turn.talk.problem || codes.length > 0 || isVague(words)) return null;
  if (isDontKnow(words)) return aside(turn, [text(sentences.startAnywhere)]);
  return isYesNo(words) ? aside(turn, [text(sentences.nothingOpen)]) : null;
}

function answerWords(turn: Turn, { words, recognition }: Listened): Outcome {
  const { open } = turn.state;
  const place = placeOf(turn.talk, turn.world.knowledge);
  if (open?.kind === 'handover' && open.aside) return addedToPreview(turn, { words, recognition });
  return place ? duringTalk(turn, place, { words, recognition }) : atStart(turn, words, recognition);
}

/** Who asked for a person and then writes on wants it to go along: it is taken in, and the preview shown again. */
function addedToPreview(turn: Turn, { words, recognition }: Listened): Outcome {
  const place = placeOf(turn.talk, turn.world.knowledge);
  const best = recognition.problems[0];
  const opens = !place && best?.kind === 'problem' && isSure(turn, recognition, words);
  const facts = place
    ? volunteered(turn, place, words)
    : opens
      ? openProblem(turn, { pack: best.pack, problem: best.problem }, words).facts
      : [];
  return { facts, draft: handOverDraft(withFacts(turn, facts), true) };
}

function atStart(turn: Turn, words: string, recognition: Recognition): Outcome {
  const named = recognition.codes.filter((code) => code.named);
  const [first] = recognition.problems;
  if (named.length === 0 && first?.printed) return openMatch(turn, first, { words, lead: [] });
  const stated = statedBeside(turn, recognition, named);
  if (stated.length > 0) return byWordsBeside(turn, stated, { words, primary: named[0] as CodeSighting });
  if (named.length > 0) return byCode(turn, named, words);
  const mistyped = didYouMeanNumber(turn, words);
  if (mistyped) return mistyped;
  const several = recognition.codes.length === 0 ? severalProblems(words, turn.world.knowledge) : [];
  if (several.length > 1) return openFirst(turn, several);
  if (recognition.codes.length === 0 && isVague(words)) return { draft: vagueDraft(turn) };
  const decoded = recognition.codes.length > 0 ? codeBlocks(turn, recognition.codes) : [];
  const problems = recognition.problems;
  const best = problems[0];
  const foreign = best && foreignApps(turn, best.pack, words);
  if (foreign) return notKnown(turn, words, { problems, lead: [text(foreign)] });
  if (best && isSure(turn, recognition, words)) return openMatch(turn, best, { words, lead: decoded });
  if (decoded.length > 0)
    return { draft: { kind: 'answer', blocks: decoded, about: aboutCode(recognition.codes) } };
  if (recognition.decision === 'choose')
    return { draft: chooseDraft(turn, problems, turn.sentences.chooseProblem) };
  if (isVagueStill(turn, words)) return { draft: vagueDraft(turn) };
  return codeChoiceAgain(turn, words) ?? didYouMean(turn, words) ?? notKnown(turn, words, { problems });
}

/** Nothing but a subject is named: "QQ file problem", or "qq" after "it is broken again". */
function isVagueStill(turn: Turn, words: string): boolean {
  const subjects = subjectsOf(turn.world.knowledge);
  const before = turn.talk.said.at(-2);
  const wasVague = before !== undefined && isVague(before, subjects);
  return (
    isVague(words, subjects) ||
    isOnlySubject(words, subjects) ||
    (wasVague && isVague(`${before} ${words}`, subjects))
  );
}

/** "qq", and nothing else. */
function isOnlySubject(words: string, subjects: ReadonlySet<string>): boolean {
  const said = splitWords(words);
  return said.length > 0 && said.every(({ script, text }) => script === 'latin' && subjects.has(text));
}

/** Words that are no choice below "where do you see that code?" are kept, and asked about once more, not forgotten for others. */
function codeChoiceAgain(turn: Turn, words: string): Outcome | null {
  const { open, language } = turn.state;
  const asksAboutCode =
    open?.kind === 'choose' &&
    open.options.some(({ action }) => 'code' in action && action.code !== undefined);
  const wasJustAsked = open?.turn === turn.state.turn - 1;
  if (!asksAboutCode || !wasJustAsked) return null;
  const effects: Effect[] = [{ kind: 'unanswered', text: words, language, nearest: [] }];
  return { ...aside(turn, [text(turn.sentences.notUnderstood)]), effects };
}

/**
 * The problems that the words around a code state, where the code itself is only a row of the table: causes and steps
 * help more than the name of a number ("my bot logs EPERM when it sends a file"). Best first.
 */
function statedBeside(turn: Turn, { problems }: Recognition, named: readonly CodeSighting[]): ProblemMatch[] {
  const { codes } = turn.world.knowledge;
  const opens = named.some((sighting) =>
    [sighting, ...(sighting.also ?? [])].some(({ family, code }) => codes[`${family}/${code}`] !== undefined),
  );
  if (named.length === 0 || opens) return [];
  return problems.filter(({ kind, score }) => kind === 'problem' && score >= clearlyStated);
}

/** Opens the stated problem, or asks between several, with the code's name before it. */
function byWordsBeside(
  turn: Turn,
  stated: readonly ProblemMatch[],
  { words, primary }: { words: string; primary: CodeSighting },
): Outcome {
  const lead = codeNamed(turn, primary);
  const [best, next] = stated as readonly [ProblemMatch, ...ProblemMatch[]];
  const isClear = best.score - (next?.score ?? 0) >= clearLead;
  if (isClear) return openMatch(turn, best, { words, lead });
  return { draft: withLead(chooseDraft(turn, stated, turn.sentences.chooseProblem), lead) };
}

/** What to say when somebody names programs, and the pack that fits best is about another one; null when it is not. */
function foreignApps(turn: Turn, packId: string, words: string): string | null {
  const own = appOf(turn.world.knowledge, packId);
  const named = readApps(words).map(({ fact }) => fact);
  if (own === null || named.length === 0 || named.includes(own)) return null;
  const { sentences, language } = turn;
  const names = named.map((app) => factLabel(app, language.code)).join(sentences.listComma);
  return sentences.otherApp(names, factLabel(own, language.code));
}

/** Two complaints in one message: the first is opened, the others are kept and said to be. */
function openFirst(turn: Turn, several: readonly StatedProblem[]): Outcome {
  const [first, ...others] = several as readonly [StatedProblem, ...StatedProblem[]];
  const titles = several.map(({ match }) => titleOf(turn, match.pack, match.problem) ?? match.problem);
  const lead = [text(turn.sentences.several(titles))];
  const kept = others.map(({ match, words }) =>
    keptForLater(turn, { pack: match.pack, problem: match.problem }, words),
  );
  return { ...openMatch(turn, first.match, { words: first.words, lead }), kept: kept.reverse() };
}

/**
 * Whether the words are enough to open the best match without asking: they are clear by themselves, or they are ahead
 * of the next and also say something that the pack listens for ("… and my colleagues have the same").
 */
function isSure(turn: Turn, recognition: Recognition, words: string): boolean {
  const [best, next] = recognition.problems;
  if (!best) return false;
  if (recognition.decision === 'answer') return true;
  const pack = turn.world.knowledge.packs[best.pack];
  if (pack && tellsOf(turn, best, pack, words)) return true;
  return (
    recognition.decision === 'choose' &&
    !recognition.isTentative &&
    best.kind === 'problem' &&
    best.score - (next?.score ?? 0) >= supportedLead &&
    pack !== undefined &&
    hear(words, pack).length > 0
  );
}

/** "QQ refuses my video, 6gb" names the program, and two things that its pack asks about: it is of that pack, however it is put. */
function tellsOf({ world }: Turn, best: ProblemMatch, pack: Pack, words: string): boolean {
  const app = appOf(world.knowledge, pack.id);
  const isNamed = app !== null && readApps(words).some(({ fact }) => fact === app);
  return best.kind === 'problem' && isNamed && hear(words, pack).length > 1;
}

function openMatch(
  turn: Turn,
  match: ProblemMatch,
  { words, lead }: { words: string; lead: readonly Block[] },
): Outcome {
  if (match.kind === 'article') return article(turn, { pack: match.pack, article: match.problem });
  const opened = openProblem(turn, { pack: match.pack, problem: match.problem }, words);
  return proceed(turn, opened.facts, [...lead, ...opened.lead]);
}

function aboutCode(codes: readonly CodeSighting[]): { code?: string } {
  return codes[0] ? { code: codes[0].code } : {};
}

function sightings(codes: readonly CodeSighting[]): Effect[] {
  return codes.slice(0, 3).map(({ family, code }) => ({ kind: 'sighting', family, code }));
}

/** What the words come nearest to: as people put it, else as titles, causes and steps have it. */
function nearestTo(turn: Turn, words: string, problems: readonly ProblemMatch[]): readonly ProblemMatch[] {
  const near = problems.filter((problem) => problem.score >= worthOffering);
  if (near.length > 0) return near;
  const found = searchKnowledge(words, turn.world.knowledge, mostOffered);
  return found.map(({ pack, problem, kind }) => ({ pack, problem, kind, score: 0, words: [] }));
}

/** "I don't know" is an answer: said so, the nearest offered, the words kept for the operator. */
function notKnown(
  turn: Turn,
  words: string,
  { problems, lead: first }: { problems: readonly ProblemMatch[]; lead?: readonly Block[] },
): Outcome {
  const nearest = nearestTo(turn, words, problems);
  const { sentences, language } = turn;
  const effects: Effect[] = [
    {
      kind: 'unanswered',
      text: words,
      language: language.code,
      nearest: nearest.map(({ pack, problem }) => `${pack}/${problem}`),
    },
  ];
  const lead: Block[] = [...(first ?? [text(sentences.unknown)]), text(sentences.askExactWords)];
  if (!first && isSecondTime(turn.state)) return { draft: unknownAgain(turn, nearest), effects };
  if (nearest.length === 0) return { draft: { kind: 'notice', blocks: lead, about: {} }, effects };
  const choose = chooseDraft(turn, nearest, sentences.unknownNearest);
  const { wait } = choose;
  const draft = { ...withLead(choose, lead), kind: 'notice' as const };
  return { draft: wait ? { ...draft, wait: { ...wait, unanswered: true } } : draft, effects };
}
