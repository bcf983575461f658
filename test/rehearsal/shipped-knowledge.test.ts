import { describe, expect, it } from 'vitest';
import { shippedFolder } from '../../src/commands/shipped-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { recognise } from '../../src/recognition/recognise.ts';
import { playDialogue } from '../../src/rehearsal/play-dialogue.ts';

/** Every example that stands in the shipped knowledge is a test of its own. */
const { knowledge, findings } = await loadKnowledge({ folders: [shippedFolder] });
if (!knowledge)
  throw new Error(`The shipped knowledge does not load: ${JSON.stringify(findings.slice(0, 5))}`);

const problems = Object.values(knowledge.packs).flatMap((pack) =>
  Object.values(pack.problems).map((problem) => ({ pack, problem })),
);

describe.each(problems)('$pack.id/$problem.id', ({ pack, problem }) => {
  const { match, noMatch, dialogues } = problem.examples;

  it.each(match)('is offered for "%s"', (text) => {
    const { problems: found, codes } = recognise(text, knowledge);
    const byCode = codes.flatMap(({ family, code }) => knowledge.codes[`${family}/${code}`] ?? []);
    expect([...byCode, ...found].map((one) => one.problem)).toContain(problem.id);
  });

  it.each(noMatch)('is not the answer to "%s"', (text) => {
    const { decision, problems: found } = recognise(text, knowledge);
    expect(decision === 'answer' && found[0]?.problem === problem.id).toBe(false);
  });

  it.each(dialogues)('leads from "$says" to $fix', (dialogue) => {
    const played = playDialogue(knowledge, dialogue);
    const told = played.transcript.map(
      ({ person, reply }) =>
        `${person} → ${reply.kind} ${reply.about.question ?? reply.about.fix ?? reply.about.problem ?? ''}`,
    );
    expect({ given: played.given, told }).toMatchObject({ given: expect.arrayContaining([dialogue.fix]) });
  });

  it('has only dialogues whose fix stands in the pack', () => {
    for (const { fix } of dialogues) expect(Object.keys(pack.fixes)).toContain(fix);
  });
});

describe('the causes of each pack', () => {
  it.each(Object.values(knowledge.packs))('$id: each is reached by at least one dialogue', (pack) => {
    const reached = new Set(
      Object.values(pack.problems).flatMap(({ examples }) => examples.dialogues.map(({ fix }) => fix)),
    );
    const unreached = Object.values(pack.causes).filter(
      ({ fixes }) => !Object.keys(fixes).some((fix) => reached.has(fix)),
    );
    expect(unreached.map(({ id }) => id)).toEqual([]);
  });
});
