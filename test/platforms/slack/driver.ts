import { vi } from 'vitest';
import { type PostedMessage, type SlackApi, type SlackApiCall, slackApi } from '../../fixtures/slack-api.ts';
import { event, payload } from './payload.ts';
import { type Signing, signedRequest } from './slack-world.ts';

export const signingSecret = 'test-signing-secret';
const patient = { timeout: 20_000, interval: 20 };

/** The outside of a built bot over HTTP: signed payloads in, Web API calls out. */
export interface Driver {
  readonly api: SlackApi;
  readonly calls: readonly SlackApiCall[];
  /** Where the bot listens at the moment. */
  origin: string;
  post(body: object, signing?: Signing): Promise<Response>;
  mention(text: string, fields?: object): Promise<Response>;
  command(text: string, fields?: object): Promise<Response>;
  press(message: PostedMessage, label: string, user?: string): Promise<Response>;
  /** The calls of a method, once there are `count`. */
  called(method: string, count: number): Promise<readonly SlackApiCall[]>;
  /** The nth message that was posted (from 1). */
  posted(count: number): Promise<PostedMessage>;
  countOf(method: string): number;
  close(): Promise<void>;
}

/** Something that can be pressed, as a message shows it. */
interface Pressable {
  readonly block: string;
  readonly action: string;
  readonly type: string;
  readonly label: string;
  readonly value: string;
}

export async function slackDriver(): Promise<Driver> {
  const api = await slackApi();
  const calls: SlackApiCall[] = [];
  const messages: PostedMessage[] = [];
  api.onPosted((message) => messages.push(message));
  api.interfere((call) => {
    calls.push(call);
    return undefined;
  });
  let occasions = 0;
  const next = () => `${1_700_000_000 + ++occasions}.000100`;

  const driver: Driver = {
    api,
    calls,
    origin: '',
    post: (body, signing) => fetch(signedRequest(`${driver.origin}/slack/events`, body, signing)),
    mention: (text, fields = {}) =>
      driver.post(event('app-mention', { text: `<@U0TESTBOT1> ${text}`, ts: next(), ...fields })),
    command: (text, fields = {}) =>
      driver.post(
        payload('slash-command', (body) => Object.assign(body, { text, trigger_id: next() }, fields)),
      ),
    press(message, label, user = 'U0TESTALICE') {
      const found = pressablesIn(message).find((one) => one.label === label);
      if (!found) throw new Error(`There is no "${label}" in ${message.fields.blocks}`);
      return driver.post(pressOf(message, found, { user, at: next() }));
    },
    called: (method, count) =>
      vi.waitFor(() => {
        const found = calls.filter((call) => call.method === method);
        if (found.length < count) throw new Error(`${method} was called ${found.length} times`);
        return found;
      }, patient),
    posted: (count) =>
      vi.waitFor(() => {
        const message = messages[count - 1];
        if (!message) throw new Error(`${messages.length} messages were posted`);
        return message;
      }, patient),
    countOf: (method) => calls.filter((call) => call.method === method).length,
    close: api.close,
  };
  return driver;
}

/** Buttons and options of a message, in order. */
export function pressablesIn({ fields }: PostedMessage): readonly Pressable[] {
  // biome-ignore lint/suspicious/noExplicitAny: blocks as Slack gets them
  const blocks = JSON.parse(fields.blocks ?? '[]') as any[];
  return blocks
    .filter(({ type }) => type === 'actions')
    .flatMap(({ block_id: block, elements }) =>
      // biome-ignore lint/suspicious/noExplicitAny: a button or a select
      elements.flatMap(({ action_id: action, type, options, ...button }: any) =>
        (options ?? [button]).map(
          // biome-ignore lint/suspicious/noExplicitAny: a button or an option
          ({ text, value }: any): Pressable => ({ block, action, type, label: text.text, value }),
        ),
      ),
    );
}

function pressOf(
  { ts, fields }: PostedMessage,
  { block, action, type, label, value }: Pressable,
  { user, at }: { readonly user: string; readonly at: string },
): object {
  const text = { type: 'plain_text', text: label };
  return payload('block-actions', (body) => {
    body.user.id = user;
    body.channel.id = fields.channel;
    Object.assign(body.container, {
      message_ts: ts,
      thread_ts: fields.thread_ts,
      channel_id: fields.channel,
    });
    const blocks = JSON.parse(fields.blocks ?? '[]');
    Object.assign(body.message, { ts, thread_ts: fields.thread_ts, text: fields.text, blocks });
    const chosen = type === 'button' ? { value, text } : { selected_option: { text, value } };
    body.actions = [{ action_id: action, block_id: block, type, action_ts: at, ...chosen }];
  });
}
