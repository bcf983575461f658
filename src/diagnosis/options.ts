import type { System } from '../knowledge/knowledge.ts';
import { systemObservation } from '../knowledge/knowledge.ts';
import type { Evidence } from './evidence.ts';
import type { Model, Question, Repair } from './model.ts';

/** What may still be asked and tried, given what is known. */
export interface OpenOptions {
  readonly questions: readonly Question[];
  readonly repairs: readonly Repair[];
}

/** How sure we must be of the person's kind of system before asking what only makes sense there. */
const likelySystem = 0.6;

/** Leaves out what was asked, tried or refused, what does not fit the system, and questions whose `askIf` is not met. */
export function openOptions(model: Model, evidence: readonly Evidence[]): OpenOptions {
  const answers = new Map<string, string>();
  const asked = new Set<string>();
  const used = new Set<string>();
  for (const piece of evidence) {
    if (piece.kind === 'answer') answers.set(piece.question, piece.answer);
    if (piece.kind === 'answer' || piece.kind === 'unknown') asked.add(piece.question);
    else used.add(piece.fix);
  }
  const system = answers.get(systemObservation) as System | undefined;
  return {
    questions: model.questions.filter(
      (question) =>
        question.askable &&
        !asked.has(question.id) &&
        conditionsHold(question, answers) &&
        fitsSystem(model, question.systems, system),
    ),
    repairs: model.repairs.filter(
      (repair) =>
        !used.has(repair.id) && (repair.systems.length === 0 || !system || repair.systems.includes(system)),
    ),
  };
}

/**
 * Which questions an answer would open. Only those that `askIf` names: a system, once known, opens others too, but those
 * tell too little to be worth looking at for every decision.
 */
export function followUpsOf(
  model: Model,
  evidence: readonly Evidence[],
): (question: Question, answer: string) => readonly Question[] {
  const conditions = new Set(model.questions.flatMap(({ askIf }) => Object.keys(askIf)));
  const open = new Set(openOptions(model, evidence).questions);
  const known = new Map<string, readonly Question[]>();
  return (question, answer) => {
    if (!conditions.has(question.id)) return [];
    const key = `${question.id}=${answer}`;
    const found =
      known.get(key) ??
      openOptions(model, [...evidence, { kind: 'answer', question: question.id, answer }]).questions.filter(
        (candidate) => !open.has(candidate),
      );
    known.set(key, found);
    return found;
  };
}

function conditionsHold(question: Question, answers: ReadonlyMap<string, string>): boolean {
  return Object.entries(question.askIf).every(([observation, allowed]) =>
    allowed.includes(answers.get(observation) ?? ''),
  );
}

function fitsSystem(model: Model, systems: readonly System[], known: System | undefined): boolean {
  if (systems.length === 0) return true;
  if (known) return systems.includes(known);
  const question = model.questions.find((candidate) => candidate.id === systemObservation);
  if (!question) return true;
  const share = question.answers.reduce((sum, answer, index) => {
    const typical = question.likelihood[index]?.at(-1) ?? 0;
    return systems.includes(answer as System) ? sum + typical : sum;
  }, 0);
  return share >= likelySystem;
}
