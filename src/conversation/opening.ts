import type { Pack, Problem } from '../knowledge/knowledge.ts';
import { systemObservation } from '../knowledge/knowledge.ts';
import { factLabel, factTopics, topicOf } from '../languages/facts/facts.ts';
import { systemWording } from '../languages/systems.ts';
import { textIn } from '../languages/text.ts';
import type { Block } from '../message.ts';
import { hear } from '../recognition/hear.ts';
import { hedgeOf } from '../recognition/hedges.ts';
import { readSystem } from '../recognition/system.ts';
import { readSystemVersion } from '../recognition/system-version.ts';
import { readApps, readCircumstances, readDeeds, type Told } from '../recognition/told.ts';
import { text } from './draft.ts';
import type { Action, TalkFact } from './state.ts';
import { placeOf, systemOf } from './talk.ts';
import type { Turn } from './turn.ts';
import { answerLine } from './wording/answer-line.ts';

/** A problem and the pack it stands in. */
type Place = NonNullable<ReturnType<typeof placeOf>>;

/** Facts that the person's words say without being asked: the system, and every observation of the problem they fit. */
export function volunteered(turn: Turn, { pack, problem }: Place, words: string): TalkFact[] {
  const facts: TalkFact[] = [];
  const system = readSystem(words);
  if (system && turn.talk.answers.get(systemObservation) !== system) {
    facts.push({ type: 'answered', observation: systemObservation, answer: system, source: 'volunteered' });
  }
  const version = readSystemVersion(words, system ?? systemOf(turn.talk));
  if (version && turn.talk.version?.label !== version.label) facts.push({ type: 'version', ...version });
  for (const { observation, answer, share } of hear(words, pack)) {
    const isElsewhere = !problem.observations.includes(observation);
    const isRepeated = turn.talk.answers.get(observation) === answer;
    if (isElsewhere || (isRepeated && !isSurerNow(turn, observation, share))) continue;
    // Who says an answer again, only surer, still answers what was asked.
    const source = isRepeated && !turn.talk.volunteered.has(observation) ? 'asked' : 'volunteered';
    facts.push({ type: 'answered', observation, answer, source, ...hedgeOf({ share }) });
  }
  return [...facts, ...done(turn, { pack, problem }, words)];
}

/** Whether an answer that was hedged comes again with less of a doubt. @param share as it is said now. */
export function isSurerNow({ talk }: Turn, observation: string, share = 1): boolean {
  return share > (talk.hedged.get(observation) ?? 1);
}

/** What they did before they asked, and the fixes that are thereby tried; the programs they name, for the ticket. */
function done({ talk }: Turn, { pack, problem }: Place, words: string): TalkFact[] {
  const told = [...readDeeds(words), ...readApps(words), ...beside(pack, problem, words)].map(
    ({ fact }) => fact,
  );
  const isNew = told.filter((fact) => !talk.told.has(fact));
  const known = new Set([...talk.told, ...told]);
  const tried = [...fixesByDeed(pack, problem)].flatMap(([fix, deeds]) =>
    !talk.tried.has(fix) && deeds.some((deed) => known.has(deed)) ? [fix] : [],
  );
  return [
    ...isNew.map((fact): TalkFact => ({ type: 'told', fact })),
    ...tried.map((fix): TalkFact => ({ type: 'tried', fix, outcome: 'failed' })),
  ];
}

/** Circumstances that no question of the problem is about: for the ticket, and so that nobody feels unheard. */
function beside(pack: Pack, problem: Problem, words: string): readonly Told[] {
  const asked = topicsAsked(pack, problem);
  return readCircumstances(words).filter(({ fact }) => !asked.has(topicOf(fact)));
}

const topicsOfProblems = new WeakMap<Problem, ReadonlySet<string>>();

/** The kinds of built-in facts that the questions of a problem are about. */
function topicsAsked(pack: Pack, problem: Problem): ReadonlySet<string> {
  const known = topicsOfProblems.get(problem);
  if (known) return known;
  const answers = problem.observations.flatMap((id) => pack.observations[id]?.answers ?? []);
  const topics = new Set(answers.flatMap(({ facts = [] }) => facts.map(topicOf)));
  topicsOfProblems.set(problem, topics);
  return topics;
}

