import type { Knowledge, Problem } from '../../knowledge/knowledge.ts';
import { textIn } from '../../languages/text.ts';
import { segmentChinese, splitWords } from '../../languages/words.ts';
import type { ProblemMatch } from '../../recognition/recognition.ts';
import { type Draft, text } from '../draft.ts';
import type { Action, Option } from '../state.ts';
import type { Turn } from '../turn.ts';

/** Offers what the words may mean, and a way out. */
export function chooseDraft(turn: Turn, matches: readonly ProblemMatch[], lead: string): Draft {
  const options: Option[] = matches.flatMap((match) => {
    const title = titleOf(turn, match.pack, match.problem);
    return title ? [{ label: title, action: actionOf(match) }] : [];
  });
  options.push({ label: turn.sentences.noneOfThese, action: { do: 'noneOfThese' } });
  return { kind: 'choose', blocks: [text(lead)], about: {}, wait: { kind: 'choose', options } };
}

const subjects = new WeakMap<Knowledge, ReadonlySet<string>>();

/** The words of the packs' titles: a complaint that names nothing else ("QQ file problem") says no more than that. */
export function subjectsOf(knowledge: Knowledge): ReadonlySet<string> {
  let known = subjects.get(knowledge);
  if (known === undefined) {
    const titles = Object.values(knowledge.packs).flatMap(({ title }) => [
      title.en ?? '',
      ...segmentChinese(title.zh ?? ''),
    ]);
    const words = titles.flatMap((title) => {
      const split = splitWords(title);
      const latin = split
        .filter(({ script }) => script === 'latin')
        .flatMap(({ text }) => [text, `${text}s`]);
      const han = split.filter(({ script }) => script === 'han').map(({ text }) => text);
      return han.length > 1 ? [...latin, han.join('')] : latin;
    });
    known = new Set(words);
    subjects.set(knowledge, known);
  }
  return known;
}

/** Not known, and the message before was not either: what is known at all, and a person. */
export function unknownAgain(turn: Turn, nearest: readonly ProblemMatch[]): Draft {
  const draft =
    nearest.length > 0 ? chooseDraft(turn, nearest, turn.sentences.unknownAgain) : vagueDraft(turn);
  const person: Option = { label: turn.sentences.askPerson, action: { do: 'handOver' } };
  const blocks = [text(turn.sentences.unknownAgain)];
  const { wait } = draft;
  return wait
    ? { ...draft, blocks, wait: { ...wait, options: [...wait.options, person], unanswered: true } }
    : draft;
}

/** Asks what goes wrong, and offers what is most often wrong: for a complaint that says nothing else. */
export function vagueDraft(turn: Turn): Draft {
  const { knowledge } = turn.world;
  const matches = statedProblems(knowledge)
    .slice(0, mostCommon)
    .map(
      ({ pack, problem }): ProblemMatch => ({
        pack,
        problem: problem.id,
        kind: 'problem',
        score: 0,
        words: [],
      }),
    );
  return chooseDraft(turn, matches, turn.sentences.vague);
}

function actionOf(match: ProblemMatch): Action {
  return match.kind === 'article'
    ? { do: 'article', pack: match.pack, article: match.problem }
    : { do: 'open', pack: match.pack, problem: match.problem };
}

/** The title of a problem or article; null when the knowledge does not hold it. */
export function titleOf(turn: Turn, packId: string, id: string): string | null {
  const pack = turn.world.knowledge.packs[packId];
  const found = pack?.problems[id] ?? pack?.articles[id];
  return found ? textIn(found.title, turn.language.code) : null;
}

/** More than these nobody reads who is in a hurry. */
const mostCommon = 4;

interface Stated {
  readonly pack: string;
  readonly problem: Problem;
}

const stated = new WeakMap<Knowledge, readonly Stated[]>();

/** The problems that people say in words, those with the most causes first; sorted once for a knowledge. */
function statedProblems(knowledge: Knowledge): readonly Stated[] {
  const known = stated.get(knowledge);
  if (known) return known;
  const problems = Object.values(knowledge.packs)
    .flatMap((pack) => Object.values(pack.problems).map((problem) => ({ pack: pack.id, problem })))
    .filter(({ problem }) => Object.values(problem.says).flat().length > 0)
    .sort((one, two) => Object.keys(two.problem.causes).length - Object.keys(one.problem.causes).length);
  stated.set(knowledge, problems);
  return problems;
}

/** What the knowledge is about: titles of problems that people say in words, those with the most causes first. */
export function titlesOf(knowledge: Knowledge, language: 'en' | 'zh', most: number): string[] {
  return statedProblems(knowledge)
    .slice(0, most)
    .map(({ problem }) => textIn(problem.title, language));
}
