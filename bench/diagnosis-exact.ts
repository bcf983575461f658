import { type Evidence, evidenceKey } from '../src/diagnosis/evidence.ts';
import type { Model } from '../src/diagnosis/model.ts';
import type { Chooser } from './diagnosis-chooser.ts';
import type { Fared } from './diagnosis-play.ts';

/** What a policy costs on average when people answer exactly as the model says; every branch is played. */
export function expectedFare(model: Model, chooser: Chooser): Fared {
  const known = new Map<string, Fared>();
  return fareFrom([], model.prior);

  /** Weighted by the probability of getting here. */
  function fareFrom(evidence: readonly Evidence[], mass: Float64Array): Fared {
    const key = evidenceKey(evidence);
    const memo = known.get(key);
    if (memo) return memo;
    const fare = step(evidence, mass);
    known.set(key, fare);
    return fare;
  }

  function step(evidence: readonly Evidence[], mass: Float64Array): Fared {
    const total = mass.reduce((sum, value) => sum + value, 0);
    const move = chooser.choose(evidence);
    if (!move) return { minutes: total * model.handOverMinutes, turns: total, handedOver: total };
    if ('ask' in move) return asked(evidence, mass, { index: move.ask, total });
    const repair = model.repairs[move.repair] as Model['repairs'][number];
    const left = Float64Array.from(mass);
    repair.causes.forEach((cause, index) => {
      left[cause] = (left[cause] as number) * (1 - (repair.chance[index] as number));
    });
    const after = fareFrom([...evidence, { kind: 'failed', fix: repair.id }], left);
    return plus({ minutes: total * repair.cost, turns: total, handedOver: 0 }, after);
  }

  function asked(
    evidence: readonly Evidence[],
    mass: Float64Array,
    { index, total }: { index: number; total: number },
  ): Fared {
    const question = model.questions[index] as Model['questions'][number];
    let fare: Fared = { minutes: total * question.cost, turns: total, handedOver: 0 };
    if (question.dontKnow > 0)
      fare = plus(
        fare,
        fareFrom(
          [...evidence, { kind: 'unknown', question: question.id }],
          mass.map((value) => value * question.dontKnow),
        ),
      );
    question.answers.forEach((answer, place) => {
      const likelihood = question.likelihood[place] as Float64Array;
      const after = mass.map(
        (value, cause) => value * (1 - question.dontKnow) * (likelihood[cause] as number),
      );
      fare = plus(fare, fareFrom([...evidence, { kind: 'answer', question: question.id, answer }], after));
    });
    return fare;
  }
}

function plus(one: Fared, two: Fared): Fared {
  return {
    minutes: one.minutes + two.minutes,
    turns: one.turns + two.turns,
    handedOver: one.handedOver + two.handedOver,
  };
}
