import type { Model } from '../src/diagnosis/model.ts';

/** Beyond this many states the exact optimum takes too long. */
const mostStates = 1_500_000;

/**
 * The lowest possible expected cost, by dynamic programming over everything that can be known; null when there are too
 * many states.
 */
export function optimumOf(model: Model): number | null {
  const bases = model.questions.map((question) => question.answers.length + 2);
  const questionStates = bases.reduce((product, base) => product * base, 1);
  const states = questionStates * 2 ** model.repairs.length;
  if (states > mostStates) return null;
  const places: number[] = [];
  let place = 1;
  for (const base of bases) {
    places.push(place);
    place *= base;
  }
  const values = new Float64Array(states).fill(-1);
  return lowestCost(0, model.prior);

  /** Digit 0 = not asked, 1 = not known, 2… = the answers; above them a bit per fix. Weighted by its probability. */
  function lowestCost(state: number, mass: Float64Array): number {
    const known = values[state] as number;
    if (known >= 0) return known;
    const total = mass.reduce((sum, value) => sum + value, 0);
    let best = total * model.handOverMinutes;
    for (let index = 0; index < model.questions.length; index++)
      best = Math.min(best, total * questionCost(index) + askValue(state, mass, index));
    for (let index = 0; index < model.repairs.length; index++)
      best = Math.min(best, tryValue(state, mass, index));
    values[state] = best;
    return best;
  }

  function questionCost(index: number): number {
    return (model.questions[index] as Model['questions'][number]).cost;
  }

  function askValue(state: number, mass: Float64Array, index: number): number {
    const digit = Math.floor(state / (places[index] as number)) % (bases[index] as number);
    if (digit !== 0) return Number.POSITIVE_INFINITY;
    const { likelihood, dontKnow } = model.questions[index] as Model['questions'][number];
    let value = 0;
    if (dontKnow > 0)
      value += lowestCost(
        state + (places[index] as number),
        mass.map((share) => share * dontKnow),
      );
    likelihood.forEach((row, answer) => {
      const after = mass.map((share, cause) => share * (1 - dontKnow) * (row[cause] as number));
      value += lowestCost(state + (answer + 2) * (places[index] as number), after);
    });
    return value;
  }

  function tryValue(state: number, mass: Float64Array, index: number): number {
    const bit = questionStates * 2 ** index;
    if (Math.floor(state / bit) % 2 !== 0) return Number.POSITIVE_INFINITY;
    const repair = model.repairs[index] as Model['repairs'][number];
    const left = Float64Array.from(mass);
    let total = 0;
    for (const share of mass) total += share;
    repair.causes.forEach((cause, place) => {
      left[cause] = (left[cause] as number) * (1 - (repair.chance[place] as number));
    });
    return total * repair.cost + lowestCost(state + bit, left);
  }
}
