import type {
  APIApplicationCommandInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import {
  commandTarget,
  commandText,
  formText,
  incomingFrom,
  pressTarget,
} from '../../../src/platforms/discord/heard-interaction.ts';
import { addressOf } from '../../../src/platforms/discord/target.ts';
import { payload } from './payloads.ts';

const slash = (more: object = {}) => payload<APIApplicationCommandInteraction>('slash-command', more);
const onMessage = () => payload<APIApplicationCommandInteraction>('message-command');
const form = (more: object = {}) => payload<APIModalSubmitInteraction>('form', more);
const minutes = 60_000;

describe('a recorded /fix', () => {
  it('is answered privately in a talk of its own, for 14 minutes, then in the channel', () => {
    const target = commandTarget(slash(), 0);
    expect(target).toMatchObject({
      talk: { owner: '1500000000000000020', place: '1500000000000000003' },
      channel: '1500000000000000011',
      interaction: { token: 'fake-interaction-token', until: 14 * minutes, isPrivate: true },
      canType: false,
    });
    expect(addressOf(target).expiresAt).toBeUndefined();
    expect(incomingFrom(slash(), target, { text: commandText(slash()) })).toMatchObject({
      conversation: 'discord:1500000000000000003:1500000000000000020',
      eventKey: '1500000000000000003',
      kind: 'text',
      text: '0x80070057',
      language: 'zh',
      addressed: 'command',
    });
  });

  it('in the direct channel goes on in that channel’s talk, and stays there', () => {
    const channel = { id: '1500000000000000010', type: 1 };
    const direct = slash({ context: 1, guild_id: undefined, channel });
    expect(commandTarget(direct, 0)).toMatchObject({
      talk: { place: '1500000000000000010' },
      interaction: { isPrivate: false },
      canType: true,
    });
  });
});

describe('a recorded message command', () => {
  it('reads the message with its cards', () => {
    expect(commandText(onMessage())).toBe('I get this:\nUpload failed\nerror 10001');
  });

  it('of an app that only the person installed has nothing but its token', () => {
    const target = commandTarget(onMessage(), 0);
    expect(target.channel).toBeNull();
    expect(addressOf(target).expiresAt).toBe(14 * minutes);
  });
});

describe('a recorded form', () => {
  it('gives what was typed, in the new wrapping and in the old', () => {
    expect(formText(form())).toBe('only with files above 4 GB');
    const old = { components: [{ type: 1, components: [{ type: 4, custom_id: 'words', value: 'old' }] }] };
    expect(formText(form({ data: { custom_id: 'form', ...old } }))).toBe('old');
  });
});

describe('where a press is answered', () => {
  const talk = { owner: '1', place: '1500000000000000011' };
  const press = (flags: number, more: object = {}, place = talk.place) =>
    pressTarget(
      slash({
        type: 3,
        message: { id: '77', flags, components: [] },
        ...more,
      }) as unknown as APIMessageComponentInteraction,
      { talk: { ...talk, place }, canType: false, now: 0 },
    );

  it('below a message that everybody sees, referring to it', () => {
    expect(press(0)).toMatchObject({ channel: '1500000000000000011', reference: '77', talk });
    expect(press(0).interaction).toBeUndefined();
  });

  it('without referring to it in a thread, where the place says enough', () => {
    expect(press(0, { channel: { id: '5', type: 11 } }, '5').reference).toBeUndefined();
  });

  it('in place of a message that only the person sees', () => {
    expect(press(64)).toMatchObject({ interaction: { isPrivate: true, isPress: true } });
  });

  it('in place where the talk began with a command, whatever Discord says of its message', () => {
    expect(press(0, {}, '3')).toMatchObject({ interaction: { isPrivate: true } });
  });

  it('in place where the bot has no access to the channel', () => {
    const owners = { '1': '1500000000000000020' };
    expect(press(0, { authorizing_integration_owners: owners })).toMatchObject({
      channel: null,
      interaction: {},
    });
  });
});
