import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Address, Block, Call, Incoming, Platform, PlatformHost, Reply } from '../../src/message.ts';
import { nastyText } from './nasty-text.ts';
import { replies, wordsOf } from './replies.ts';
import { answerReply, echo, type ScriptedHost, scriptedHost } from './scripted-host.ts';

/** A platform that is not started yet, with hands on the other side of it. */
export interface PlatformUnderTest {
  readonly platform: Platform;
  readonly route: PlatformHost['route'];
  /** Where a reply may go; for `encode`. */
  readonly address: Address;
  /** What of a call the platform would refuse, or take for a mention, a broadcast or formatting. */
  readonly faultsOf: (call: Call) => readonly string[];
  /** Calls carry no words: whoever is woken fetches them. */
  readonly fetchesWords?: true;
  /** A person says something at the platform's own entrance. All in one conversation. */
  say(text: string): Promise<void>;
  /** A person presses a choice; absent where nothing can be pressed. */
  press?(choice: string): Promise<void>;
  /** Everything that the person was shown so far. */
  shown(): string;
  /** Makes the next call fail as the real platform would; absent where a call cannot fail. */
  failNext?(how: 'refused' | 'busy'): void;
  close(): Promise<void>;
}

/** The longest choice id that any platform must carry. */
const longestChoice = 'c'.repeat(64);

/** What every platform must keep; `create` gives a new one, whose messages the scripted host answers. */
export function describePlatform(
  name: string,
  create: (host: ScriptedHost) => Promise<PlatformUnderTest>,
): void {
  describe(`${name} keeps the contract of a platform`, () => {
    let host: ScriptedHost;
    let subject: PlatformUnderTest;
    let platform: Platform;

    beforeEach(async () => {
      host = scriptedHost(echo);
      subject = await create(host);
      platform = subject.platform;
      host.attach(platform);
    });
    afterEach(async () => {
      await platform.stop();
      await subject.close();
    });

    const start = () => platform.start({ ...host, route: subject.route });
    const isShown = (text: string) =>
      vi.waitFor(() => expect(subject.shown()).toContain(text), { timeout: 5_000 });

    async function heard(text: string): Promise<Incoming> {
      const before = host.received.length;
      await subject.say(text);
      await vi.waitFor(() => expect(host.received.length).toBeGreaterThan(before), { timeout: 5_000 });
      const [incoming] = host.received.slice(-1);
      if (!incoming) throw new Error('Nothing was received.');
      return incoming;
    }

    describe('what comes in', () => {
      it('carries the text, names its talk and survives JSON', async () => {
        await start();
        const incoming = await heard('QQ 发不出文件 <b>&amp;</b> 0x80070057');
        expect(incoming).toMatchObject({
          platform: platform.name,
          kind: 'text',
          text: 'QQ 发不出文件 <b>&amp;</b> 0x80070057',
        });
        expect(incoming.conversation.startsWith(`${platform.name}:`)).toBe(true);
        expect(incoming.person).not.toBe('');
        expect(incoming.eventKey).not.toBe('');
        expect(JSON.parse(JSON.stringify(incoming))).toEqual(incoming);
        expect(typeof incoming.address.to).toBe('string');
      });

      it('has a key of its own each time, in the same talk', async () => {
        await start();
        const first = await heard('one');
        await isShown('one');
        const second = await heard('one');
        expect(second.eventKey).not.toBe(first.eventKey);
        expect(second.conversation).toBe(first.conversation);
      });

      it('carries a pressed choice unchanged', async ({ skip }) => {
        if (!subject.press) return skip('nothing can be pressed here');
        await start();
        await heard('hello');
        await subject.press(longestChoice);
        await vi.waitFor(() => expect(host.received).toHaveLength(2), { timeout: 5_000 });
        expect(host.received[1]).toMatchObject({ kind: 'choice', choice: longestChoice, text: '' });
      });

      it('shows the sentence of a refusal', async () => {
        await start();
        host.refuseWith('Nothing can be kept right now; please try again in a minute.');
        await subject.say('hello');
        await isShown('Nothing can be kept right now');
      });
    });

    describe('encoding', () => {
      it('is pure: it changes nothing, and the same reply gives the same calls', () => {
        fc.assert(
          fc.property(anyReply, (reply) => {
            const before = JSON.stringify(reply);
            const calls = platform.encode(reply, subject.address);
            expect(JSON.stringify(reply)).toBe(before);
            expect(platform.encode(JSON.parse(before), { ...subject.address })).toEqual(calls);
          }),
        );
      });

      it('makes at least one call, which survives JSON', () => {
        fc.assert(
          fc.property(anyReply, (reply) => {
            const calls = platform.encode(reply, subject.address);
            expect(calls.length).toBeGreaterThan(0);
            expect(JSON.parse(JSON.stringify(calls))).toEqual(calls);
          }),
        );
      });
    });

    describe('what is shown', () => {
      it('passes no limit, and no text mentions, broadcasts or breaks out of its block', () => {
        fc.assert(
          fc.property(nastyReply, (reply) => {
            for (const call of platform.encode(reply, subject.address))
              expect(subject.faultsOf(call)).toEqual([]);
          }),
          { numRuns: 40 },
        );
      });

      it.each(replies.map((reply) => [reply.id, reply] as const))('says everything: %s', (_name, reply) => {
        const calls = platform.encode(reply, subject.address);
        for (const call of calls) expect(subject.faultsOf(call)).toEqual([]);
        if (subject.fetchesWords) return;
        const said = JSON.stringify(calls);
        expect(wordsOf(reply).filter((word) => !said.includes(word))).toEqual([]);
      });
    });

    describe('sending', () => {
      it('shows the person what was answered', async () => {
        await start();
        await heard('what does it mean?');
        await isShown('what does it mean?');
      });

      it('gives a receipt', async () => {
        await start();
        const { address } = await heard('hello');
        for (const call of platform.encode(answerReply('r', 'later'), address)) {
          const receipt = await platform.send(JSON.parse(JSON.stringify(call)));
          expect(['string', 'undefined']).toContain(typeof receipt.messageId);
        }
      });

      it('says of a failure whether trying again makes sense', async ({ skip }) => {
        if (!subject.failNext) return skip('a call cannot fail here');
        await start();
        const { address } = await heard('hello');
        const [call] = platform.encode(answerReply('r', 'later'), address);
        if (!call) throw new Error('A reply has no call.');
        subject.failNext('busy');
        await expect(platform.send(call)).rejects.toMatchObject({ retryable: true });
        subject.failNext('refused');
        await expect(platform.send(call)).rejects.toMatchObject({ retryable: false });
      });

      it('twice shows once, where that is said to be harmless', async ({ skip }) => {
        if (platform.repeat !== 'harmless') return skip('a repeat is visible here');
        await start();
        const incoming = await heard('only once, please');
        await isShown('only once, please');
        const times = () => subject.shown().split('only once, please').length - 1;
        const before = times();
        for (const call of platform.encode(echo(incoming), incoming.address)) await platform.send(call);
        await heard('the end');
        await isShown('the end');
        expect(times()).toBe(before);
      });

      it('can be asked about afterwards, where the platform can tell', async ({ skip }) => {
        if (!platform.reconcile) return skip('this platform cannot tell');
        await start();
        const incoming = await heard('did it arrive?');
        await isShown('did it arrive?');
        const found = async (reply: Reply) =>
          Promise.all(platform.encode(reply, incoming.address).map((call) => platform.reconcile?.(call)));
        expect(await found(echo(incoming))).not.toContain('missing');
        expect(await found(answerReply('never sent', 'never'))).not.toContain('sent');
      });
    });

    describe('its life', () => {
      it('may be stopped twice, and before it ever started', async () => {
        await platform.stop();
        await platform.stop();
      });

      it('may be stopped twice after it worked', async () => {
        await start();
        await heard('hello');
        await platform.stop();
        await platform.stop();
      });

      it('has a name that can stand before a colon', () => {
        expect(platform.name).toMatch(/^[a-z][a-z0-9-]*$/);
      });
    });
  });
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  nastyText,
  fc.constantFrom('', '```\n', '\u202Eabc', '\u0000', '😀'.repeat(3_000)),
);

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constantFrom('text' as const, 'heading' as const), text }),
  fc.record({ type: fc.constant('list' as const), items: fc.array(text, { maxLength: 4 }) }),
  fc.record({
    type: fc.constant('steps' as const),
    items: fc.array(fc.oneof(fc.record({ text }), fc.record({ text, command: text })), { maxLength: 4 }),
  }),
  fc.record({
    type: fc.constant('badges' as const),
    items: fc.array(
      fc.record({ kind: fc.constantFrom('minutes' as const, 'risk' as const, 'admin' as const), text }),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    type: fc.constant('note' as const),
    tone: fc.constantFrom('warning' as const, 'verify' as const, 'undo' as const, 'info' as const),
    title: text,
    text,
  }),
  fc.record({
    type: fc.constant('rows' as const),
    rows: fc.array(fc.record({ label: text, value: text }), { maxLength: 3 }),
  }),
);

