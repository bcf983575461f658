import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/diagnosis/seeded-random.ts';
import type { Observation, Pack } from '../../src/knowledge/knowledge.ts';
import { casesOf } from '../../src/rehearsal/cases.ts';
import { openingWords } from '../../src/rehearsal/opening-words.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

const knowledge = await officePrinter();
const pack = knowledge.packs['office-printer'] as Pack;

/** The observation with patterns before everything that people say. */
function withPatterns(observation: Observation): Observation {
  const answers = observation.answers.map((answer) => ({
    ...answer,
    heard: Object.fromEntries(
      Object.entries(answer.heard).map(([language, phrases]) => [
        language,
        ['(one|two) things', 'begun … ended', ...phrases],
      ]),
    ),
  }));
  return { ...observation, answers };
}

function openings(from: Pack): string[] {
  return casesOf(from, undefined, 'sign').flatMap(({ problem, cause }, index) =>
    [...Array(10).keys()].map((run) =>
      openingWords(from, {
        problem,
        cause,
        opening: 'sign',
        language: 'en',
        random: seededRandom(`${index}/${run}`),
      }),
    ),
  );
}

describe('what simulated people begin with', () => {
  it('are words that people say, never the patterns which stand for many', () => {
    const observations = Object.fromEntries(
      Object.entries(pack.observations).map(([id, observation]) => [id, withPatterns(observation)]),
    );
    const said = openings({ ...pack, observations });
    expect(said).toEqual(openings(pack));
    expect(said.some((words) => words.includes(', '))).toBe(true);
  });
});
