import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/message.ts';
import { toAddress } from '../../../src/platforms/slack/address.ts';
import { encodeReply, type SlackCall } from '../../../src/platforms/slack/encode.ts';
import { answerReply } from '../scripted-host.ts';
import { limitsPassed, textsIn } from './faults.ts';

const where = {
  team: 'T1',
  channel: 'C1',
  thread: '1.1',
  talk: { channel: 'C1', root: '1.1', owner: 'U1' },
  after: '1.1',
};
const address = toAddress(where);
const pressed = { ts: '2.2', text: 'Is it on?', blocks: [{ type: 'divider' }], label: 'Yes <!here>' };

const encode = (reply: Reply, to = address) => encodeReply(reply, to).map(({ body }) => body as SlackCall);
// biome-ignore lint/suspicious/noExplicitAny: blocks as Slack gets them
const blocksOf = (call: SlackCall | undefined) => (call?.fields.blocks ?? []) as any[];
const choices = (count: number, label = 'Option') =>
  Array.from({ length: count }, (_, index) => ({ id: `abc123-1-${index}`, label: `${label} ${index + 1}` }));

describe('encodeReply', () => {
  it('answers in the thread, quietly, with a key to find it again', () => {
    const [call, ...more] = encode(answerReply('r1', 'Hello'));
    expect(more).toEqual([]);
    expect(call).toMatchObject({
      method: 'chat.postMessage',
      key: 'r1.0',
      fields: {
        channel: 'C1',
        thread_ts: '1.1',
        text: 'Hello',
        parse: 'none',
        link_names: false,
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: 'askfix_reply', event_payload: { key: 'r1.0', root: '1.1', owner: 'U1' } },
      },
    });
    expect(call?.fields).not.toHaveProperty('reply_broadcast');
  });

  it('gives up to five choices as buttons and more as a select', () => {
    const [few] = encode(answerReply('r', 'Which?', { choices: choices(5) }));
    expect(
      blocksOf(few)
        .at(-1)
        .elements.map(({ type }: { type: string }) => type),
    ).toEqual(Array(5).fill('button'));
    const [many] = encode(answerReply('r', 'Which?', { choices: choices(6) }));
    expect(blocksOf(many).at(-1).elements).toMatchObject([{ type: 'static_select', options: { length: 6 } }]);
  });

  it('writes labels out in full where a button would cut them', () => {
    const label = 'a very long label that differs from its neighbours only at its very end, as labels do: ';
    const [call] = encode(answerReply('r', 'Which?', { choices: choices(2, label) }));
    const [, list, actions] = blocksOf(call);
    expect(list.text.text).toContain(`2. ${label} 2`);
    expect(actions.elements[0].text.text).toHaveLength(75);
  });

  it('gives commands preformatted and alone', () => {
    const steps = [{ text: 'Open a terminal' }, { text: 'Type', command: 'net stop spooler && dir > x' }];
    const [call] = encode(answerReply('r', '', { blocks: [{ type: 'steps', items: steps }] }));
    expect(
      blocksOf(call)
        .slice(0, 2)
        .map(({ text }) => text),
    ).toMatchObject([
      { type: 'plain_text', text: '1) Open a terminal\n2) Type' },
      { type: 'mrkdwn', text: '```\nnet stop spooler &amp;&amp; dir &gt; x\n```', verbatim: true },
    ]);
  });

  it('lets no run of backticks end a command, however long', () => {
    for (let length = 3; length < 12; length += 1) {
      const steps = [{ text: 'Type', command: `a${'`'.repeat(length)}b` }];
      const [call] = encode(answerReply('r', '', { blocks: [{ type: 'steps', items: steps }] }));
      const [, command] = blocksOf(call);
      expect(command.text.text.match(/```/g)).toHaveLength(2);
    }
  });

  it('shows the choice made on the message that held the buttons, only when it counted', () => {
    const to = toAddress({ ...where, pressed });
    const [post, update] = encode(answerReply('r', 'Then this', { chosen: 'abc123-1-0' }), to);
    expect(post?.method).toBe('chat.postMessage');
    expect(update).toMatchObject({
      method: 'chat.update',
      fields: { channel: 'C1', ts: '2.2', text: 'Is it on?\n✓ Yes &lt;!here&gt;' },
    });
    expect(JSON.stringify(update?.fields.blocks)).toContain('✓ Yes &lt;!here&gt;');
    expect(encode(answerReply('r', 'Too late'), to)).toHaveLength(1);
  });

  it('splits what one message cannot hold, in order, and puts the choices last', () => {
    const blocks = Array.from({ length: 12 }, (_, index) => ({
      type: 'text' as const,
      text: `${index} ${'x'.repeat(2_500)}`,
    }));
    const calls = encode(answerReply('r', '', { blocks, choices: choices(2) }));
    expect(calls.length).toBeGreaterThan(2);
    const texts = calls.flatMap((call) =>
      blocksOf(call).flatMap(({ text }) => text?.text.split(' ')[0] ?? []),
    );
    expect(texts).toEqual(blocks.map((_, index) => String(index)));
    expect(calls.map((call) => blocksOf(call).filter(({ type }) => type === 'actions').length).at(-1)).toBe(
      1,
    );
    expect(new Set(calls.map(({ key }) => key)).size).toBe(calls.length);
  });

  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom(
      '<!channel>',
      '<@U1>',
      '<https://evil.example|click>',
      '```\n<!here>',
      '&lt;!channel&gt;',
      '\u0000',
      ' \n ',
      '😀'.repeat(4_000),
      '&'.repeat(9_000),
      `<!${'\u200b'}channel>`,
      'line\n'.repeat(3_000),
    ),
  );
  const anyReply = fc.record({
    text: nasty,
    heading: nasty,
    items: fc.array(nasty, { maxLength: 60 }),
    choices: fc.array(fc.record({ id: fc.stringMatching(/^[\x21-\x7e]{1,64}$/), label: nasty }), {
      maxLength: 120,
    }),
    label: nasty,
  });
  type Parts = typeof anyReply extends fc.Arbitrary<infer Value> ? Value : never;
  const encodeAny = ({ text, heading, items, choices: any, label }: Parts) =>
    encode(
      answerReply('r', text, {
        chosen: 'x',
        choices: any,
        blocks: [
          { type: 'text', text },
          { type: 'heading', text: heading },
          { type: 'list', items },
          { type: 'steps', items: items.map((item) => ({ text: item, command: item })) },
          { type: 'badges', items: items.map((item) => ({ kind: 'risk', text: item })) },
          { type: 'note', tone: 'warning', title: heading, text },
          { type: 'rows', rows: items.map((item) => ({ label: item, value: text })) },
        ],
      }),
      toAddress({ ...where, pressed: { ...pressed, label, text } }),
    );

  it('lets no text become a mention, a link or a broadcast, nor end its block', () => {
    fc.assert(
      fc.property(anyReply, (parts) => {
        const calls = encodeAny(parts);
        for (const text of calls.flatMap((call) => textsIn(call.fields))) {
          expect(text).not.toMatch(/[<>]/);
          expect(text).not.toMatch(/&(?!amp;|lt;|gt;)/);
        }
        for (const { text } of calls.flatMap(blocksOf).filter(({ text }) => text?.type === 'mrkdwn'))
          expect(text.text).toMatch(/^```\n(?:(?!```)[\s\S])*\n```$/);
      }),
      { numRuns: 60 },
    );
  });

  it('never passes a limit of Slack', () => {
    fc.assert(
      fc.property(anyReply, (parts) => {
        for (const call of encodeAny(parts)) expect(limitsPassed(call)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
