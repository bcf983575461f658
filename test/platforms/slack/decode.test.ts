import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/platforms/slack/decode.ts';
import { event, payload } from './payload.ts';

const context = { ownUsers: new Set(['U0TESTBOT1']), now: 1_700_000_100_000 };
const heard = (body: unknown, more: Partial<typeof context> = {}) => decode(body, { ...context, ...more });

describe('decode', () => {
  it('gives a mention and its message the same name and talk', () => {
    const [mention, message] = [heard(payload('app-mention')), heard(payload('message-channel'))];
    expect(mention).toMatchObject({
      kind: 'message',
      needsTalk: false,
      incoming: {
        platform: 'slack',
        person: 'T0TEST0001:U0TESTALICE',
        conversation: 'slack:T0TEST0001:C0TESTHELP:1700000000.000100:U0TESTALICE',
        text: 'the printer prints nothing',
        addressed: 'mention',
      },
    });
    expect(message).toEqual(mention);
  });

  it('knows a mention of itself before Slack said who it is', () => {
    expect(heard(payload('message-channel'), { ownUsers: new Set() })).toMatchObject({ kind: 'message' });
  });

  it('tells two people in one thread apart', () => {
    const thread = { thread_ts: '1700000000.000100', ts: '1700000001.000100' };
    const talkOf = (user: string) => {
      const found = heard(event('app-mention', { ...thread, user }));
      return found.kind === 'message' ? found.incoming.conversation : '';
    };
    expect(talkOf('U1')).not.toBe(talkOf('U2'));
  });

  it('marks what is said in a thread without a mention as to be heard only within a talk', () => {
    expect(heard(payload('message-thread'))).toMatchObject({ needsTalk: true, underOurs: false });
    expect(heard(event('message-thread', { parent_user_id: 'U0TESTBOT1' }))).toMatchObject({
      underOurs: true,
    });
  });

  it.each(['message-bot', 'message-changed', 'app-home-opened', 'url-verification'])(
    'hears nothing in %s',
    (name) => {
      expect(heard(payload(name))).toEqual({ kind: 'nothing' });
    },
  );

  it.each([
    ['edits', { edited: { user: 'U0TESTALICE', ts: '1' } }],
    ['itself', { user: 'U0TESTBOT1' }],
    ['deleted messages', { subtype: 'message_deleted' }],
    ['joining', { subtype: 'channel_join' }],
    ['hidden ones', { hidden: true }],
    ['nobody', { user: undefined }],
  ])('does not hear %s', (_name, fields) => {
    expect(heard(event('message-channel', fields))).toEqual({ kind: 'nothing' });
  });

  it('does not hear itself even while Slack has not told who it is', () => {
    const unknown = { ownUsers: new Set<string>() };
    const own = [{ metadata: { event_type: 'askfix_reply', event_payload: {} } }, { app_id: 'A0TEST0001' }];
    for (const fields of own)
      expect(heard(event('message-im', fields), unknown)).toEqual({ kind: 'nothing' });
  });

  it('turns Slack’s writing back into what was typed', () => {
    const text =
      '<@U0TESTBOT1|askfix> <https://example.com/a?b=1&amp;c=2|example.com> says &lt;0x80070057&gt; in <#C1|general> <!here> `a &amp;amp; b`';
    expect(heard(event('app-mention', { text }))).toMatchObject({
      incoming: { text: 'example.com says <0x80070057> in #general  `a &amp; b`' },
    });
  });

  it('calls a bare file a picture, and one with words text', () => {
    expect(heard(payload('message-file'))).toMatchObject({ incoming: { kind: 'picture', text: '' } });
    expect(heard(event('message-file', { text: 'this one' }))).toMatchObject({
      incoming: { kind: 'text', text: 'this one' },
    });
  });

  it('reads a press of a button and of a select, and whose it was to press', () => {
    expect(heard(payload('block-actions'))).toMatchObject({
      kind: 'press',
      incoming: { kind: 'choice', choice: 'abc123-1-0', text: '' },
      where: { thread: '1700000000.000100', pressed: { label: 'Yes & no', blocks: [{ type: 'section' }] } },
    });
    const select = payload('block-actions', (body) => {
      const [action] = body.actions;
      body.actions = [
        { ...action, value: undefined, selected_option: { value: 'abc123-1-7', text: { text: 'G' } } },
      ];
    });
    expect(heard(select)).toMatchObject({
      incoming: { choice: 'abc123-1-7' },
      where: { pressed: { label: 'G' } },
    });
    expect(heard(payload('block-actions', (body) => Object.assign(body.user, { id: 'U9' })))).toMatchObject({
      kind: 'stranger',
      user: 'U9',
    });
  });

  it('gives each press, command and shortcut a name of its own, the same when it is delivered again', () => {
    const keyOf = (body: unknown) => {
      const found = heard(body);
      return 'incoming' in found ? found.incoming.eventKey : '';
    };
    for (const name of ['block-actions', 'slash-command', 'message-action']) {
      const first = keyOf(payload(name));
      expect(keyOf(payload(name))).toBe(first);
      const later = payload(name, (body) => {
        body.trigger_id = 'another';
        if (body.actions) body.actions[0].action_ts = '1700000099.000000';
      });
      expect(keyOf(later)).not.toBe(first);
    }
  });

  it('takes anything without throwing', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom('event_callback', 'block_actions', 'message_action', ''),
        (any, type) => {
          expect(heard(any)).toEqual({ kind: 'nothing' });
          for (const body of [
            { type, event: any },
            { type, actions: [any], message: any },
            { command: '/fix', text: any },
          ])
            expect(['nothing', 'message', 'press', 'stranger']).toContain(heard(body).kind);
        },
      ),
    );
  });
});
