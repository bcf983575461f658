import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../server/running.ts';
import { answerReply, echo } from '../scripted-host.ts';
import { readEvents, runningWeb } from './running-web.ts';

/** What a browser sends with a POST to its own page. */
function asBrowser(url: string, cookie?: string | null): Record<string, string> {
  return { origin: url, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) };
}

const cookieOf = (headers: Headers) => headers.get('set-cookie')?.split(';')[0] ?? null;

describe('POST /api/v1/messages', () => {
  it('opens a conversation and answers in it', async () => {
    const { post, host } = await runningWeb();
    const first = await post({ text: 'hello', language: 'en' });
    expect(first.status).toBe(200);
    expect(first.body.conversation).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(first.body.replies).toEqual([
      {
        id: expect.any(String),
        kind: 'answer',
        text: 'hello',
        blocks: [{ type: 'text', text: 'hello' }],
        choices: [],
        about: {},
      },
    ]);
    const second = await post({ conversation: first.body.conversation, choice: 'abc-1-2' });
    expect(second.body).toMatchObject({
      conversation: first.body.conversation,
      replies: [{ text: 'pressed abc-1-2' }],
    });
    expect(host.received).toMatchObject([
      { platform: 'web', kind: 'text', text: 'hello', language: 'en', addressed: 'direct' },
      { platform: 'web', kind: 'choice', text: '', choice: 'abc-1-2' },
    ]);
  });

  it('gives the rest of the house a hash of the conversation only', async () => {
    const { post, host } = await runningWeb();
    const { conversation } = (await post({ text: 'hello' })).body;
    const key = `web:${createHash('sha256').update(conversation).digest('base64url')}`;
    expect(host.received[0]).toMatchObject({ conversation: key, person: key, address: { to: key } });
    expect(JSON.stringify(host.received)).not.toContain(conversation);
  });

  it('shows the choices in the text, and what a reply replaces and is about', async () => {
    const { post } = await runningWeb(() =>
      answerReply('r', 'Which?', {
        kind: 'fix',
        choices: [{ id: 'a', label: 'A' }],
        about: { cause: 'n5-dns' },
        replaces: 'q',
      }),
    );
    const [reply] = (await post({ text: 'hello' })).body.replies;
    expect(reply).toMatchObject({
      kind: 'fix',
      text: 'Which?\n\n1. A',
      about: { cause: 'n5-dns' },
      replaces: 'q',
    });
  });

  it('answers 202 when it takes long, and gives the replies to whoever asks again', async () => {
    let finish = () => {};
    const done = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { post } = await runningWeb(
      async (incoming) => {
        await done;
        return echo(incoming);
      },
      { answerWithinMs: 30 },
    );
    const slow = await post({ text: 'slow', id: 'm1' });
    expect([slow.status, slow.body.replies]).toEqual([202, []]);
    finish();
    const again = await post({ text: 'slow', id: 'm1', conversation: slow.body.conversation });
    expect([again.status, again.body.replies]).toMatchObject([200, [{ text: 'slow' }]]);
  });

  it('is silent with 200 when there is nothing to say', async () => {
    const { post } = await runningWeb(() => null);
    expect(await post({ text: 'thanks' })).toMatchObject({ status: 200, body: { replies: [] } });
  });

  it('takes a message once however often it is sent', async () => {
    const { post, host } = await runningWeb();
    const { conversation } = (await post({ text: 'start' })).body;
    const sent = await Promise.all([1, 2, 3].map(() => post({ conversation, id: 'm1', text: 'again' })));
    expect(new Set(sent.map(({ body }) => JSON.stringify(body.replies))).size).toBe(1);
    expect(host.received).toHaveLength(2);
  });

  it('keeps the ids of different conversations and messages without id apart', async () => {
    const { post, host } = await runningWeb();
    for (let index = 0; index < 2; index += 1) await post({ id: 'm1', text: 'hello' });
    const { conversation } = (await post({ text: 'hello' })).body;
    await post({ conversation, text: 'hello' });
    expect(new Set(host.received.map(({ eventKey }) => eventKey)).size).toBe(4);
    expect(new Set(host.received.map((incoming) => incoming.conversation)).size).toBe(3);
  });

  it('leads a repeated first message with a random UUID to the same conversation', async () => {
    const { post, host } = await runningWeb();
    const id = randomUUID();
    const [one, two] = [
      await post({ id, text: 'hello' }),
      await post({ id: id.toUpperCase(), text: 'hello' }),
    ];
    expect(two.body.conversation).toBe(one.body.conversation);
    expect((await post({ id, text: 'hello' })).body.replies).toEqual(one.body.replies);
    const guessable = '00000000-0000-1000-8000-000000000000';
    const [three, four] = [
      await post({ id: guessable, text: 'a' }),
      await post({ id: guessable, text: 'a' }),
    ];
    expect(three.body.conversation).not.toBe(four.body.conversation);
    expect(host.received.length).toBeGreaterThanOrEqual(3);
  });

  it('says so when delivery does not take the message', async () => {
    const { post, host } = await runningWeb();
    host.refuseWith('Too much at once. Try again in a minute.');
    const { status, body, headers } = await post({ text: 'hello' });
    expect([status, headers.get('retry-after'), body.error]).toEqual([
      503,
      '5',
      { code: 'refused', message: 'Too much at once. Try again in a minute.' },
    ]);
  });
});

