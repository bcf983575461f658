import { describe, expect, it } from 'vitest';
import { suggestNames } from '../../../src/recognition/codes/suggest-names.ts';
import { knowledgeOfCodes } from '../small-knowledge.ts';

const knowledge = knowledgeOfCodes('x/ECONNREFUSED', 'x/ECONNRESET', 'x/ER_ACCESS_DENIED_ERROR', 'x/EPERM');

describe('suggestNames', () => {
  it.each([
    ['ECONREFUSED', ['ECONNREFUSED']],
    ['econnrefsued', ['ECONNREFUSED']],
    ['ER_ACCES_DENIED_EROR', ['ER_ACCESS_DENIED_ERROR']],
    ['EPREM', ['EPERM']],
    ['ECONNREFUSED', []],
    ['EXAMPLE_NAME', []],
    ['10061', []],
    ['hello', []],
  ])('%s → %j', (typed, expected) => {
    expect(suggestNames(typed, knowledge)).toEqual(expected);
  });
});
