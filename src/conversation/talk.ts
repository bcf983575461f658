import type { Evidence } from '../diagnosis/evidence.ts';
import { type ParameterSet, problemUnder } from '../diagnosis/parameters.ts';
import type { Knowledge, Pack, Problem, System } from '../knowledge/knowledge.ts';
import { systemObservation } from '../knowledge/knowledge.ts';
import { factTopics, topicOf } from '../languages/facts/facts.ts';
import type { TalkEvent } from './state.ts';

type TriedOutcome = 'worked' | 'failed' | 'skipped' | 'declined';

/** What the events add up to. */
export interface Talk {
  /** What is being worked on; null before a problem is known. */
  readonly problem: { readonly pack: string; readonly problem: string; readonly code?: string } | null;
  /** Observation → answer, or `unknown` when the person did not know. The newest answer counts. */
  readonly answers: ReadonlyMap<string, string>;
  /** Observations whose newest answer was said unasked. */
  readonly volunteered: ReadonlySet<string>;
  /** Observation → P(it is the answer given), where the newest answer was hedged. */
  readonly hedged: ReadonlyMap<string, number>;
  readonly tried: ReadonlyMap<string, TriedOutcome>;
  readonly consented: ReadonlySet<string>;
  /** Built-in facts that were told, in that order. */
  readonly told: ReadonlySet<string>;
  /** The newest version of a system that was told; of their system only while `system` is it, see `versionOf`. */
  readonly version: { readonly system: System; readonly label: string } | null;
  /** The person's own words, oldest first. */
  readonly said: readonly string[];
  /** Set once the talk is over. */
  readonly ended: { readonly how: 'solved' } | { readonly how: 'handedOver'; readonly ticket: string } | null;
  /** The learnt numbers that this talk goes by; absent = the author's. */
  readonly parameters?: ParameterSet;
}

/** Reads the list of what happened; pure, and the only place that knows how events add up. */
export function readTalk(events: readonly TalkEvent[], parameters?: ParameterSet): Talk {
  const answers = new Map<string, string>();
  const volunteered = new Set<string>();
  const hedged = new Map<string, number>();
  const tried = new Map<string, TriedOutcome>();
  const consented = new Set<string>();
  const told = new Set<string>();
  const said: string[] = [];
  let problem: Talk['problem'] = null;
  let version: Talk['version'] = null;
  let ended: Talk['ended'] = null;
  for (const event of events) {
    switch (event.type) {
      case 'said':
        said.push(event.text);
        break;
      case 'opened':
        // Observation ids belong to their pack; only the system means the same everywhere.
        if (problem && problem.pack !== event.pack) keepOnly(answers, systemObservation);
        problem = { pack: event.pack, problem: event.problem, ...(event.code ? { code: event.code } : {}) };
        break;
      case 'answered':
        answers.set(event.observation, event.answer);
        if (event.source === 'volunteered') volunteered.add(event.observation);
        else volunteered.delete(event.observation);
        if (event.share === undefined) hedged.delete(event.observation);
        else hedged.set(event.observation, event.share);
        break;
      case 'told':
        if (!factTopics[topicOf(event.fact)]?.several) forgetTopic(told, topicOf(event.fact));
        told.add(event.fact);
        break;
      case 'version':
        version = { system: event.system, label: event.label };
        break;
      case 'consented':
        consented.add(event.fix);
        break;
      case 'tried':
        tried.set(event.fix, event.outcome);
        break;
      case 'solved':
        ended = { how: 'solved' };
        break;
      case 'handedOver':
        ended = { how: 'handedOver', ticket: event.ticket };
        break;
    }
  }
  const talk = { problem, answers, volunteered, hedged, tried, consented, told, version, said, ended };
  return parameters ? { ...talk, parameters } : talk;
}

/** Of most kinds only the newest holds: at home now, at work before. */
function forgetTopic(told: Set<string>, topic: string): void {
  for (const fact of [...told]) if (topicOf(fact) === topic) told.delete(fact);
}

function keepOnly(answers: Map<string, string>, observation: string): void {
  for (const key of [...answers.keys()]) if (key !== observation) answers.delete(key);
}

/** The pack and problem of a talk in `knowledge`; null when there is none, or a reload took it away. */
export function placeOf(talk: Talk, knowledge: Knowledge): { pack: Pack; problem: Problem } | null {
  if (!talk.problem) return null;
  const pack = knowledge.packs[talk.problem.pack];
  const problem = pack?.problems[talk.problem.problem];
  if (!pack || !problem) return null;
  return { pack, problem: talk.parameters ? problemUnder(talk.parameters, pack, problem) : problem };
}

/** What the talk tells the engine: what the problem implies, what was answered, what was tried. */
export function evidenceOf(talk: Talk, problem: Problem): Evidence[] {
  const evidence: Evidence[] = [];
  for (const [question, answer] of Object.entries(problem.implies)) {
    if (!talk.answers.has(question)) evidence.push({ kind: 'answer', question, answer, volunteered: true });
  }
  for (const [question, answer] of talk.answers) evidence.push(answerEvidence(talk, question, answer));
  for (const [fix, outcome] of talk.tried) {
    evidence.push({ kind: outcome === 'failed' ? 'failed' : 'excluded', fix });
  }
  return evidence;
}

function answerEvidence(talk: Talk, question: string, answer: string): Evidence {
  if (answer === 'unknown') return { kind: 'unknown', question };
  const share = talk.hedged.get(question);
  return {
    kind: 'answer',
    question,
    answer,
    ...(share === undefined ? {} : { share }),
    ...(talk.volunteered.has(question) ? { volunteered: true as const } : {}),
  };
}

/** The person's system, once known. */
export function systemOf(talk: Talk): System | null {
  const answer = talk.answers.get(systemObservation);
  return answer && answer !== 'unknown' ? (answer as System) : null;
}

/** The version of the person's system, for showing; null when none was told, or the system turned out to be another. */
export function versionOf(talk: Talk): string | null {
  return talk.version && talk.version.system === systemOf(talk) ? talk.version.label : null;
}
