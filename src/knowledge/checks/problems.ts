import { causesOf, meanPrior } from '../compile/priors.ts';
import { didYouMean } from '../nearest.ts';
import type { Check } from './check.ts';

export const packId: Check = {
  name: 'pack-id',
  why: 'The folder is what PACKS and the command line name.',
  *check({ id, pack }) {
    if (pack.source.id === id) return;
    yield {
      entry: pack,
      path: ['id'],
      found: `"${pack.source.id}"`,
      expected: `"${id}", as the folder`,
      tip: 'Make them equal.',
    };
  },
};

export const unknownColumn: Check = {
  name: 'unknown-column',
  why: 'A share in a column that does not exist counts for nothing.',
  *check(sources) {
    const { priors } = sources.pack.source;
    const expected = `one of ${priors.join(', ')}`;
    for (const entry of sources.causes.values()) {
      for (const column of Object.keys(entry.source.share)) {
        if (priors.includes(column)) continue;
        const tip = `${didYouMean(column, priors)}Columns are named under "priors" in pack.yaml.`;
        yield { entry, path: ['share', column], found: `"${column}"`, expected, tip };
      }
    }
    for (const entry of sources.problems.values()) {
      const { prior } = entry.source;
      if (prior === meanPrior || priors.includes(prior)) continue;
      const tip = `${didYouMean(prior, [...priors, meanPrior])}Columns are named under "priors" in pack.yaml.`;
      yield { entry, path: ['prior'], found: `"${prior}"`, expected: `${expected}, or ${meanPrior}`, tip };
    }
  },
};

export const closedProblem: Check = {
  name: 'closed-problem',
  why: 'A problem that nothing opens is never met.',
  needsWhole: true,
  *check(sources) {
    const answers = [...sources.observations.values()].flatMap(({ source }) => Object.values(source.answers));
    const opened = new Set(answers.flatMap(({ opens }) => opens ?? []));
    for (const entry of sources.problems.values()) {
      const { says, prints, codes } = entry.source;
      if (says !== undefined || prints || codes?.length || opened.has(entry.id)) continue;
      const tip = 'Add how people say it, what the program prints, a code, or an answer that opens it.';
      yield {
        entry,
        path: [],
        found: 'no way in',
        expected: '"says", "prints", "codes", or an answer with "opens"',
        tip,
      };
    }
  },
};

export const emptyProblem: Check = {
  name: 'empty-problem',
  why: 'A problem without causes and without a meaning has nothing to tell.',
  *check(sources) {
    for (const entry of sources.problems.values()) {
      if (entry.source.meaning !== undefined || causesOf(entry, sources.causes).length > 0) continue;
      const tip = 'Say under "meaning" what it is, or name its causes.';
      yield { entry, path: [], found: 'no causes and no meaning', expected: 'one of them', tip };
    }
  },
};

const FEWEST_MATCHES = 2;

export const tooFewExamples: Check = {
  name: 'too-few-examples',
  why: 'Examples are the tests of a problem: sentences that must open it, and one that must not.',
  *check(sources) {
    for (const entry of sources.problems.values()) {
      const { says, prints, codes, examples } = entry.source;
      if (says === undefined && (prints === undefined || codes?.length)) continue;
      const [matches, misses] = [examples?.match?.length ?? 0, examples?.noMatch?.length ?? 0];
      if (matches >= FEWEST_MATCHES && misses > 0) continue;
      const found = `${matches} under "match", ${misses} under "noMatch"`;
      const tip = 'Write sentences that people really send, not the ones under "says".';
      yield { entry, path: ['examples'], found, expected: `at least ${FEWEST_MATCHES}, and at least 1`, tip };
    }
  },
};
