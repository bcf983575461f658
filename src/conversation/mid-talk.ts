import { type Pack, systemObservation } from '../knowledge/knowledge.ts';
import { textIn } from '../languages/text.ts';
import { isDontKnow, isYesNo } from '../recognition/answers.ts';
import { appOf } from '../recognition/code-owners.ts';
import { hear } from '../recognition/hear.ts';
import { recognise } from '../recognition/recognise.ts';
import type { CodeSighting, ProblemMatch, Recognition } from '../recognition/recognition.ts';
import { namesAnother } from '../recognition/several-problems.ts';
import { readApps } from '../recognition/told.ts';
import { aside, asideBriefly } from './aside.ts';
import { byCode, opensElsewhere } from './code-answer.ts';
import { type Draft, type Outcome, text } from './draft.ts';
import { lateAnswer, nearAnswer } from './late-answer.ts';
import { notedBlocks, volunteered } from './opening.ts';
import { article, proceed } from './perform.ts';
import type { Conversation, Effect, Option, TalkFact } from './state.ts';
import { placeOf } from './talk.ts';
import type { Turn } from './turn.ts';
import { codeBlocks } from './unknown-code.ts';
import { titleOf } from './wording/choose.ts';

/**
 * A match below this shares a word or two with the message and nothing else. Of what is offered from here on (two at
 * most) 0.89 is right on left-out sentences of the shipped packs and 0.82 of them are reached (0.94 and 0.74 from 0.25
 * on); of 200 off-topic sentences six get an offer.
 */
const worthOffering = 0.1;
const mostOffered = 2;

type Place = NonNullable<ReturnType<typeof placeOf>>;

type Answered = Extract<TalkFact, { type: 'answered' }>;

/** A message and what was found in it. */
export interface Listened {
  readonly words: string;
  readonly recognition: Recognition;
}

/** Words in the middle of a talk: another subject that says so, facts, a code or another problem, else an honest "I did not get that". */
export function duringTalk(turn: Turn, place: Place, { words, recognition }: Listened): Outcome {
  const other = anotherProblem(place, recognition);
  if (other && namesAnother(words)) return offerSwitch(turn, other);
  const facts = volunteered(turn, place, words);
  // What is told for the ticket only ("since yesterday") says little; whatever else the words are comes first.
  const named = recognition.codes.filter((code) => code.named);
  const isCodeFirst = named.length > 0 && facts.every(isIncidental);
  if (!isCodeFirst && facts.some(({ type }) => type !== 'told')) return noted(turn, place, facts);
  if (named.length > 0) return codeMidway(turn, place, { named, words });
  if (recognition.codes.length > 0) return aside(turn, codeBlocks(turn, recognition.codes));
  const late = lateAnswer(turn, place, words);
  if (late) return noted(turn, place, [late, ...facts]);
  if (other && recognition.decision === 'answer' && isLikelySwitch(turn, place, other, words))
    return offerSwitch(turn, other);
  const near = nearAnswer(turn, place, words);
  if (near) return takenAs(turn, place, { guess: near, told: facts });
  if (facts.length > 0) return noted(turn, place, facts);
  return puzzled(turn, place, { words, recognition });
}

/** A problem of another program is meant only by words that name it: "since the update" is said of any. */
function isLikelySwitch({ world }: Turn, { pack }: Place, other: ProblemMatch, words: string): boolean {
  const app = appOf(world.knowledge, other.pack);
  return other.pack === pack.id || app === null || readApps(words).some(({ fact }) => fact === app);
}

/** "Now Windows update gives 0x800F081F" names a system, but is about the code. */
function isIncidental(fact: TalkFact): boolean {
  return (
    fact.type === 'told' ||
    fact.type === 'version' ||
    (fact.type === 'answered' && fact.observation === systemObservation)
  );
}

/** Goes on with more facts, and says which. */
function noted(turn: Turn, { pack }: Place, facts: readonly TalkFact[]): Outcome {
  return proceed(turn, facts, notedBlocks(turn, pack, facts));
}

/** The same where the first fact is a guess at the answer, so that a wrong one is put right. */
function takenAs(
  turn: Turn,
  { pack }: Place,
  { guess, told }: { guess: Answered; told: readonly TalkFact[] },
): Outcome {
  const answer = pack.observations[guess.observation]?.answers.find(({ id }) => id === guess.answer);
  const label = textIn(answer?.label ?? {}, turn.language.code);
  const lead = [text(turn.sentences.takenAs(label)), ...notedBlocks(turn, pack, told)];
  return proceed(turn, [guess, ...told], lead);
}

/**
 * Whether words that could answer the open question speak of another problem, and say so: "different question, the file
 * has expired".
 */
export function leadsAway(turn: Turn, words: string): boolean {
  const place = placeOf(turn.talk, turn.world.knowledge);
  if (!place || !namesAnother(words)) return false;
  const recognition = recognise(words, turn.world.knowledge, { platform: turn.incoming.platform });
  return recognition.decision === 'answer' && anotherProblem(place, recognition) !== undefined;
}

function anotherProblem({ problem }: Place, { problems }: Recognition): ProblemMatch | undefined {
  const [best] = problems;
  return best && best.problem !== problem.id ? best : undefined;
}

/**
 * A code in the middle of a talk is asked about before the talk is left for it. At its very beginning it just counts,
 * unless it is another program's.
 */
