import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { loadEnergeticAi, whatIsMissing } from '../../src/commands/energetic-ai.ts';
import { learnEncoderElsewhere } from '../../src/commands/learn-encoder.ts';
import { shippedFolder } from '../../src/commands/shipped-knowledge.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import type { Encoder } from '../../src/recognition/encoder.ts';
import { matchWithEncoder, textToEncode, useEncoder } from '../../src/recognition/encoder-matching.ts';
import { matchProblems, type ProblemMatches } from '../../src/recognition/match-problems.ts';
import { problemClassesOf } from '../../src/recognition/problem-classes.ts';
import { materialOf } from '../../src/recognition/problem-sentences.ts';
import { offTopic } from '../fixtures/off-topic.ts';
import { ownWords, strangers } from '../fixtures/own-words.ts';

/** So many of the first complaints may be looked at. */
const seen = 48;
/** So much of the strangers may be asked about beyond those that words ask about. */
const mostAdded = 0.01;
const here = import.meta.url;

let knowledge: Knowledge;
beforeAll(async () => {
  const loaded = await loadKnowledge({ folders: [shippedFolder] });
  if (!loaded.knowledge) throw new Error('the shipped knowledge does not load');
  knowledge = loaded.knowledge;
}, 60_000);

type Match = (text: string) => Promise<ProblemMatches>;

const byWords: Match = (text) => Promise.resolve(matchProblems(text, knowledge));

/** As a turn does it: the encoder is asked only where that may change something. */
function byBoth(encoder: Encoder): Match {
  return async (text) => {
    const [vector] = textToEncode(text, knowledge) === null ? [] : await encoder.encode([text]);
    return matchWithEncoder(text, knowledge, vector && { text, vector });
  };
}

/** How many complaints are answered, asked about and given up, and how many of each have the right entry first. */
async function outcomes(match: Match, complaints: typeof ownWords) {
  const counts = { answered: 0, rightAnswers: 0, asked: 0, rightQuestions: 0, none: 0, nearestRight: 0 };
  for (const [text, problems] of complaints) {
    const { decision, problems: found } = await match(text);
    const isRight = problems.includes(found[0]?.problem ?? '');
    counts[decision === 'answer' ? 'answered' : decision === 'choose' ? 'asked' : 'none'] += 1;
    if (!isRight) continue;
    counts[
      decision === 'answer' ? 'rightAnswers' : decision === 'choose' ? 'rightQuestions' : 'nearestRight'
    ] += 1;
  }
  return counts;
}

async function offeredOf(match: Match): Promise<readonly string[]> {
  const offered: string[] = [];
  for (const text of [...strangers, ...offTopic])
    if ((await match(text)).decision !== 'none') offered.push(text);
  return offered;
}

async function decisionsOf(match: Match): Promise<ReadonlySet<string>> {
  const decisions = await Promise.all([...strangers, ...offTopic].map(match));
  return new Set(decisions.map(({ decision }) => decision));
}

describe('complaints in words of their own', () => {
  it('are not answered wrongly, and strangers not at all', { timeout: 60_000 }, async () => {
    const { answered, rightAnswers } = await outcomes(byWords, ownWords);
    expect(answered - rightAnswers).toBeLessThanOrEqual(2);
    expect([...(await decisionsOf(byWords))]).not.toContain('answer');
  });
});

describe.skipIf(whatIsMissing(here) !== null)('with the real encoder', () => {
  it('more of them are understood, and hardly more strangers', { timeout: 120_000 }, async () => {
    const cacheFolder = mkdtempSync(join(tmpdir(), 'askfix-own-words-'));
    onTestFinished(() => rmSync(cacheFolder, { recursive: true }));
    const { certainty } = problemClassesOf(knowledge);
    const learnt = await learnEncoderElsewhere({ material: materialOf(knowledge), certainty, cacheFolder });
    if (!learnt) throw new Error('nothing was learnt');
    useEncoder(knowledge, learnt);
    const both = byBoth(await loadEnergeticAi(here));
    for (const [name, rows] of [
      ['looked at', ownWords.slice(0, seen)],
      ['only measured', ownWords.slice(seen)],
    ] as const) {
      const [before, after] = [await outcomes(byWords, rows), await outcomes(both, rows)];
      console.info(`${name}: words ${JSON.stringify(before)}, both ${JSON.stringify(after)}`);
      expect(after.rightAnswers + after.rightQuestions).toBeGreaterThan(
        before.rightAnswers + before.rightQuestions,
      );
      expect(after.answered - after.rightAnswers).toBeLessThanOrEqual(
        before.answered - before.rightAnswers + 1,
      );
    }
    const [before, after] = [await offeredOf(byWords), await offeredOf(both)];
    const added = after.filter((text) => !before.includes(text));
    console.info(
      `strangers asked about: by words ${before.length}, by both ${after.length}: ${added.join('; ')}`,
    );
    expect(added.length).toBeLessThanOrEqual(mostAdded * (strangers.length + offTopic.length));
    expect([...(await decisionsOf(both))]).not.toContain('answer');
  });
});
