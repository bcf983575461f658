import { describe, expect, it } from 'vitest';
import { findCodes } from '../../../src/recognition/codes/find-codes.ts';
import { orderCodes } from '../../../src/recognition/codes/order-codes.ts';
import { knowledgeOfCodes } from '../small-knowledge.ts';

const knowledge = knowledgeOfCodes('x/E_ONE', 'x/E_TWO', 'x/E_THREE', 'x/E_LAST');

function order(text: string): string[] {
  return orderCodes(findCodes(text, knowledge), text).map(({ code }) => code);
}

describe('the codes of a log', () => {
  it('begin with the first error, then the last fatal line', () => {
    const log = [
      'INFO retry after E_THREE',
      'ERROR connect failed: E_ONE',
      'ERROR worker failed: E_TWO',
      'FATAL giving up: E_LAST',
    ];
    expect(order(log.join('\n'))).toEqual(['E_ONE', 'E_LAST', 'E_TWO', 'E_THREE']);
  });

  it('keep the order of a single line', () => {
    expect(order('E_TWO E_ONE')).toEqual(['E_TWO', 'E_ONE']);
  });

  it('put what nothing names behind what has a name', () => {
    expect(order('error code 99999, then E_ONE')).toEqual(['E_ONE', '99999']);
  });
});
