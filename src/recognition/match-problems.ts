import type { Knowledge } from '../knowledge/knowledge.ts';
import { createOwnedMemory } from '../languages/text-memory.ts';
import { firstCharacters } from './first-characters.ts';
import { type ProblemClasses, problemClassesOf } from './problem-classes.ts';
import { type Fit, rankProblems } from './rank-problems.ts';
import type { ProblemMatch } from './recognition.ts';
import { supportOf } from './support.ts';
import { withinPacks } from './within-packs.ts';
import { countingWords } from './words-that-count.ts';

/** What the words alone say. */
export interface ProblemMatches {
  readonly decision: 'answer' | 'choose' | 'none';
  /** Best first, at most three, whatever the decision; empty when nothing is near. */
  readonly problems: readonly ProblemMatch[];
  /** The words alone say nothing, an encoder does: to be asked about, however far the best is ahead. */
  readonly isTentative?: true;
}

/** Says which problems a text is about. A better way of matching is another function of this type. */
export type MatchProblems = (text: string, knowledge: Knowledge) => ProblemMatches;

/** From which chances on what is done. */
export interface Borders {
  readonly sure: number;
  readonly clear: number;
  readonly worth: number;
}

/**
 * A chance of at least `sure` that is `clear` of the next is answered; at least `worth` together is offered as one of up to three choices. Chosen on the
 * left-out sentences of the shipped pack and on off-topic sentences: `test/recognition/match-problems.test.ts` prints both.
 */
const usualBorders: Borders = { sure: 0.5, clear: 0.15, worth: 0.2 };
const mostProblems = 3;
/** Below this chance a problem is not even near, and offering it would look silly. */
const leastChance = 0.03;

/** The decision rule: sure of one, two or three worth offering, or none. */
export function decide(
  [best, ...others]: readonly Fit[],
  { sure, clear, worth }: Borders = usualBorders,
): ProblemMatches['decision'] {
  if (best === undefined) return 'none';
  if (best.chance >= sure && best.chance - (others[0]?.chance ?? 0) >= clear) return 'answer';
  const together = others.slice(0, mostProblems - 1).reduce((sum, { chance }) => sum + chance, best.chance);
  return together >= worth ? 'choose' : 'none';
}

function describe(problems: ProblemClasses, text: string, { about, chance }: Fit): ProblemMatch[] {
  const entry = problems.classes[about];
  if (entry === undefined) return [];
  // Only `askfix try` shows the words that counted, so they are looked for when somebody asks.
  return [
    {
      ...entry,
      score: chance,
      get words() {
        return countingWords(problems, text, about);
      },
    },
  ];
}

/** Longer texts are somebody's own words and hardly come twice. */
const longestRemembered = 100;
const mostRemembered = 1000;
const remembered = createOwnedMemory<ProblemClasses, ProblemMatches>(mostRemembered, longestRemembered);

/**
 * Finds the problems and articles that a text is about, by what the knowledge says people say. Never throws. Short
 * texts are remembered: in an outage everybody pastes the same sentence, the program's own.
 */
const matchWhole: MatchProblems = (text, knowledge) => {
  const problems = problemClassesOf(knowledge);
  return remembered(problems, text, () => computeMatches(text, knowledge, problems));
};

/** The same within the packs of narrowed knowledge, of which nothing is learnt anew. */
export const matchProblems: MatchProblems = (text, knowledge) =>
  withinPacks(matchWhole(text, knowledge.whole ?? knowledge), knowledge);

function computeMatches(text: string, knowledge: Knowledge, problems: ProblemClasses): ProblemMatches {
  const beginning = firstCharacters(text);
  const fits = rankProblems(problems, beginning, { support: supportOf(beginning, knowledge) });
  return { decision: decide(fits), problems: nearestOf(text, fits, problems) };
}

/** The best of the problems that a text fits, to be offered. */
export function nearestOf(
  text: string,
  fits: readonly Fit[],
  problems: ProblemClasses,
): readonly ProblemMatch[] {
  const near = fits.slice(0, mostProblems).filter(({ chance }) => chance >= leastChance);
  return near.flatMap((fit) => describe(problems, firstCharacters(text), fit));
}
