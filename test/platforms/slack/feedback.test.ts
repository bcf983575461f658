import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/message.ts';
import { toAddress } from '../../../src/platforms/slack/address.ts';
import { decode } from '../../../src/platforms/slack/decode.ts';
import { encodeReply, type SlackCall } from '../../../src/platforms/slack/encode.ts';
import { sendCall } from '../../../src/platforms/slack/send.ts';
import { answerReply } from '../scripted-host.ts';
import { payload } from './payload.ts';

const talk = { channel: 'C1', root: '1.1', owner: 'U1' };
const address = toAddress({ team: 'T1', channel: 'C1', thread: '1.1', talk, after: '1.1' });
const encoded = (reply: Reply) => encodeReply(reply, address)[0]?.body as SlackCall;
// biome-ignore lint/suspicious/noExplicitAny: blocks as Slack gets them
const last = ({ fields }: Pick<SlackCall, 'fields'>) => fields.blocks?.at(-1) as any;

describe('feedback', () => {
  it('stands under an answer that asks nothing, and under nothing else', () => {
    expect(last(encoded(answerReply('r', 'It means this.')))).toMatchObject({
      type: 'context_actions',
      elements: [{ type: 'feedback_buttons', positive_button: { text: { text: 'This helped' } } }],
    });
    const asks = answerReply('r', 'Which?', { choices: [{ id: 'c', label: 'One' }] });
    expect(last(encoded(asks)).type).toBe('actions');
    expect(last(encoded(answerReply('r', 'Well', { kind: 'notice' }))).type).toBe('section');
  });

  it('is heard as words of the person whose talk it is', () => {
    const block = last(encoded(answerReply('r', 'It means this.')));
    const { action_id, negative_button } = block.elements[0];
    const press = payload('block-actions', (body) => {
      body.user.id = 'U1';
      body.actions = [
        {
          type: 'feedback_buttons',
          action_id,
          block_id: block.block_id,
          value: negative_button.value,
          text: negative_button.text,
        },
      ];
    });
    expect(decode(press, { ownUsers: new Set(), now: 0 })).toMatchObject({
      kind: 'press',
      incoming: { kind: 'text', text: 'human' },
    });
  });

  it('becomes plain buttons where Slack has none of its own, and words alone where it takes no blocks', async () => {
    const tried: SlackCall['fields'][] = [];
    const pickyTill = (count: number) => async (_method: string, fields: Record<string, unknown>) => {
      tried.push(fields as SlackCall['fields']);
      if (tried.length <= count) throw Object.assign(new Error(), { data: { error: 'invalid_blocks' } });
      return { ts: '2.2' };
    };
    const call = { body: encoded(answerReply('r', 'It means this.')) };
    expect(await sendCall(pickyTill(1), call)).toEqual({ messageId: '2.2' });
    expect(last({ fields: tried[1] as SlackCall['fields'] })).toMatchObject({
      type: 'actions',
      elements: [
        { type: 'button', value: 'thanks' },
        { type: 'button', value: 'human' },
      ],
    });
    tried.length = 0;
    await sendCall(pickyTill(2), call);
    expect(tried[2]).not.toHaveProperty('blocks');
    tried.length = 0;
    await expect(sendCall(pickyTill(9), call)).rejects.toMatchObject({ retryable: false });
    expect(tried).toHaveLength(3);
  });
});
