import { type APIMessage, ChannelType, type GatewayGuildCreateDispatchData } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { createCatchUp } from '../../../src/platforms/discord/catch-up.ts';
import type { ReadBack } from '../../../src/platforms/discord/read-back.ts';
import { payload } from './payloads.ts';

const self = { user: '1500000000000000099' };
const message = (id: string, more: object = {}) =>
  payload<APIMessage>('mention-in-server', { id, guild_id: undefined, ...more });

/** Reads back channels of these messages (newest first), and tells what was heard and asked for. */
async function caughtUp(server: object, channels: Readonly<Record<string, readonly APIMessage[]>>) {
  const heard: string[] = [];
  const asked: string[] = [];
  const read: ReadBack = async (channel) => {
    asked.push(channel);
    return channels[channel] ?? Promise.reject(new Error('Missing Access'));
  };
  const catchUp = createCatchUp({
    read,
    hear: async ({ id, guild_id: of }) => void heard.push(`${id} of ${of}`),
    log: createLog({ logLevel: 'silent', secrets: [] }),
  });
  await catchUp.server(
    { id: '5', threads: [], ...server } as unknown as GatewayGuildCreateDispatchData,
    self,
    undefined,
  );
  return { heard, asked };
}

const text = (id: string, last: string | null) => ({
  id,
  type: ChannelType.GuildText,
  last_message_id: last,
});

describe('catching up', () => {
  it('hears what was written, oldest first, with the server it is of', async () => {
    const { heard } = await caughtUp(
      { channels: [text('1', '12')] },
      { '1': [message('12'), message('9'), message('11')] },
    );
    expect(heard).toEqual(['9 of 5', '11 of 5', '12 of 5']);
  });

  it('begins where something was written last, and leaves out where nothing ever was', async () => {
    const channels = [
      text('1', '20'),
      text('2', null),
      text('3', '100'),
      { id: '4', type: ChannelType.GuildCategory },
    ];
    const { asked } = await caughtUp({ channels }, { '1': [], '3': [] });
    expect(asked).toEqual(['3', '1']);
  });

  it('reads at most 50 channels, and goes on where it may not read', async () => {
    const channels = Array.from({ length: 60 }, (_, index) => text(`${100 + index}`, `${1_000 + index}`));
    const { asked, heard } = await caughtUp({ channels }, { '110': [message('1010')] });
    expect(asked).toHaveLength(50);
    expect(heard).toEqual(['1010 of 5']);
  });

  it('leaves out what was answered although the inbox does not know it', async () => {
    const answered = message('2');
    const answer = message('3', {
      author: { id: self.user, bot: true },
      message_reference: { message_id: '2' },
    });
    const discussed = message('4', { thread: { id: '4', type: 11, owner_id: self.user, message_count: 3 } });
    const fresh = message('5', { thread: { id: '5', type: 11, owner_id: '1', message_count: 3 } });
    const all = [fresh, discussed, answer, answered];
    const { heard } = await caughtUp({ channels: [text('1', '5')] }, { '1': all });
    expect(heard).toEqual(['3 of 5', '5 of 5']);
  });

  it('has nothing to do in a server that is out of service', async () => {
    const { asked } = await caughtUp({ unavailable: true, threads: undefined }, {});
    expect(asked).toEqual([]);
  });
});
