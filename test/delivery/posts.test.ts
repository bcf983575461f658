import { describe, expect, it } from 'vitest';
import type { DeliveryOptions } from '../../src/delivery/delivery.ts';
import type { Platform } from '../../src/message.ts';
import { settled } from './fake-clock.ts';
import { createRig, echo, type RigOptions } from './rig.ts';
import { incoming, reply } from './samples.ts';
import { failure, type ScriptedOptions, scriptedPlatform } from './scripted-platform.ts';

/** Tells the channel `room` of the platform `other` about everything that has an effect. */
const announce: NonNullable<DeliveryOptions['announce']> = ({ incoming: { eventKey }, link, effects }) =>
  effects.map(() => ({
    platform: 'other',
    channel: 'room',
    reply: reply({ id: `post about ${eventKey} at ${link}` }),
  }));

/** Hands over whoever says "help". */
const advance: DeliveryOptions['advance'] = (before, message, world) => ({
  ...echo(before, message, world),
  effects:
    message.text === 'help'
      ? [{ kind: 'ticket', ticket: { id: message.eventKey, language: 'en', lines: [] } }]
      : [],
});

const said = (eventKey: string, text: string) => incoming({ eventKey, text });

function posting(scripted: ScriptedOptions = {}, more: RigOptions = {}) {
  const talk: Platform = { ...scriptedPlatform(), linkTo: ({ to }) => `link:${to}` };
  const other = scriptedPlatform({ ...scripted, name: 'other' });
  const channel = { ...other, channelAddress: (to: string) => ({ to }) };
  const rig = createRig({ platforms: [talk, channel], advance, announce, ...more });
  return { ...rig, talk: talk as ReturnType<typeof scriptedPlatform>, other };
}

describe('a post to somebody else', () => {
  it('is sent once on its own platform, with the link to the talk', async () => {
    const { delivery, host, talk, other } = posting();
    await delivery.start();
    await host.receive(said('a', 'hello'));
    await host.receive(said('b', 'help'));
    await host.receive(said('b', 'help'));
    await settled();
    expect(talk.arrived).toEqual(['re:a', 're:b']);
    expect(other.arrived).toEqual(['post about b at link:room']);
  });

  it('that cannot be sent now holds up no talk, and comes later', async () => {
    const script: NonNullable<ScriptedOptions['script']> = (_call, tries) => {
      if (tries === 1) throw failure(true, 60_000);
      return {};
    };
    const { delivery, host, talk, other, clock } = posting({ script });
    await delivery.start();
    await host.receive(said('a', 'help'));
    await settled();
    await host.receive(said('b', 'hello'));
    await settled();
    expect(talk.arrived).toEqual(['re:a', 're:b']);
    expect(other.arrived).toEqual([]);
    await clock.pass(60_000);
    expect(other.arrived).toEqual(['post about a at link:room']);
  });

  it('survives the end of the process', async () => {
    const first = posting({ script: () => new Promise(() => {}), repeat: 'harmless' });
    await first.delivery.start();
    await first.host.receive(said('a', 'help'));
    await settled();
    const second = posting({}, { tables: first.tables, clock: first.clock });
    await second.delivery.start();
    await settled();
    expect(second.other.arrived).toEqual(['post about a at link:room']);
    expect(second.talk.arrived).toEqual([]);
  });

  it('for a platform without channels goes nowhere', async () => {
    const talk = scriptedPlatform();
    const { delivery, host, store } = createRig({ platforms: [talk], advance, announce });
    await delivery.start();
    await host.receive(said('a', 'help'));
    await settled();
    expect(talk.arrived).toEqual(['re:a']);
    expect(await store.depth()).toMatchObject({ outbox: 0 });
  });
});