describe('bad messages', () => {
  it.each([
    ['no JSON', '{"text":', 400, 'malformed_json'],
    ['nothing', '', 400, 'malformed_json'],
    ['binary', '\u0000\u0001\u0002', 400, 'malformed_json'],
    ['a list', [1], 400, 'malformed_json'],
    ['null', 'null', 400, 'malformed_json'],
    ['an empty text', { text: '' }, 400, 'text_empty'],
    ['spaces', { text: ' \n\t　' }, 400, 'text_empty'],
    ['only controls and marks', { text: '\u0000\u0007\u202e\u200b\ufeff' }, 400, 'text_empty'],
    ['a long text', { text: 'x'.repeat(32_001) }, 400, 'text_too_long'],
    ['a number as text', { text: 5 }, 400, 'wrong_type'],
    ['null as id', { text: 'a', id: null }, 400, 'wrong_type'],
    ['a list as conversation', { text: 'a', conversation: [] }, 400, 'wrong_type'],
    ['neither', {}, 400, 'nothing_said'],
    ['both', { text: 'a', choice: 'b' }, 400, 'text_and_choice'],
    ['an empty choice', { choice: '' }, 400, 'choice_malformed'],
    ['an endless choice', { choice: 'x'.repeat(257) }, 400, 'choice_malformed'],
    ['an empty id', { text: 'a', id: '' }, 400, 'id_malformed'],
    ['an id with spaces', { text: 'a', id: 'a b' }, 400, 'id_malformed'],
    ['an endless id', { text: 'a', id: 'x'.repeat(129) }, 400, 'id_malformed'],
    ['an unknown conversation', { text: 'a', conversation: 'x'.repeat(22) }, 404, 'unknown_conversation'],
    [
      'a malformed conversation',
      { text: 'a', conversation: '../../etc/passwd' },
      404,
      'unknown_conversation',
    ],
    ['1 MB', { text: 'x'.repeat(1024 * 1024) }, 413, 'body_too_large'],
  ])('refuses %s with a sentence and keeps nothing', async (_name, body, status, code) => {
    const { post, host } = await runningWeb();
    const answered = await post(body);
    expect([answered.status, answered.body.error.code]).toEqual([status, code]);
    expect(answered.body.error.message).toMatch(/^.{20,300}\.$/);
    expect(answered.body.error.message).not.toMatch(/\bat .*\.ts|Error:/);
    expect(host.received).toEqual([]);
  });

  it('refuses other content types with 415', async () => {
    const { url } = await runningWeb();
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ]) {
      const response = await fetch(`${url}/api/v1/messages`, {
        method: 'POST',
        headers: type === '' ? {} : { 'content-type': type },
        body: new Blob(['{"text":"a"}']),
      });
      expect([response.status, (await errorOf(response)).code]).toEqual([415, 'wrong_content_type']);
    }
  });

  it('takes JSON with a charset, unknown fields and a full language tag', async () => {
    const { post, host } = await runningWeb();
    const answered = await post(
      { text: 'a', language: 'zh-CN', extra: 1 },
      { 'content-type': 'application/json; charset=utf-8' },
    );
    expect(answered.status).toBe(200);
    expect((await post({ text: 'a', language: 'fr' })).status).toBe(200);
    expect(host.received.map(({ language }) => language)).toEqual(['zh', undefined]);
  });

  it.each([
    ['zalgo', `z${'\u0300'.repeat(500)}algo`],
    ['right-to-left', '\u202eexe.txt אבג مرحبا'],
    ['control characters', 'a\u0007b\u001b[31mc'],
    ['half a surrogate pair', 'a\ud800b'],
    ['markup', '<script>alert(1)</script>'],
  ])('passes on %s as it is', async (_name, text) => {
    const { post, host } = await runningWeb();
    const { status, body } = await post({ text });
    expect(status).toBe(200);
    expect(host.received[0]?.text).toBe(text.toWellFormed());
    for (const acting of ['\u001b', '\u202e', '\u0007']) expect(body.replies[0]?.text).not.toContain(acting);
  });

  it('passes on unknown choice ids: the conversation says that they are stale', async () => {
    const { post, host } = await runningWeb();
    expect((await post({ choice: "'; DROP TABLE --" })).status).toBe(200);
    expect(host.received[0]).toMatchObject({ kind: 'choice', choice: "'; DROP TABLE --" });
  });
});