function codeMidway(
  turn: Turn,
  { pack, problem }: Place,
  { named, words }: { named: readonly CodeSighting[]; words: string },
): Outcome {
  const { talk, state } = turn;
  const hasBegun =
    talk.tried.size > 0 ||
    state.events.some((event) => event.type === 'answered' && event.source === 'asked');
  const target = opensElsewhere(turn, named);
  const isElsewhere = target !== null && (hasBegun || target.pack !== pack.id);
  if (!isElsewhere || target.problem === problem.id) return byCode(turn, named, words);
  return offerSwitch(turn, { ...target, kind: 'problem' });
}

/** Not understood: the question again; the second time in a row with more ways out of it. */
function puzzled(turn: Turn, { pack, problem }: Place, { words, recognition }: Listened): Outcome {
  // "Ok" and "yes" say nothing that anybody could add to the knowledge.
  const effects: Effect[] = isYesNo(words)
    ? []
    : [
        {
          kind: 'unanswered',
          text: words,
          language: turn.language.code,
          nearest: [`${pack.id}/${problem.id}`],
        },
      ];
  if (isKnown(turn, pack, words)) return asideBriefly(turn, [text(turn.sentences.haveThat)]);
  // Words below a preview are not an answer that was missed: they stand in it now.
  if (turn.state.open?.kind === 'handover') return { ...aside(turn, []), effects };
  if (turn.state.open?.kind === 'fix' && (isDontKnow(words) || isAboutToTry(words)))
    return asideBriefly(turn, [text(turn.sentences.notTriedYet)]);
  // "Ok" below steps means that somebody is about to try them.
  if (turn.state.open?.kind === 'fix' && isYesNo(words)) return asideBriefly(turn, []);
  if (!isSecondTime(turn.state)) {
    const { notUsable, notUnderstood } = turn.sentences;
    const sentence = turn.state.open?.kind === 'fix' ? notUsable : notUnderstood;
    return { ...asideBriefly(turn, [text(sentence)]), effects };
  }
  return {
    draft: withWaysOut(
      turn,
      recognition.problems.filter((match) => match.problem !== problem.id),
    ),
    effects,
  };
}

const aboutToTry =
  /^(?:ok |okay |thanks |thank you )*(?:i will|i'll|let me|going to|gonna|will|brb|hold on|one moment|wait|give me|trying)\b|试试|试一下|试一试|我去试|稍等|等一下|等等|等会|一会/iu;
/** In more characters somebody says more than that. */
const longestAboutToTry = 30;

/** "I'll try", 我先试试: steps were taken note of, and nothing is said about them yet. */
function isAboutToTry(words: string): boolean {
  return [...words].length <= longestAboutToTry && aboutToTry.test(words.replace(/[,.!]/g, '').trim());
}

/** Whether the words tell only what was told before. */
function isKnown({ talk }: Turn, pack: Pack, words: string): boolean {
  return hear(words, pack).some(({ observation, answer }) => talk.answers.get(observation) === answer);
}

/** Whether the message before this one led nowhere either: then only words stand at the end of what happened. */
export function isSecondTime({ events }: Conversation): boolean {
  const [before, last] = events.slice(-2);
  return before?.type === 'said' && last?.type === 'said';
}

/** What is open once more, with the nearest problems and a person as further choices. */
function withWaysOut(turn: Turn, near: readonly ProblemMatch[]): Draft {
  const { sentences } = turn;
  const again = turn.state.open?.kind === 'fix' ? sentences.notUsableAgain : sentences.notUnderstoodAgain;
  const { draft } = asideBriefly(turn, [text(again)]);
  if (!draft.wait) return draft;
  const nearest = near
    .filter(({ kind, score }) => kind === 'problem' && score >= worthOffering)
    .slice(0, mostOffered)
    .map(
      ({ pack, problem }): Option => ({
        label: sentences.rather(titleOf(turn, pack, problem) ?? problem),
        action: { do: 'switch', pack, problem },
      }),
    );
  const person: Option = { label: sentences.askPerson, action: { do: 'handOver' } };
  // What is asked is whether to switch; those that were added here before are not.
  const isOffer = turn.state.open?.kind === 'choose';
  const own = draft.wait.options.filter(
    ({ action }) => action.do !== 'handOver' && (isOffer || action.do !== 'switch'),
  );
  return { ...draft, wait: { ...draft.wait, options: [...own, ...nearest, person] } };
}

/** Another problem in the middle of a talk: asks before leaving the first one. */
function offerSwitch(
  turn: Turn,
  match: Pick<ProblemMatch, 'pack' | 'problem' | 'kind'> & { code?: string },
): Outcome {
  if (match.kind === 'article') return withArticle(turn, match);
  const { sentences } = turn;
  const { pack, problem, code } = match;
  const options: Option[] = [
    { label: sentences.switchYes, action: { do: 'switch', pack, problem, ...(code ? { code } : {}) } },
    { label: sentences.switchNo, action: { do: 'continue' } },
  ];
  const title = titleOf(turn, pack, problem) ?? problem;
  return {
    draft: {
      kind: 'choose',
      blocks: [text(sentences.switchQuestion(title))],
      about: { pack, problem },
      wait: { kind: 'choose', options, aside: true },
    },
  };
}

/** An article is said beside the path; the open question stays. */
function withArticle(turn: Turn, { pack, problem }: Pick<ProblemMatch, 'pack' | 'problem'>): Outcome {
  return aside(turn, article(turn, { pack, article: problem }).draft.blocks);
}
