import { systemObservation } from '../knowledge.ts';
import type { Check } from './check.ts';

export const askWithoutWhy: Check = {
  name: 'ask-without-why',
  why: '"Why do you ask?" must have an answer.',
  *check(sources) {
    for (const entry of sources.observations.values()) {
      if (entry.source.ask === undefined || entry.source.why !== undefined) continue;
      const tip = 'Say in one sentence what the answer tells apart.';
      yield {
        entry,
        path: ['ask'],
        found: 'a question without "why"',
        expected: '"why" in each language',
        tip,
      };
    }
  },
};

export const tooFewAnswers: Check = {
  name: 'too-few-answers',
  why: 'A question with one answer tells nothing apart.',
  *check(sources) {
    for (const entry of sources.observations.values()) {
      const count = Object.keys(entry.source.answers).length;
      if (count >= 2) continue;
      const tip =
        'Add the other answer, even if it puts no weight on anything. "Don\'t know" is always offered.';
      yield { entry, path: ['answers'], found: `${count} answers`, expected: 'at least 2', tip };
    }
  },
};

export const reservedId: Check = {
  name: 'reserved-id',
  why: 'Some ids have a meaning of their own in every conversation.',
  *check(sources) {
    for (const entry of sources.observations.values()) {
      if (entry.id === systemObservation) {
        const tip = `Remove it; every pack has the question "${systemObservation}" already.`;
        yield { entry, path: [], found: `"${entry.id}"`, expected: 'another id', tip };
      }
      if (Object.hasOwn(entry.source.answers, 'unknown')) {
        const tip = 'Remove it: "don\'t know" is offered with every question, and means this.';
        yield {
          entry,
          path: ['answers', 'unknown'],
          found: 'an answer "unknown"',
          expected: 'another id',
          tip,
        };
      }
    }
  },
};

export const idleQuestion: Check = {
  name: 'idle-question',
  why: 'A question whose answers change nothing wastes the time of everybody who is asked.',
  severity: 'warning',
  *check(sources) {
    const conditions = [...sources.observations.values()].flatMap(({ source }) =>
      Object.keys(source.askIf ?? {}),
    );
    for (const entry of sources.observations.values()) {
      const answers = Object.values(entry.source.answers);
      const tells = answers.some(
        ({ weights, p, opens }) => weights !== undefined || p !== undefined || opens !== undefined,
      );
      if (tells || conditions.includes(entry.id)) continue;
      const tip = 'Add weights to an answer, or remove the observation.';
      yield {
        entry,
        path: ['answers'],
        found: 'answers without weights',
        expected: 'a difference to some cause',
        tip,
      };
    }
  },
};
