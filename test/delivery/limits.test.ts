import { describe, expect, it } from 'vitest';
import type { DeliveryOptions } from '../../src/delivery/delivery.ts';
import type { Incoming } from '../../src/message.ts';
import { settled } from './fake-clock.ts';
import { createRig, echo, type RigOptions } from './rig.ts';
import { incoming } from './samples.ts';
import { scriptedPlatform } from './scripted-platform.ts';

const messages = { perPerson: 3, total: 0 };

async function startedRig(options: RigOptions = {}) {
  const seen: Incoming[] = [];
  const advance: DeliveryOptions['advance'] = (state, message, world) => {
    seen.push(message);
    return echo(state, message, world);
  };
  const rig = createRig({ advance, messages, ...options });
  await rig.delivery.start();
  return { ...rig, seen };
}

const said = (eventKey: string, given: Partial<Incoming> = {}) =>
  incoming({ eventKey, text: eventKey, ...given });

describe('somebody who says too much', () => {
  it('is told once, and then acked and forgotten', async () => {
    const { host, seen, tables } = await startedRig();
    const statuses: string[] = [];
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) {
      statuses.push((await host.receive(said(key))).status);
      await settled();
    }
    expect(statuses).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'limited', 'limited']);
    expect(seen.map(({ care }) => care)).toEqual([undefined, undefined, undefined, 'slowDown']);
    expect(tables.inbox).toHaveLength(4);
  });

  it('still hears what became of a message that was taken, where programs talk', async () => {
    const platform = { ...scriptedPlatform(), speaksWithPrograms: true as const };
    const { host } = await startedRig({ platforms: [platform] });
    for (const key of ['a', 'b', 'c', 'd', 'e']) await host.receive(said(key));
    await settled();
    expect(await host.receive(said('a'))).toEqual({ status: 'duplicate' });
    expect((await host.receive(said('e'))).status).toBe('limited');
  });

  it('takes nothing from anybody else', async () => {
    const { host } = await startedRig();
    for (const key of ['a', 'b', 'c', 'd', 'e']) await host.receive(said(key));
    const other = said('x', { person: 'other', conversation: 'fake:other' });
    expect(await host.receive(other)).toEqual({ status: 'accepted' });
  });

  it('keeps what it was let in with over a restart', async () => {
    const before = await startedRig({ fate: (commit) => (commit < 5 ? 'good' : 'lost') });
    for (const key of ['a', 'b', 'c', 'd']) void before.host.receive(said(key));
    await settled();
    const kept = before.tables.inbox.map(({ incoming: { care } }) => care);
    expect(kept).toEqual([undefined, undefined, undefined, 'slowDown']);
  });
});

describe('admins', () => {
  it('are told apart by the platform’s own id alone', async () => {
    const { host, seen } = await startedRig({ admins: ['fake:U1'], messages: { perPerson: 0, total: 0 } });
    const people = ['U1', 'T1:U1', 'U2', 'U1:T1', 'T1:U12'];
    for (const [index, person] of people.entries())
      await host.receive(
        said(`e${index}`, { person, conversation: `fake:${index}`, admin: true, care: 'loop' }),
      );
    await settled();
    expect(seen.map(({ admin, care }) => [admin, care])).toEqual([
      [true, undefined],
      [true, undefined],
      [undefined, undefined],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });
});
