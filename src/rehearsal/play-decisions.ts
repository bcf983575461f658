import type { Decision } from '../diagnosis/decide.ts';
import type { Evidence } from '../diagnosis/evidence.ts';
import type { Pack, Problem } from '../knowledge/knowledge.ts';
import type { SimulatedPerson } from './simulated-person.ts';

/** A way of choosing what to do next. */
export type Choose = (pack: Pack, problem: Problem, evidence: readonly Evidence[]) => Decision;

/** How a person fared with one way of choosing. */
export interface Fared {
  readonly resolved: boolean;
  readonly turns: number;
  /** Of answering and trying, handing over included. */
  readonly minutes: number;
}

/** Plays one person on decisions alone, without words: nothing is gained or lost by being understood. */
export function playDecisions(
  pack: Pack,
  problem: Problem,
  { person, choose }: { person: SimulatedPerson; choose: Choose },
): Fared {
  const evidence: Evidence[] = Object.entries(problem.implies).map(([question, answer]) => ({
    kind: 'answer',
    question,
    answer,
    volunteered: true,
  }));
  let minutes = 0;
  for (let turns = 1; ; turns++) {
    const decision = choose(pack, problem, evidence);
    if (decision.do === 'handOver')
      return { resolved: false, turns, minutes: minutes + pack.handOverMinutes };
    if (decision.do === 'repair') {
      minutes += pack.fixes[decision.fix]?.minutes ?? 0;
      if (person.isHelpedBy(decision.fix)) return { resolved: true, turns, minutes };
      evidence.push({ kind: 'failed', fix: decision.fix });
    } else {
      const observation = pack.observations[decision.question] as Pack['observations'][string];
      minutes += observation.minutes;
      const answer = person.answerTo(observation);
      const question = observation.id;
      evidence.push(
        answer === 'unknown' ? { kind: 'unknown', question } : { kind: 'answer', question, answer },
      );
    }
  }
}
