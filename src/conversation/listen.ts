import { textIn } from '../languages/text.ts';
import type { Block } from '../message.ts';
import { chosenNumber } from '../recognition/chosen-number.ts';
import { hear } from '../recognition/hear.ts';
import { recognise } from '../recognition/recognise.ts';
import type { CodeSighting, ProblemMatch, Recognition } from '../recognition/recognition.ts';
import { aside } from './aside.ts';
import { byCode, codeNamed, didYouMean } from './code-answer.ts';
import { type Outcome, text, withLead } from './draft.ts';
import { notedBlocks, openProblem, volunteered } from './opening.ts';
import { article, proceed } from './perform.ts';
import type { Effect, Option, TalkFact } from './state.ts';
import { placeOf } from './talk.ts';
import { type Turn, withFacts } from './turn.ts';
import { chooseDraft, titleOf } from './wording/choose.ts';
import { codeRows } from './wording/code.ts';
import { handOverDraft } from './wording/hand-over.ts';

/** A match below this shares a word or two with the message and nothing else; offering it would be a guess. */
const worthOffering = 0.25;
/** From this score and lead on, words beside a code state a problem of their own. */
const clearlyStated = 0.8;
const clearLead = 0.2;
/** A ticket's reader needs the beginning of each message, and no talk has more that matter. */
const longestSaid = 2000;
const mostSaid = 50;
/** As far as `recognise` reads words, in characters; codes are found further on. */
const mostRead = 4000;
/** More choices no question has; a lone number up to here is meant for one. */
const mostChoices = 20;

type Place = NonNullable<ReturnType<typeof placeOf>>;

/** A message and what was found in it. */
interface Listened {
  readonly words: string;
  readonly recognition: Recognition;
}

