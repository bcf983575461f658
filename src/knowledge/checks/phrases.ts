import { splitWords } from '../../languages/words.ts';
import type { Entry, Fault } from '../read/pack-sources.ts';
import type { Path } from '../read/parse-yaml.ts';
import type { Check } from './check.ts';

type Phrases = Readonly<Record<string, readonly string[] | undefined>>;

export const phraseTwice: Check = {
  name: 'phrase-twice',
  why: 'The same words for two things are understood as neither.',
  *check(sources) {
    const openings = new Seen();
    for (const entry of [...sources.problems.values(), ...sources.articles.values()]) {
      yield* openings.repeats(entry, ['says'], entry.source.says, entry.id);
    }
    const printed = new Seen();
    for (const entry of sources.problems.values())
      yield* printed.repeats(entry, [], { prints: entry.source.prints }, entry.id);
    for (const entry of sources.observations.values()) {
      const answers = new Seen();
      for (const [id, answer] of Object.entries(entry.source.answers)) {
        yield* answers.repeats(entry, ['answers', id, 'heard'], answer.heard, `the answer ${id}`);
      }
    }
  },
};

/** English words count two, Chinese characters one, as where phrases are looked for. */
const leastPrinted = 3;

export const shortPrint: Check = {
  name: 'short-print',
  why: 'What a program prints opens its problem at once; a single word stands in a thousand other messages.',
  *check(sources) {
    for (const entry of sources.problems.values()) {
      for (const [index, print] of (entry.source.prints ?? []).entries()) {
        const weight = splitWords(print).reduce((sum, { script }) => sum + (script === 'latin' ? 2 : 1), 0);
        if (weight >= leastPrinted) continue;
        const tip = 'Take more of the message; what differs from time to time is written as … in it.';
        const expected = 'at least two words, or three Chinese characters';
        yield { entry, path: ['prints', index], found: `"${print}"`, expected, tip };
      }
    }
  },
};

export const twoOfOneName: Check = {
  name: 'duplicate-id',
  why: 'Problems and articles are opened by id; two of one name cannot be told apart.',
  *check(sources) {
    for (const entry of sources.articles.values()) {
      if (!sources.problems.has(entry.id)) continue;
      const found = `"${entry.id}", which is a problem too`;
      yield { entry, path: [], found, expected: 'an id of its own', tip: 'Rename the article.' };
    }
  },
};

/** Phrases met so far, and whose they are. */
class Seen {
  readonly #owners = new Map<string, string>();

  *repeats(entry: Entry<unknown>, path: Path, phrases: Phrases | undefined, owner: string): Generator<Fault> {
    for (const [language, list] of Object.entries(phrases ?? {})) {
      for (const [index, phrase] of (list ?? []).entries()) {
        const key = phrase.normalize('NFKC').toLowerCase().trim();
        const other = this.#owners.get(key);
        this.#owners.set(key, other ?? owner);
        if (other === undefined || other === owner) continue;
        const tip = 'Keep it where it fits best, or add the words that tell them apart.';
        const found = `"${phrase}", which stands at ${other} too`;
        yield { entry, path: [...path, language, index], found, expected: 'words of its own', tip };
      }
    }
  }
}
