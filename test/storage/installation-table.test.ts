import { expect, it } from 'vitest';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { incoming, message, step } from '../delivery/samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

it('keeps one installation for each workspace, and ends the talks of a workspace with it', async () => {
  const folder = temporaryFolder();
  let store = openSqlite({ folder, now: () => 5_000 });
  const { installations } = store;
  await installations.save('slack', { workspace: 'T1', sealed: 'one', at: 1 });
  await installations.save('slack', { workspace: 'T2', sealed: 'two', at: 2 });
  await installations.save('slack', { workspace: 'T1', sealed: 'three', at: 3 });
  await installations.save('other', { workspace: 'T1', sealed: 'four', at: 4 });

  const talkIn = async (conversation: string, workspace: string) => {
    const given = {
      platform: 'slack',
      conversation,
      eventKey: conversation,
      address: { to: 'x', workspace },
    };
    const { sequence } = await store.receive(incoming(given), 0);
    await store.complete(step(message(sequence, given)));
  };
  await talkIn('slack:a', 'T1');
  await talkIn('slack:b', 'T1');
  await talkIn('slack:c', 'T2');

  expect(await installations.remove('slack', 'T1')).toBe(2);
  expect(await installations.remove('slack', 'T1')).toBe(0);
  store.close();
  store = openSqlite({ folder, now: () => 5_000 });
  expect(await store.installations.list('slack')).toEqual([{ workspace: 'T2', sealed: 'two', at: 2 }]);
  expect(await store.installations.list('other')).toHaveLength(1);
  expect(await store.conversation('slack:a')).toBeNull();
  expect(await store.conversation('slack:c')).not.toBeNull();
  store.close();
});

it('believes nothing in memory of a talk that was ended', async () => {
  const store = openSqlite({ folder: temporaryFolder(), now: () => 5_000 });
  const given = { platform: 'slack', address: { to: 'x', workspace: 'T1' } };
  const { sequence } = await store.receive(incoming(given), 0);
  const { conversation } = incoming(given);
  await store.complete(step(message(sequence, given)));
  expect(await store.conversation(conversation)).not.toBeNull();
  await store.installations.remove('slack', 'T1');
  expect(await store.conversation(conversation)).toBeNull();
  store.close();
});