/** Free text: codes rule before problems, and what was volunteered always counts. */
export function listen(turn: Turn, words: string): Outcome {
  if (!turn.state.open && chosenNumber(words, mostChoices) !== null)
    return aside(turn, [text(turn.sentences.nothingOpen)]);
  const said: TalkFact[] =
    turn.talk.said.length < mostSaid
      ? [{ type: 'said', text: [...words].slice(0, longestSaid).join('') }]
      : [];
  const heard = withFacts(turn, said);
  const recognition = recognise(words, turn.world.knowledge, {
    platform: turn.incoming.platform,
    language: turn.language.code,
  });
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
  const stated = statedBeside(turn, recognition, named);
  if (stated.length > 0) return byWordsBeside(turn, stated, { words, primary: named[0] as CodeSighting });
  if (named.length > 0) return byCode(turn, named, words);
  const decoded = recognition.codes.length > 0 ? codeBlocks(turn, recognition.codes) : [];
  const problems = recognition.problems;
  const best = problems[0];
  if (best && isSure(turn, recognition, words)) return openMatch(turn, best, { words, lead: decoded });
  if (decoded.length > 0)
    return { draft: { kind: 'answer', blocks: decoded, about: aboutCode(recognition.codes) } };
  if (recognition.decision === 'choose')
    return { draft: chooseDraft(turn, problems, turn.sentences.chooseProblem) };
  return didYouMean(turn, words) ?? notKnown(turn, words, problems);
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

/**
 * Whether the words are enough to open the best match without asking: they are clear by themselves, or they are close
 * and also say something that the pack listens for ("… and my colleagues have the same").
 */
function isSure(turn: Turn, recognition: Recognition, words: string): boolean {
  const best = recognition.problems[0];
  if (!best) return false;
  if (recognition.decision === 'answer') return true;
  const pack = turn.world.knowledge.packs[best.pack];
  return (
    recognition.decision === 'choose' &&
    best.kind === 'problem' &&
    pack !== undefined &&
    hear(words, pack).length > 0
  );
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

/** An unknown code of a known family is said to be that; neither is given a meaning. */
function unknownCode(turn: Turn, { family, code }: CodeSighting): string {
  const title = turn.world.knowledge.table?.families.find(({ id }) => id === family)?.title;
  if (!title) return turn.sentences.codeUnknown(code);
  return turn.sentences.codeUnknownIn(code, textIn(title, turn.language.code));
}

function codeBlocks(turn: Turn, codes: readonly CodeSighting[]): Block[] {
  const first = codes[0] as CodeSighting;
  const rows = codeRows(turn, first);
  return [
    text(unknownCode(turn, first)),
    ...(rows.length === 0 ? [] : [text(turn.sentences.codeDecoded), ...rows]),
  ];
}

function aboutCode(codes: readonly CodeSighting[]): { code?: string } {
  return codes[0] ? { code: codes[0].code } : {};
}

function sightings(codes: readonly CodeSighting[]): Effect[] {
  return codes.slice(0, 3).map(({ family, code }) => ({ kind: 'sighting', family, code }));
}

/** "I don't know" is an answer: said so, the nearest offered, the words kept for the operator. */
function notKnown(turn: Turn, words: string, problems: readonly ProblemMatch[]): Outcome {
  const nearest = problems.filter((problem) => problem.score >= worthOffering);
  const { sentences, language } = turn;
  const effects: Effect[] = [
    {
      kind: 'unanswered',
      text: words,
      language: language.code,
      nearest: nearest.map(({ pack, problem }) => `${pack}/${problem}`),
    },
  ];
  const lead: Block[] = [text(sentences.unknown), text(sentences.askExactWords)];
  if (nearest.length === 0) return { draft: { kind: 'notice', blocks: lead, about: {} }, effects };
  const choose = chooseDraft(turn, nearest, sentences.unknownNearest);
  return { draft: { ...withLead(choose, lead), kind: 'notice' }, effects };
}

/** Words in the middle of a talk: facts first, then a code or another problem, else an honest "I did not get that". */
function duringTalk(turn: Turn, place: Place, { words, recognition }: Listened): Outcome {
  const { pack, problem } = place;
  const facts = volunteered(turn, place, words);
  if (facts.length > 0) return proceed(turn, facts, notedBlocks(turn, pack, facts));
  const named = recognition.codes.filter((code) => code.named);
  if (named.length > 0) return byCode(turn, named, words);
  if (recognition.codes.length > 0) return aside(turn, codeBlocks(turn, recognition.codes));
  const best = recognition.problems[0];
  if (recognition.decision === 'answer' && best && best.problem !== problem.id)
    return offerSwitch(turn, best);
  const effects: Effect[] = [
    { kind: 'unanswered', text: words, language: turn.language.code, nearest: [`${pack.id}/${problem.id}`] },
  ];
  // Words below a preview are not an answer that was missed: they stand in it now.
  const isPreview = turn.state.open?.kind === 'handover';
  return { ...aside(turn, isPreview ? [] : [text(turn.sentences.notUnderstood)]), effects };
}

/** Another problem in the middle of a talk: asks before leaving the first one. */
function offerSwitch(turn: Turn, match: ProblemMatch): Outcome {
  if (match.kind === 'article') return withArticle(turn, match);
  const { sentences } = turn;
  const options: Option[] = [
    { label: sentences.switchYes, action: { do: 'open', pack: match.pack, problem: match.problem } },
    { label: sentences.switchNo, action: { do: 'continue' } },
  ];
  const title = titleOf(turn, match.pack, match.problem) ?? match.problem;
  return {
    draft: {
      kind: 'choose',
      blocks: [text(sentences.switchQuestion(title))],
      about: { pack: match.pack, problem: match.problem },
      wait: { kind: 'choose', options, aside: true },
    },
  };
}

/** An article is said beside the path; the open question stays. */
function withArticle(turn: Turn, match: ProblemMatch): Outcome {
  return aside(turn, article(turn, { pack: match.pack, article: match.problem }).draft.blocks);
}
