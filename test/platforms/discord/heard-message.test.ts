import { describe, expect, it } from 'vitest';
import {
  type HeardMessage,
  incomingOf,
  isDirect,
  isFromPerson,
  isToBot,
  wordsOf,
} from '../../../src/platforms/discord/heard-message.ts';
import { payload } from './payloads.ts';

const self = { user: '1500000000000000099', role: '1500000000000000050' };
const direct = (more: object = {}) => payload<HeardMessage>('direct-message', more);
const mention = (more: object = {}) => payload<HeardMessage>('mention-in-server', more);

describe('a recorded message', () => {
  it('from the direct channel becomes an Incoming that survives JSON', () => {
    const target = {
      talk: { owner: '1500000000000000020', place: '1500000000000000010' },
      channel: '1500000000000000010',
      since: '1500000000000000001',
      canType: true,
    };
    const incoming = incomingOf(direct(), { self, target, addressed: 'direct' });
    expect(incoming).toEqual({
      platform: 'discord',
      conversation: 'discord:1500000000000000010:1500000000000000020',
      person: '1500000000000000020',
      eventKey: '1500000000000000001',
      kind: 'text',
      text: '错误码10001',
      addressed: 'direct',
      address: { to: JSON.stringify(target) },
    });
  });

  it('is direct without a server, also when a test server says so by an empty id', () => {
    expect(isDirect(direct())).toBe(true);
    expect(isDirect(direct({ guild_id: '' }))).toBe(true);
    expect(isDirect(mention())).toBe(false);
  });

  it('loses the bot’s own name and keeps those of others', () => {
    expect(wordsOf(mention(), self)).toBe("QQ won't send my file, <@!1500000000000000021> has it too");
    expect(wordsOf(mention({ content: '<@&1500000000000000050> help' }), self)).toBe('help');
  });

  it('that was forwarded says what was forwarded', () => {
    const message_snapshots = [{ message: { content: 'error 87' } }];
    expect(wordsOf(direct({ content: '', message_snapshots }), self)).toBe('error 87');
  });

  it('that only calls the bot says what it answers, unless that is the bot’s own', () => {
    const pointing = (id: string) =>
      mention({ content: `<@${self.user}>`, referenced_message: { content: 'error 87', author: { id } } });
    expect(wordsOf(pointing('1'), self)).toBe('error 87');
    expect(wordsOf(pointing(self.user), self)).toBe('');
  });
});

describe('whether a message speaks to the bot', () => {
  it.each([
    ['a mention', {}, true],
    ['a mention that only stands in the text', { mentions: [] }, true],
    ['its role', { mentions: [], content: 'hi', mention_roles: ['1500000000000000050'] }, true],
    [
      'an answer to it',
      { mentions: [], content: 'hi', referenced_message: { author: { id: self.user } } },
      true,
    ],
    ['everybody', { mentions: [], content: '@everyone', mention_everyone: true }, false],
    ['somebody else', { mentions: [{ id: '1' }], content: '<@1> hi' }, false],
    [
      'an answer to somebody else',
      { mentions: [], content: 'x', referenced_message: { author: { id: '1' } } },
      false,
    ],
    ['an answer to a deleted message', { mentions: [], content: 'x', referenced_message: null }, false],
  ])('%s', (_name, more, expected) => {
    expect(isToBot(mention(more), self)).toBe(expected);
  });
});

describe('whether a person wrote it', () => {
  const author = direct().author;

  it.each([
    ['a person', {}, true],
    ['a person who answers', { type: 19 }, true],
    ['a bot', { author: { ...author, bot: true } }, false],
    ['itself', { author: { ...author, id: self.user } }, false],
    ['the system', { author: { ...author, system: true } }, false],
    ['a webhook', { webhook_id: '1' }, false],
    ['a join notice', { type: 7 }, false],
    ['the first line of a thread', { type: 21 }, false],
    ['an edit', { edited_timestamp: '2026-11-20T09:00:00.000000+00:00' }, false],
  ])('%s', (_name, more, expected) => {
    expect(isFromPerson(direct(more), self)).toBe(expected);
  });
});