const deedsOfFixes = new WeakMap<Problem, ReadonlyMap<string, readonly string[]>>();

/** The fixes of a problem that some deed is the same as, with those deeds. */
function fixesByDeed(pack: Pack, problem: Problem): ReadonlyMap<string, readonly string[]> {
  const known = deedsOfFixes.get(problem);
  if (known) return known;
  const fixes = Object.keys(problem.causes).flatMap((cause) => Object.keys(pack.causes[cause]?.fixes ?? {}));
  const found = new Map(
    fixes.flatMap((fix) => {
      const deeds = pack.fixes[fix]?.did ?? [];
      return deeds.length > 0 ? [[fix, deeds] as const] : [];
    }),
  );
  deedsOfFixes.set(problem, found);
  return found;
}

/** "Noted. …" for facts that were volunteered, so that a misunderstanding shows at once. */
export function notedBlocks(turn: Turn, pack: Pack, facts: readonly TalkFact[]): Block[] {
  const { sentences, language } = turn;
  const version = facts.find(({ type }) => type === 'version');
  const lines = facts.flatMap((fact) => {
    if (fact.type === 'version')
      return [sentences.trailAnswer(textIn(systemWording.title, language.code), fact.label)];
    // The version names its system.
    if (fact.type !== 'answered' || (version && fact.observation === systemObservation)) return [];
    const observation = pack.observations[fact.observation];
    const answer = observation?.answers.find((candidate) => candidate.id === fact.answer);
    if (!observation || !answer) return [];
    const label = textIn(answer.label, language.code);
    const said = fact.share === undefined ? label : sentences.hedged(label);
    return [answerLine(turn, observation, said)];
  });
  lines.push(...toldLines(turn, facts));
  return lines.length > 0 ? [text(sentences.noted(lines))] : [];
}

/** What was told besides answers, a line for each kind; programs go without saying. */
function toldLines({ language, sentences }: Turn, facts: readonly TalkFact[]): string[] {
  const told = facts.flatMap((fact) =>
    fact.type === 'told' && topicOf(fact.fact) !== 'app' ? [fact.fact] : [],
  );
  return [...Map.groupBy(told, topicOf)].map(([topic, names]) =>
    sentences.trailAnswer(
      textIn(factTopics[topic]?.title ?? {}, language.code),
      names.map((name) => factLabel(name, language.code)).join(sentences.listComma),
    ),
  );
}

/** Facts and leading blocks for opening a problem on the strength of `words`. */
export function openProblem(
  turn: Turn,
  reference: { pack: string; problem: string; code?: string },
  words: string,
): { facts: TalkFact[]; lead: Block[] } {
  const isOpen =
    turn.talk.problem?.pack === reference.pack && turn.talk.problem.problem === reference.problem;
  const opened: TalkFact[] = isOpen ? [] : [{ type: 'opened', ...reference }];
  const pack = turn.world.knowledge.packs[reference.pack];
  const problem = pack?.problems[reference.problem];
  if (!pack || !problem) return { facts: opened, lead: [] };
  const facts = volunteered(turn, { pack, problem }, words);
  const meaning: Block[] =
    problem.meaning && Object.keys(problem.causes).length > 0
      ? [text(textIn(problem.meaning, turn.language.code))]
      : [];
  return { facts: [...opened, ...facts], lead: [...meaning, ...notedBlocks(turn, pack, facts)] };
}

/** The facts an answer brings along: when it means another problem of the pack, the talk moves there. */
export function factsOfAnswer(
  turn: Turn,
  { observation, answer, share }: Extract<Action, { do: 'answer' }>,
): TalkFact[] {
  const fact: TalkFact = { type: 'answered', observation, answer, source: 'asked', ...hedgeOf({ share }) };
  const place = placeOf(turn.talk, turn.world.knowledge);
  const opens = place?.pack.observations[observation]?.answers.find(
    (candidate) => candidate.id === answer,
  )?.opens;
  if (!place || !opens || opens === place.problem.id) return [fact];
  return [fact, { type: 'opened', pack: place.pack.id, problem: opens }];
}
