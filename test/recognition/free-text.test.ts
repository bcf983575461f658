import { beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge, Pack } from '../../src/knowledge/knowledge.ts';
import { readAnswer } from '../../src/recognition/answers.ts';
import { readMegabytes } from '../../src/recognition/file-size.ts';
import { readNearAnswer } from '../../src/recognition/near-answer.ts';
import { readSystem } from '../../src/recognition/system.ts';
import { readApps, readCircumstances, readDeeds } from '../../src/recognition/told.ts';
import { inOwnWords } from '../fixtures/free-text/answers.ts';
import { toldInPassing } from '../fixtures/free-text/told.ts';
import { yesAndNo } from '../fixtures/free-text/yes-no.ts';
import { shippedPacks } from '../fixtures/shipped-packs.ts';

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

function factsOf(text: string): readonly string[] {
  const told = [...readDeeds(text), ...readApps(text), ...readCircumstances(text)];
  return [...told.map(({ fact }) => fact), `sys:${readSystem(text) ?? 'none'}`];
}

describe('what people tell in passing', () => {
  it.each(toldInPassing)('%s', (message, expected) => {
    const facts = factsOf(message);
    for (const fact of expected) {
      if (fact.startsWith('!')) expect(facts).not.toContain(fact.slice(1));
      else if (fact.startsWith('mb:'))
        expect((readMegabytes(message) ?? 0) / Number(fact.slice(3))).toBeCloseTo(1, 1);
      else expect(facts).toContain(fact);
    }
    const topics = new Set(expected.map((fact) => fact.split('/')[0]));
    const contradicted = facts.filter(
      (fact) => !/^(?:did|app|sys)/.test(fact) && topics.has(fact.split('/')[0]) && !expected.includes(fact),
    );
    expect(contradicted).toEqual([]);
  });
});

describe('yes, no and neither', () => {
  it.each(yesAndNo)('%s: %s', (answer, expected) => {
    const labels = isChinese(answer) || answer === '1' ? ['是', '不是'] : ['Yes', 'No'];
    const read = readAnswer(
      answer,
      labels.map((label) => ({ label })),
    );
    const hedge = read?.kind === 'option' && (read.share ?? 1) < 1 ? '~' : '';
    const letter = read === null ? '-' : read.kind === 'unknown' ? '?' : read.index === 0 ? 'y' : 'n';
    expect(letter + hedge).toBe(expected);
  });
});

describe('answers in own words', () => {
  let knowledge: Knowledge;
  beforeAll(async () => {
    knowledge = await shippedPacks();
  }, 60_000);

  it.each(inOwnWords)('%s/%s: %s → %s', (pack, question, said, expected) => {
    expect(answerTo(knowledge.packs[pack], question, said)).toBe(expected);
  });
});

/** As in a talk: what the words mean, else what their single words come nearest to. */
function answerTo(pack: Pack | undefined, question: string, said: string): string {
  const answers = pack?.observations[question]?.answers ?? [];
  const options = answers.map(({ label, heard, facts, megabytes }) => ({
    label: (isChinese(said) ? label.zh : label.en) ?? '',
    heard,
    ...(facts ? { facts } : {}),
    ...(megabytes ? { megabytes } : {}),
  }));
  const read = readAnswer(said, options) ?? readNearAnswer(said, options);
  if (read === null) return 'none';
  return 'kind' in read && read.kind === 'unknown'
    ? 'unknown'
    : (answers['index' in read ? read.index : -1]?.id ?? 'none');
}
