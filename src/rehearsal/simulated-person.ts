import type { Open } from '../conversation/state.ts';
import { draw } from '../diagnosis/draw.ts';
import type { Observation, Pack } from '../knowledge/knowledge.ts';
import type { Habits } from './people.ts';

/** Somebody with one true cause, who answers as the knowledge says people with that cause answer. */
export interface SimulatedPerson {
  readonly cause: string;
  /** The answer they give to an observation, always the same for the same one; `unknown` for "don't know". */
  answerTo(observation: Observation): string;
  /** Whether a fix helps them; always the same for the same fix. */
  isHelpedBy(fix: string): boolean;
  /** The index of the option they pick. */
  pick(open: Open): number;
}

/** @param random numbers in [0, 1). */
export function simulatedPerson(
  pack: Pack,
  { cause, habits, random }: { cause: string; habits: Habits; random: () => number },
): SimulatedPerson {
  const answers = new Map<string, string>();
  const helped = new Map<string, boolean>();
  const remember = <T>(memory: Map<string, T>, key: string, make: () => T): T => {
    const known = memory.get(key);
    if (known !== undefined) return known;
    const made = make();
    memory.set(key, made);
    return made;
  };
  const answerTo = (observation: Observation) =>
    remember(answers, observation.id, () => drawAnswer(observation, { cause, habits, random }));
  const isHelpedBy = (fix: string) =>
    remember(helped, fix, () => random() < helpChance(pack, cause, fix) * (1 - habits.fixDoneWrong));
  const pick = (open: Open): number => {
    const observation = open.observation ? pack.observations[open.observation] : undefined;
    if (observation) return answerOption(open, answerTo(observation));
    if (open.kind === 'fix' && open.fix)
      return outcomeOption(open, isHelpedBy(open.fix) ? 'worked' : 'failed');
    // Consent, previews and choices between problems: they go along with the first offer.
    return 0;
  };
  return { cause, answerTo, isHelpedBy, pick };
}

/**
 * P(the fix ends the matter for somebody with this cause). "Ask your IT", "wait" and "appeal" (tier 3) are the end of
 * what a person can do from their side, so given for the true cause they count as resolved.
 */
function helpChance(pack: Pack, cause: string, fix: string): number {
  const chance = pack.causes[cause]?.fixes[fix] ?? 0;
  return chance > 0 && pack.fixes[fix]?.tier === 3 ? 1 : chance;
}

function drawAnswer(
  observation: Observation,
  { cause, habits, random }: { cause: string; habits: Habits; random: () => number },
): string {
  const unsure = random() < 1 - (1 - observation.dontKnow) * (1 - habits.dontKnow);
  const chances = observation.likelihood[cause] ?? observation.answers.map((answer) => answer.usual);
  const truth = draw(chances, random());
  const slip = random() < habits.wrong ? 1 + Math.floor(random() * (observation.answers.length - 1)) : 0;
  if (unsure) return 'unknown';
  return (observation.answers[(truth + slip) % observation.answers.length] as { id: string }).id;
}

function answerOption(open: Open, answer: string): number {
  const index = open.options.findIndex(({ action }) => action.do === 'answer' && action.answer === answer);
  return index >= 0
    ? index
    : open.options.findIndex(({ action }) => action.do === 'answer' && action.answer === 'unknown');
}

function outcomeOption(open: Open, outcome: 'worked' | 'failed'): number {
  return open.options.findIndex(({ action }) => action.do === 'tried' && action.outcome === outcome);
}
