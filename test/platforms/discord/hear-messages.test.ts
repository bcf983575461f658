import type { APIMessage } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import type { Incoming, PlatformHost } from '../../../src/message.ts';
import type { Api } from '../../../src/platforms/discord/api.ts';
import { createHearing } from '../../../src/platforms/discord/hear-messages.ts';
import type { HeardMessage } from '../../../src/platforms/discord/heard-message.ts';
import type { Place } from '../../../src/platforms/discord/places.ts';
import { payload } from './payloads.ts';

const self = { user: '1500000000000000099' };
const author = { id: '7', username: 'ann' };
const post: Place = {
  id: '50',
  name: 'QQ refuses my file',
  parent: '40',
  owner: author.id,
  isThread: true,
  isPost: true,
  takesThreads: false,
};

interface Scene {
  readonly place?: Place;
  readonly messageContent?: boolean;
  readonly known?: boolean;
}

/** What is heard of a message that says `text` in a post, whose first message says "since yesterday". */
async function heardIn(
  { place = post, messageContent = true, known = false }: Scene,
  text: string,
  id = '51',
) {
  const heard: Incoming[] = [];
  const said: string[] = [];
  const host = {
    knows: async () => known,
    listens: () => false,
    receive: async (incoming: Incoming) => {
      heard.push(incoming);
      return { status: 'accepted' };
    },
  } as unknown as PlatformHost;
  const api = {
    message: async () => ({ content: 'since yesterday' }) as APIMessage,
    post: async (_channel: string, { content }: { content: string }) => void said.push(content),
  } as unknown as Api;
  const hear = createHearing({
    host,
    api,
    places: { find: async () => place, thread: async () => null },
    messageContent,
    forums: ['40'],
    log: createLog({ logLevel: 'silent', secrets: [] }),
  });
  const fields = { id, channel_id: place.id, guild_id: '5', author, mentions: [], content: text };
  await hear(payload<HeardMessage>('mention-in-server', fields), self);
  return { heard: heard.map(({ text: words, addressed }) => [addressed, words]), said };
}

const call = `<@${self.user}>`;

describe('what a forum post says', () => {
  it('begins with its title, and with its first message where the bot is called later', async () => {
    const { heard } = await heardIn({}, `${call} please`);
    expect(heard).toEqual([['mention', 'QQ refuses my file\nsince yesterday\nplease']]);
  });

  it('is the title and the message where that is the first', async () => {
    expect((await heardIn({}, 'since yesterday', post.id)).heard).toEqual([
      ['thread', 'QQ refuses my file\nsince yesterday'],
    ]);
  });

  it('is the title alone where Discord hides the rest', async () => {
    expect((await heardIn({ messageContent: false }, '', post.id)).heard).toEqual([
      ['thread', 'QQ refuses my file'],
    ]);
  });

  it('is what is said, once the talk has begun', async () => {
    expect((await heardIn({ known: true }, 'it is a video')).heard).toEqual([['thread', 'it is a video']]);
  });

  it('is nobody else’s business', async () => {
    const others: Place = { ...post, owner: '8' };
    expect((await heardIn({ place: others }, 'me too')).heard).toEqual([]);
    expect((await heardIn({ place: others }, `${call} me too`)).heard).toEqual([['mention', 'me too']]);
  });

  it('is not heard in other forums', async () => {
    expect((await heardIn({ place: { ...post, parent: '41' } }, 'since yesterday')).heard).toEqual([]);
  });
});

describe('a message that Discord hides', () => {
  it('is hinted at, in both languages, and not kept', async () => {
    const { heard, said } = await heardIn({ known: true, messageContent: false }, '');
    expect(heard).toEqual([]);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/Mention me[\s\S]*@我/);
  });
});