const longText = fc.oneof(
  text,
  nastyText.map((piece) => piece.repeat(80)),
  fc.constantFrom('line\n'.repeat(3_000), 'a\u0301\u0302'.repeat(4_000), '&'.repeat(9_000)),
);

/** Any reply that the conversation could make, and stranger ones. */
const anyReply: fc.Arbitrary<Reply> = fc.record({
  id: fc.string({ minLength: 1 }),
  kind: fc.constantFrom('answer', 'question', 'choose', 'fix', 'notice', 'handover'),
  language: fc.constantFrom('en', 'zh'),
  blocks: fc.array(block, { maxLength: 6 }),
  choices: fc.array(fc.record({ id: fc.stringMatching(/^[\x21-\x7e]{1,64}$/), label: text }), {
    maxLength: 30,
  }),
  about: fc.constant({}),
});

/** Replies of a size that passes limits, by somebody who tries to break out. */
const nastyReply: fc.Arbitrary<Reply> = fc
  .tuple(anyReply, fc.array(longText, { maxLength: 4 }), fc.array(longText, { maxLength: 120 }))
  .map(([reply, texts, labels]) => ({
    ...reply,
    blocks: [...reply.blocks, ...texts.flatMap(blocksOf)],
    choices: labels.map((label, index) => ({ id: `talk01-1-${index}`, label })),
  }));

function blocksOf(said: string): readonly Block[] {
  return [
    { type: 'text', text: said },
    { type: 'heading', text: said },
    { type: 'list', items: [said, said] },
    { type: 'steps', items: [{ text: said, command: said }] },
    { type: 'note', tone: 'warning', title: said, text: said },
    { type: 'rows', rows: [{ label: said, value: said }] },
  ];
}
