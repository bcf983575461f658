import type { Pack, Problem } from '../knowledge/knowledge.ts';
import type { LanguageCode } from '../message.ts';

/** `code`: the problems that have one, by their code and nothing else. */
export type Opening = 'sign' | 'bare' | 'code';

/** How much likelier than usual an answer must be to be the sign of a cause. */
const tellingFactor = 2;

/** What makes of a phrase a pattern for many: a gap, or a choice of words. Nobody says those. */
const patternSigns = /…|\([^()]*\|[^()]*\)/;

/** A sentence to begin with, for a code the first example of how it is named: the complaint alone, or with a sign of the cause that a person would mention. */
export function openingWords(
  pack: Pack,
  {
    problem,
    cause,
    opening,
    language,
    random,
  }: { problem: Problem; cause: string; opening: Opening; language: LanguageCode; random: () => number },
): string {
  if (opening === 'code') return namedAs(problem) ?? '';
  const complaint =
    pickOne(problem.says[language] ?? [], random) ??
    pickOne(problem.says.en ?? [], random) ??
    namedAs(problem) ??
    '';
  if (opening === 'bare') return complaint;
  const sign = pickOne(signsOf(pack, { problem, cause, language }), random);
  if (!sign) return complaint;
  return language === 'zh' ? `${complaint}，${sign}` : `${complaint}, ${sign}`;
}

/** How a problem with a code is named: by its first example, else by the code itself; undefined when it has neither. */
export function namedAs({ examples, codes }: Problem): string | undefined {
  return examples.match[0] ?? codes[0]?.split('/').at(-1);
}

/** What people with this cause would volunteer: the words for the answers that are much likelier with it. */
function signsOf(
  pack: Pack,
  { problem, cause, language }: { problem: Problem; cause: string; language: LanguageCode },
): string[] {
  const found = problem.observations.flatMap((id) => {
    const observation = pack.observations[id];
    const likelihood = observation?.likelihood[cause];
    if (!observation || !likelihood) return [];
    return observation.answers.flatMap((answer, index) => {
      const factor = (likelihood[index] as number) / answer.usual;
      const phrases = (answer.heard[language] ?? []).filter((phrase) => !patternSigns.test(phrase));
      return factor >= tellingFactor && phrases.length > 0 ? [{ factor, phrase: phrases[0] as string }] : [];
    });
  });
  return found
    .sort((one, two) => two.factor - one.factor)
    .slice(0, 3)
    .map(({ phrase }) => phrase);
}

function pickOne<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)];
}
