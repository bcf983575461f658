import type { Incoming } from '../../message.ts';
import { conversationOf, personOf, type SlackAddress, type Talk, talkOfBlock, toAddress } from './address.ts';
import { unescapeText } from './escape.ts';
import { type Fields, fieldsOf, listOf, textOf } from './fields.ts';

/** Somebody pressed a button of their own talk. */
export interface PressedChoice {
  readonly kind: 'press';
  readonly incoming: Incoming;
  readonly where: SlackAddress;
}

export type Press =
  | PressedChoice
  /** Somebody pressed a button of another person's talk. */
  | { readonly kind: 'stranger'; readonly user: string; readonly where: SlackAddress }
  | { readonly kind: 'nothing' };

/** A payload of type `block_actions` → the choice that was pressed, by whom, and whether it was theirs to press. */
export function decodePress(body: Fields): Press {
  const action = fieldsOf(listOf(body.actions)[0]);
  const block = talkOfBlock(textOf(action.block_id));
  const option = fieldsOf(action.selected_option);
  const choice = textOf(action.value) || textOf(option.value);
  const user = textOf(fieldsOf(body.user).id);
  if (!block || choice === '' || user === '') return { kind: 'nothing' };
  const label = textOf(fieldsOf(option.text).text) || textOf(fieldsOf(action.text).text);
  const { talk } = block;
  const where = placeOf(body, talk, label);
  if (user !== talk.owner) return { kind: 'stranger', user, where };
  return { kind: 'press', where, incoming: incomingOf({ body, action, block, choice }, where) };
}

/** The message that holds the button may stand elsewhere than the talk began: in the direct messages of a refused channel. */
function placeOf(body: Fields, talk: Talk, label: string): SlackAddress {
  const message = fieldsOf(body.message);
  const container = fieldsOf(body.container);
  const ts = textOf(message.ts) || textOf(container.message_ts);
  return {
    team: textOf(fieldsOf(body.team).id) || textOf(fieldsOf(body.user).team_id),
    channel: textOf(fieldsOf(body.channel).id) || textOf(container.channel_id),
    thread: textOf(message.thread_ts) || textOf(container.thread_ts) || ts,
    talk,
    after: ts,
    pressed: {
      ts,
      text: unescapeText(textOf(message.text)),
      blocks: listOf(message.blocks).filter((block) => fieldsOf(block).type !== 'actions'),
      label: unescapeText(label),
    },
  };
}

interface PressParts {
  readonly body: Fields;
  readonly action: Fields;
  readonly block: NonNullable<ReturnType<typeof talkOfBlock>>;
  readonly choice: string;
}

function incomingOf({ body, action, block, choice }: PressParts, where: SlackAddress): Incoming {
  const { team, after } = where;
  const { kind, talk } = block;
  const when = textOf(action.action_ts) || textOf(body.trigger_id);
  return {
    platform: 'slack',
    conversation: conversationOf(team, talk),
    person: personOf(team, talk.owner),
    // One press: a second one on the same button is told apart by its time, a repeated delivery is not.
    eventKey: `press:${team}:${where.channel}:${after}:${talk.owner}:${choice}:${when}`,
    ...(kind === 'ask' ? { kind: 'choice', text: '', choice } : { kind: 'text', text: choice }),
    addressed: 'direct',
    address: toAddress(where),
  };
}
