import { describe, expect, it } from 'vitest';
import { codeSkeleton, problemSkeleton } from '../../src/knowledge/skeleton.ts';
import { edited, findingsOf } from './sample-pack.ts';

const both = { languages: ['en', 'zh'], priors: ['share'] } as const;
const pack = { ...both, languages: [...both.languages], priors: [...both.priors] };

describe('a skeleton', () => {
  it.each([
    ['problem', problemSkeleton('cannot-scan', pack)],
    ['code', codeSkeleton('win32-87', 'win32/87', pack)],
  ])('of a %s lacks nothing but the words', async (_, skeleton) => {
    const findings = await findingsOf({ 'problems/win32-87.yaml': skeleton });
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['write-me']));
    const written = await findingsOf({ 'problems/win32-87.yaml': skeleton.replaceAll(/WRITE ME[:：]/g, '') });
    expect(written).toEqual([]);
  });

  it('follows the languages and prior columns of its pack', async () => {
    const skeleton = problemSkeleton('cannot-scan', { languages: ['zh'], priors: ['seed', 'judgement'] });
    expect(skeleton).not.toContain('en:');
    expect(skeleton).toContain('share: {seed: 1, judgement: 1}');
  });

  it('names the schema for editors in its first line', () => {
    expect(problemSkeleton('x', pack)).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/schema\/problems\.schema\.json\n/,
    );
  });

  it('is refused by the checks until it is written', async () => {
    const gap = await findingsOf(edited('fixes/p1-add-paper.yaml', 'The lamp is dark.', '"WRITE ME: x"'));
    expect(gap).toMatchObject([{ rule: 'write-me', severity: 'error' }]);
  });
});
