import { describe, expect, it } from 'vitest';
import { renderTicket, renderTicketList, type StoredTicket } from '../../src/operations/tickets.ts';

const whole: StoredTicket = {
  conversation: 'web:0123',
  at: Date.UTC(2026, 10, 23, 1, 2, 3),
  ticket: {
    id: 'T-abc123',
    language: 'zh',
    pack: 'qq-file-transfer',
    problem: 'file-refused',
    system: 'windows',
    lines: ['你说：发不出去', '试过：改名'],
  },
};
const bare: StoredTicket = { ...whole, ticket: { id: 'T-1', language: 'en', lines: [] } };

describe('a ticket as text', () => {
  it('says what is known, then the whole trail', () => {
    expect(renderTicket(whole)).toBe(
      [
        'Ticket: T-abc123',
        'Handed over: 2026-11-23T01:02:03.000Z',
        'Conversation: web:0123',
        'Problem: qq-file-transfer/file-refused',
        'System: windows',
        'Language: zh',
        '',
        '你说：发不出去',
        '试过：改名',
        '',
      ].join('\n'),
    );
  });

  it('leaves out what is not known', () => {
    expect(renderTicket(bare)).not.toMatch(/Problem|System|undefined/);
  });
});

describe('the list of tickets', () => {
  it('has a line for each, in columns', () => {
    expect(renderTicketList([whole, bare])).toBe(
      'T-abc123  2026-11-23T01:02:03.000Z  qq-file-transfer/file-refused\n' +
        'T-1       2026-11-23T01:02:03.000Z  -\n',
    );
    expect(renderTicketList([])).toBe('');
  });
});