describe('in a browser', () => {
  it('binds the conversation to a cookie that no script can read', async () => {
    const { post, url } = await runningWeb();
    const first = await post({ text: 'hello' }, asBrowser(url));
    const { conversation } = first.body;
    expect(first.headers.get('set-cookie')).toBe(
      `askfix=${conversation}; Path=/api/v1/; HttpOnly; SameSite=Lax; Max-Age=2592000`,
    );
    const more = { conversation, text: 'more' };
    expect((await post(more, asBrowser(url, cookieOf(first.headers)))).status).toBe(200);
    expect((await post(more, asBrowser(url))).status).toBe(404);
    expect((await post(more, asBrowser(url, `askfix=${'x'.repeat(22)}`))).status).toBe(404);
    expect((await post(more)).status).toBe(200);
  });

  it('asks for the cookie on event streams too', async () => {
    const { post, events, url } = await runningWeb();
    const first = await post({ text: 'hello' }, asBrowser(url));
    const { conversation } = first.body;
    const site = { 'sec-fetch-site': 'same-origin' };
    expect((await events(conversation, site)).status).toBe(404);
    const allowed = await events(conversation, { ...site, cookie: cookieOf(first.headers) as string });
    expect([allowed.status, await readEvents(allowed, 1)]).toMatchObject([200, [{ text: 'hello' }]]);
  });

  it('remembers several talks, the eight newest', async () => {
    const { post, url } = await runningWeb();
    const conversations: string[] = [];
    let cookie: string | null = null;
    for (let index = 0; index < 9; index += 1) {
      const { body, headers } = await post({ text: 'hello' }, asBrowser(url, cookie));
      conversations.unshift(body.conversation);
      cookie = cookieOf(headers);
    }
    const statuses = await Promise.all(
      conversations.map(
        async (conversation) => (await post({ conversation, text: 'x' }, asBrowser(url, cookie))).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 404]);
  });

  it('refuses pages of other sites', async () => {
    const { post, host } = await runningWeb();
    expect((await post({ text: 'hello' }, { origin: 'https://evil.example' })).status).toBe(403);
    expect(host.received).toEqual([]);
  });
});

describe('GET /api/v1/conversations/:conversation/events', () => {
  it('replays, then streams what comes, each once and in order', async () => {
    const { post, events } = await runningWeb();
    const { conversation } = (await post({ text: 'one' })).body;
    const stream = await events(conversation);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const reading = readEvents(stream, 6);
    for (const text of ['two', 'three']) await post({ conversation, text });
    await Promise.all(['a', 'b', 'c'].map((text) => post({ conversation, text })));
    const got = await reading;
    expect(got.map(({ text }) => text).slice(0, 3)).toEqual(['one', 'two', 'three']);
    expect(
      got
        .map(({ text }) => text)
        .slice(3)
        .sort(),
    ).toEqual(['a', 'b', 'c']);
    expect(got.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('resumes after Last-Event-ID, or after= for a page that was reloaded', async () => {
    const { post, events } = await runningWeb();
    const { conversation } = (await post({ text: 'one' })).body;
    for (const text of ['two', 'three']) await post({ conversation, text });
    expect(await readEvents(await events(conversation, { 'last-event-id': '1' }), 2)).toEqual([
      { id: 2, text: 'two' },
      { id: 3, text: 'three' },
    ]);
    const after = await events(`${conversation}`, { 'last-event-id': 'nonsense' });
    expect(await readEvents(after, 3)).toHaveLength(3);
  });

  it('shows nothing of other conversations', async () => {
    const { post, events } = await runningWeb();
    const mine = (await post({ text: 'mine' })).body.conversation;
    await post({ text: 'other' });
    const stream = await events(mine);
    await post({ text: 'another' });
    await post({ conversation: mine, text: 'mine again' });
    expect((await readEvents(stream, 2)).map(({ text }) => text)).toEqual(['mine', 'mine again']);
  });

  it('bounds the streams of one conversation, and frees their places', async () => {
    const { post, events } = await runningWeb();
    const { conversation } = (await post({ text: 'one' })).body;
    const streams = await Promise.all(Array.from({ length: 6 }, () => events(conversation)));
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect((await events(conversation)).status).toBe(429);
    await streams[0]?.body?.cancel();
    await expect.poll(async () => (await events(conversation)).status).toBe(200);
  });

  it('shows signs of life', async () => {
    const { post, events } = await runningWeb(echo, { heartbeatMs: 10 });
    const { conversation } = (await post({ text: 'one' })).body;
    const reader = ((await events(conversation)).body as ReadableStream<Uint8Array>).getReader();
    let text = '';
    while (!text.includes(': still here\n\n')) text += new TextDecoder().decode((await reader.read()).value);
    await reader.cancel();
    expect(text).toContain('retry: ');
  });

  it.each(['x'.repeat(22), 'short', '%2e%2e'])('does not know %s', async (conversation) => {
    const { events } = await runningWeb();
    expect((await events(conversation)).status).toBe(404);
  });
});
