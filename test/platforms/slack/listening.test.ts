import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/message.ts';
import { createKeep, type KeepParts } from '../../../src/platforms/slack/keep.ts';

/** The entrance of Slack, with an admin's wish to read along in `T1:C1`. */
function entrance() {
  const received: Incoming[] = [];
  const parts: unknown = {
    host: {
      listens: (channel: string) => channel === 'T1:C1',
      receive: async (incoming: Incoming) => {
        received.push(incoming);
        return { status: 'accepted' };
      },
    },
    talks: { place: async (heard: unknown) => heard },
    statuses: { show: () => {} },
    profiles: { languageFor: async () => undefined, known: () => undefined },
    workspaces: { ownUsers: new Set(['UBOT']), tokenOf: () => 'token', remove: async () => {} },
    apiOf: () => async () => ({}),
    now: () => 0,
  };
  const keep = createKeep(parts as KeepParts);
  const say = (channel: string, text: string, more: object = {}) =>
    keep(
      {
        type: 'event_callback',
        team_id: 'T1',
        event: { type: 'message', user: 'U1', channel, ts: '1.0', text, ...more },
      },
      false,
    );
  return { say, received };
}

describe('a message in a channel that names nobody', () => {
  it('is heard only where an admin switched on listening', async () => {
    const { say, received } = entrance();
    expect([await say('C1', 'error 5'), await say('C2', 'error 5')]).toEqual(['kept', 'kept']);
    expect(received.map(({ addressed, channel, thread }) => [addressed, channel, thread])).toEqual([
      ['overheard', 'T1:C1', 'T1:C1:1.0'],
    ]);
  });

  it('is no overheard one when it mentions the bot or is said to it alone', async () => {
    const { say, received } = entrance();
    await say('C2', '<@UBOT> error 5');
    await say('D1', 'error 5', { channel_type: 'im' });
    expect(received.map(({ addressed, channel }) => [addressed, channel])).toEqual([
      ['mention', 'T1:C2'],
      ['direct', undefined],
    ]);
  });
});
