import { beforeAll, describe, expect, it } from 'vitest';
import { shippedKnowledge } from '../../src/commands/shipped-knowledge.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { printedProblems } from '../../src/recognition/printed-lines.ts';
import { recognise } from '../../src/recognition/recognise.ts';
import { knowledgeOf, pack, problem } from './small-knowledge.ts';

const small = knowledgeOf(
  pack('shells', {
    problems: [
      problem('denied', { prints: ['Permission denied'] }),
      problem('key', { prints: ['Permission denied (publickey'] }),
      problem('missing', { prints: ['由于找不到 … 无法继续执行代码', 'No such file or directory'] }),
    ],
  }),
);
const found = (text: string) => printedProblems(text, small).map(({ problem: id }) => id);

describe('a message that a program prints', () => {
  it.each([
    ['bash: ./run: Permission denied', ['denied']],
    ['git@host: Permission denied (publickey).', ['key', 'denied']],
    ['由于找不到 a.dll, 无法继续执行代码', ['missing']],
    ['PERMISSION   DENIED', ['denied']],
    ['由于找不到VCRUNTIME140.dll，无法继续执行代码。重新安装程序可能会解决此问题。', ['missing']],
    ['cat: a: No such file or directory\nbash: b: Permission denied', ['missing', 'denied']],
    ['permission to land was denied', []],
    ['No such file. Or directory?', []],
    ['', []],
  ])('is known word for word, the longest first: %j', (text, problems) => {
    expect(found(text)).toEqual(problems);
  });

  it('is answered, whatever the words resemble', () => {
    const { decision, problems } = recognise('ls: /x: Permission denied', small);
    expect([decision, problems[0]]).toMatchObject([
      'answer',
      { problem: 'denied', score: 1, printed: true, words: ['Permission', 'denied'] },
    ]);
  });
});

describe('what the shipped knowledge knows by its message', () => {
  let knowledge: Knowledge;
  beforeAll(async () => {
    const shipped = await shippedKnowledge();
    if (!shipped) throw new Error('The shipped knowledge does not load.');
    knowledge = shipped;
  }, 90_000);

  it('decides which reading of a number is meant', () => {
    const [code] = recognise('connect() failed (111: Connection refused)', knowledge).codes;
    expect(code).toMatchObject({ code: '111', sure: true });
    expect(code?.family).toMatch(/^errno/);
    expect(recognise('ERROR 1045 (28000)', knowledge)).toMatchObject({
      decision: 'answer',
      codes: [{ family: 'mysql' }, { family: 'sqlstate_odbc', code: '28000' }],
    });
  });

  it('stands back where a program with a pack of its own is named', () => {
    expect(printedProblems('拒绝访问', knowledge)).not.toEqual([]);
    expect(printedProblems('QQ发文件提示拒绝访问', knowledge)).toEqual([]);
  });
});
