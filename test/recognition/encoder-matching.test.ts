import { beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { isEncodable } from '../../src/recognition/encoder.ts';
import { learnFromMaterial } from '../../src/recognition/encoder-learning.ts';
import { matchWithEncoder, textToEncode, useEncoder } from '../../src/recognition/encoder-matching.ts';
import { matchProblems } from '../../src/recognition/match-problems.ts';
import { problemClassesOf } from '../../src/recognition/problem-classes.ts';
import { materialOf } from '../../src/recognition/problem-sentences.ts';
import { recognise } from '../../src/recognition/recognise.ts';
import { conceptEncoder, encodingsBy } from '../fixtures/concept-encoder.ts';
import { officeEquipment } from '../fixtures/office-equipment.ts';

const encoder = conceptEncoder();
const untaught = officeEquipment();
let knowledge: Knowledge;

beforeAll(async () => {
  knowledge = officeEquipment();
  const material = materialOf(knowledge);
  const texts = material.sentences.map(({ text }) => text).filter(isEncodable);
  const { certainty } = problemClassesOf(knowledge);
  const encodings = await encodingsBy(encoder, texts);
  useEncoder(knowledge, learnFromMaterial(material, encodings, { certainty, name: encoder.name }));
});

async function withEncoder(text: string, within = knowledge) {
  const [vector] = await encoder.encode([text]);
  return matchWithEncoder(text, within, { text, vector: vector as Float32Array });
}

describe('matching with an encoder', () => {
  it.each([
    ['a machine that prints no more', 'printer'],
    ['what comes out of the machine is no paper', 'printer'],
    ['my machine no picture', 'screen'],
    ['the copier on my desk scans badly', 'scanner'],
  ])('answers what words would only ask about: %s', async (text, problem) => {
    expect(matchProblems(text, knowledge).decision).toBe('choose');
    const { decision, problems, isTentative } = await withEncoder(text);
    expect([decision, problems[0]?.problem, isTentative]).toEqual(['answer', problem, undefined]);
  });

  it.each([
    ['the panel on my desk is dark', 'screen'],
    ['the machine refuses to give me paper', 'printer'],
    ['a letter lies in the copier', 'scanner'],
  ])('asks about what words only find near, and answers it never: %s', async (text, problem) => {
    expect(matchProblems(text, knowledge)).toMatchObject({ decision: 'none', problems: [{ problem }] });
    expect(await withEncoder(text)).toMatchObject({
      decision: 'choose',
      problems: [{ problem }],
      isTentative: true,
    });
  });

  it.each(['screen, printer', 'nothing on the display of this copier'])(
    'goes on asking where both leave it open: %s',
    async (text) => {
      expect(matchProblems(text, knowledge).decision).toBe('choose');
      expect((await withEncoder(text)).decision).toBe('choose');
    },
  );

  it.each([
    ['answered', 'my monitor stays dark'],
    ['unlike everything', 'a picture hangs in the hall'],
  ])('changes nothing for what is %s', async (_what, text) => {
    expect(await withEncoder(text)).toEqual(matchProblems(text, knowledge));
    expect(textToEncode(text, knowledge)).toBeNull();
  });

  it('hears nothing about another text', async () => {
    const [vector] = await encoder.encode(['the printer prints nothing']);
    const text = 'a machine that prints no more';
    const other = { text: 'the printer prints nothing', vector: vector as Float32Array };
    expect(matchWithEncoder(text, knowledge, other)).toEqual(matchProblems(text, knowledge));
  });

  it.each(['打印机 a machine that prints no more', '打印机很慢', '屏幕 my machine no picture'])(
    'never counts for a text with Chinese script, even if somebody encodes it: %s',
    async (text) => {
      expect(textToEncode(text, knowledge)).toBeNull();
      expect(await withEncoder(text)).toEqual(matchProblems(text, knowledge));
    },
  );

  it('is asked only in knowledge that it learnt, about English words that lead to a question', () => {
    const text = 'a machine that prints no more';
    expect(textToEncode(text, knowledge)).toBe(text);
    expect(textToEncode(text, untaught)).toBeNull();
    expect(textToEncode(`${text}, error 0x80070057`, knowledge)).toBeNull();
  });

  it('stays within the packs of a channel', async () => {
    const none = { ...knowledge, packs: {}, whole: knowledge };
    expect(await withEncoder('a machine that prints no more', none)).toEqual({
      decision: 'none',
      problems: [],
    });
  });
});

describe('recognise', () => {
  it('takes what an encoder made of the text as a hint, and does without', async () => {
    const text = 'the panel on my desk is dark';
    const [vector] = await encoder.encode([text]);
    const encoded = { text, vector: vector as Float32Array };
    expect(recognise(text, knowledge, { encoded })).toMatchObject({ decision: 'choose', isTentative: true });
    expect(recognise(text, knowledge)).toMatchObject({ decision: 'none' });
    expect(recognise(text, knowledge)).not.toHaveProperty('isTentative');
  });
});
