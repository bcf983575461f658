import { describe, expect, it } from 'vitest';
import { operatorPosts } from '../../src/operations/operator-posts.ts';

const operators = [
  { platform: 'slack', channel: 'C1' },
  { platform: 'discord', channel: '123' },
];
const occasion = {
  effects: [
    { kind: 'sighting', family: 'hresult', code: '0x80070057' },
    {
      kind: 'ticket',
      ticket: {
        id: 'T-abc123',
        language: 'zh',
        pack: 'qq-file-transfer',
        problem: 'file-refused',
        lines: ['你说：发不出去', '试过：改名'],
      },
    },
  ],
  incoming: { platform: 'discord', conversation: 'discord:0123', eventKey: 'e1' },
  at: Date.UTC(2026, 10, 23, 1, 2, 3),
  link: 'https://discord.com/channels/1/2',
} as const;

describe('what operators get of a step', () => {
  it('is each ticket whole, in each of their channels, with a link to the talk', () => {
    const posts = operatorPosts(operators, occasion);
    expect(posts.map(({ platform, channel }) => [platform, channel])).toEqual([
      ['slack', 'C1'],
      ['discord', '123'],
    ]);
    expect(posts[0]?.reply).toMatchObject({
      kind: 'handover',
      language: 'zh',
      choices: [],
      blocks: [
        { type: 'heading', text: 'Ticket T-abc123' },
        {
          type: 'rows',
          rows: [
            { label: 'Handed over', value: '2026-11-23T01:02:03.000Z' },
            { label: 'Problem', value: 'qq-file-transfer/file-refused' },
            { label: 'Language', value: 'zh' },
            { label: 'Talk', value: 'https://discord.com/channels/1/2' },
          ],
        },
        { type: 'list', items: ['你说：发不出去', '试过：改名'] },
      ],
    });
  });

  it('has an id for each channel, the same every time', () => {
    const ids = () => operatorPosts(operators, occasion).map(({ reply: { id } }) => id);
    expect(new Set(ids()).size).toBe(2);
    expect(ids()).toEqual(ids());
  });

  it('is nothing without a ticket, and nothing without channels', () => {
    expect(operatorPosts(operators, { ...occasion, effects: occasion.effects.slice(0, 1) })).toEqual([]);
    expect(operatorPosts([], occasion)).toEqual([]);
  });

  it('names the platform where nobody can be sent to the talk', () => {
    const [post] = operatorPosts(operators, { ...occasion, link: null });
    expect(JSON.stringify(post)).toContain('discord (nobody else can be sent there)');
  });
});
