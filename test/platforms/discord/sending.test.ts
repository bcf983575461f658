import { type APIMessage, DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import type { Call } from '../../../src/message.ts';
import { createAcknowledgements } from '../../../src/platforms/discord/acknowledgements.ts';
import type { Api } from '../../../src/platforms/discord/api.ts';
import { encode } from '../../../src/platforms/discord/encode.ts';
import { markSolved } from '../../../src/platforms/discord/mark-solved.ts';
import { createSending } from '../../../src/platforms/discord/sending.ts';
import { type Answerable, addressOf, type Target } from '../../../src/platforms/discord/target.ts';
import { answerReply } from '../scripted-host.ts';

const interaction: Answerable = { application: '1', token: 'token', until: 1_000, isPrivate: true };
const target: Target = { talk: { owner: '7', place: '8' }, channel: '9', since: '100', canType: true };

const message = (more: Partial<APIMessage>) =>
  ({ id: '101', content: '', author: { id: 'me' }, ...more }) as APIMessage;

/** The API, of which a test replaces what it needs. */
function fakeApi(more: Partial<Api> = {}): {
  readonly [Name in keyof Api]: Api[Name] & ReturnType<typeof vi.fn>;
} {
  const done = async () => message({});
  const api: Api = {
    post: done,
    acknowledge: async () => {},
    edit: done,
    dismiss: async () => {},
    follow: done,
    openThread: () => Promise.reject(new Error('no thread here')),
    message: () => Promise.reject(new Error('no message here')),
    channel: () => Promise.reject(new Error('no channel here')),
    recent: async () => [],
    tag: async () => {},
    react: async () => {},
    close() {},
    ...more,
  };
  const spied = Object.entries(api).map(([name, work]) => [name, vi.fn(work as () => unknown)]);
  return Object.fromEntries(spied);
}

function sendingOn(api: Api, { now = 0, self = 'me' as string | null } = {}) {
  const acknowledgements = createAcknowledgements(1);
  const cards = { use: () => true, refused() {} };
  return {
    acknowledgements,
    ...createSending({ api, acknowledgements, now: () => now, self: () => self ?? undefined, cards }),
  };
}

function callTo(more: Partial<Target>, text = 'hello'): Call {
  const [call] = encode(answerReply('r', text), addressOf({ ...target, ...more }), true);
  return call as Call;
}

const apiError = (status: number, code: number) =>
  new DiscordAPIError({ code, message: 'no' }, code, status, 'POST', 'http://127.0.0.1/', {
    files: undefined,
    body: {},
  });

const busy = new RateLimitError({
  global: false,
  hash: 'h',
  limit: 5,
  majorParameter: '9',
  method: 'POST',
  retryAfter: 4_200,
  route: '/',
  scope: 'user',
  sublimitTimeout: 0,
  timeToReset: 0,
  url: 'http://127.0.0.1/',
});

describe('an answer to an interaction', () => {
  it('fills in what was deferred', async () => {
    const api = fakeApi();
    await sendingOn(api).send(callTo({ interaction }));
    expect(api.edit).toHaveBeenCalledOnce();
    expect(api.post).not.toHaveBeenCalled();
  });

  it('waits until Discord has heard that it comes', async () => {
    const api = fakeApi();
    const sending = sendingOn(api);
    const settle = sending.acknowledgements.begin('token');
    const sent = sending.send(callTo({ interaction }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(api.edit).not.toHaveBeenCalled();
    settle(true);
    await sent;
    expect(api.edit).toHaveBeenCalledOnce();
  });

  it('goes into the channel when its 15 minutes are over', async () => {
    const api = fakeApi();
    await sendingOn(api, { now: 1_000 }).send(callTo({ interaction }));
    expect(api.edit).not.toHaveBeenCalled();
    expect(api.post).toHaveBeenCalledWith('9', expect.objectContaining({ enforce_nonce: true }));
  });

  it.each([10_008, 10_015, 10_062, 50_027])('goes into the channel when Discord says %i', async (code) => {
    const api = fakeApi({ edit: () => Promise.reject(apiError(404, code)) });
    await sendingOn(api).send(callTo({ interaction }));
    expect(api.post).toHaveBeenCalledOnce();
  });

  it('goes nowhere where the bot may not write, and expires there', async () => {
    const address = addressOf({ ...target, channel: null, interaction });
    expect(address.expiresAt).toBe(1_000);
    expect(addressOf({ ...target, interaction }).expiresAt).toBeUndefined();
    const late = sendingOn(fakeApi(), { now: 1_000 }).send(callTo({ channel: null, interaction }));
    await expect(late).rejects.toMatchObject({ retryable: false });
  });

  it('to a press takes the message’s place only when it acts on the press', async () => {
    const address = addressOf({ ...target, interaction: { ...interaction, isPress: true } });
    const sendFor = async (more: object) => {
      const api = fakeApi();
      for (const call of encode(answerReply('r', 'hello', more), address, true)) {
        await sendingOn(api).send(call);
        expect(await sendingOn(api).reconcile(call)).toBe('chosen' in more ? 'missing' : 'unknown');
      }
      return api;
    };
    expect((await sendFor({ chosen: 'a' })).edit).toHaveBeenCalledOnce();
    const stale = await sendFor({});
    expect(stale.edit).not.toHaveBeenCalled();
    expect(stale.follow).toHaveBeenCalledOnce();
  });

  it('has its later pieces after it, as privately', async () => {
    const api = fakeApi();
    const calls = encode(
      answerReply('r', 'long '.repeat(2_000)),
      addressOf({ ...target, interaction }),
      true,
    );
    expect(calls.length).toBeGreaterThan(1);
    for (const call of calls) await sendingOn(api).send(call);
    expect(api.edit).toHaveBeenCalledOnce();
    expect(api.follow).toHaveBeenCalledTimes(calls.length - 1);
  });
});

describe('a failure', () => {
  const failing = (error: unknown) =>
    sendingOn(fakeApi({ post: () => Promise.reject(error) })).send(callTo({}));

  it('by a rate limit says how long to wait', async () => {
    await expect(failing(busy)).rejects.toMatchObject({ retryable: true, retryAfterMs: 4_200 });
  });

  it('by a token is mended by a person, and tried again until then', async () => {
    await expect(failing(apiError(401, 0))).rejects.toMatchObject({ retryable: true });
  });

  it.each([
    [403, 50_007],
    [403, 50_013],
    [404, 10_003],
  ])('by status %i (%i) is final', async (status, code) => {
    await expect(failing(apiError(status, code))).rejects.toMatchObject({ retryable: false });
  });

  it('of which nobody knows the end is left open', async () => {
    const broken = new HTTPError(502, 'Bad Gateway', 'POST', 'http://127.0.0.1/', {
      files: undefined,
      body: {},
    });
    await expect(failing(broken)).rejects.toBe(broken);
    await expect(failing(broken)).rejects.not.toHaveProperty('retryable');
  });
});

describe('afterwards', () => {
  const call = callTo({}, 'it *works*');
  const { nonce } = call.body as { readonly nonce: string };
  const found = (recent: readonly APIMessage[]) =>
    sendingOn(fakeApi({ recent: async () => recent })).reconcile(call);

  it('a message is found by its nonce', async () => {
    expect(await found([message({ nonce })])).toBe('sent');
    expect(await found([message({ nonce: 'other', content: 'it \\*works\\*' })])).toBe('missing');
  });

  it('or by being ours, younger than the question, and the same', async () => {
    expect(await found([message({ content: 'it \\*works\\*' })])).toBe('sent');
    expect(await found([message({ content: 'it \\*works\\*', id: '99' })])).toBe('missing');
    expect(await found([message({ content: 'something else' })])).toBe('missing');
    expect(
      await found([message({ content: 'it \\*works\\*', author: { id: 'ann' } as APIMessage['author'] })]),
    ).toBe('missing');
  });

  it('nothing is said before the bot knows who it is', async () => {
    await expect(sendingOn(fakeApi(), { self: null }).reconcile(call)).rejects.toThrow('own id');
  });

  it('an edit may be done again, a follow-up may not', async () => {
    const sending = sendingOn(fakeApi());
    const calls = encode(
      answerReply('r', 'long '.repeat(2_000)),
      addressOf({ ...target, interaction }),
      true,
    );
    expect(await sending.reconcile(calls[0] as Call)).toBe('missing');
    expect(await sending.reconcile(calls[1] as Call)).toBe('unknown');
  });
});

describe('a solved post', () => {
  const post = { id: '5', type: 11, parent_id: '4', applied_tags: ['1'] };
  const forum = (tags: readonly object[]) => ({ id: '4', type: 15, available_tags: tags });
  const apiWith = (tags: readonly object[]) =>
    fakeApi({
      channel: (async (id: string) => (id === '5' ? post : forum(tags))) as unknown as Api['channel'],
    });

  it.each(['Solved', '✅ resolved', '已解决'])('gets the forum’s tag %j besides its own', async (name) => {
    const api = apiWith([
      { id: '2', name: 'bug' },
      { id: '3', name },
    ]);
    await markSolved(api, '5');
    expect(api.tag).toHaveBeenCalledWith('5', ['1', '3']);
    expect(api.react).not.toHaveBeenCalled();
  });

  it('gets a tick where the bot may not tag', async () => {
    const api = apiWith([{ id: '3', name: '✅ Solved' }]);
    api.tag.mockRejectedValue(apiError(403, 50_013));
    await markSolved(api, '5');
    expect(api.react).toHaveBeenCalledWith('5', '5', '✅');
    api.tag.mockRejectedValue(apiError(500, 0));
    await expect(markSolved(api, '5')).rejects.toMatchObject({ status: 500 });
  });

  it('gets a tick where the forum has no such tag, and nothing where its first message is gone', async () => {
    const api = apiWith([{ id: '2', name: 'unsolved mysteries' }]);
    await markSolved(api, '5');
    expect(api.react).toHaveBeenCalledWith('5', '5', '✅');
    api.react.mockRejectedValue(apiError(404, 10_008));
    await expect(markSolved(api, '5')).resolves.toBeUndefined();
  });
});
