import { expect, it } from 'vitest';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { incoming, message, step } from '../delivery/samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

it('knows the talks of a person, those that went on last first, and nobody else’s', async () => {
  const store = openSqlite({ folder: temporaryFolder(), now: () => 5_000 });
  const talk = async (conversation: string, person: string, at: number) => {
    const given = { conversation, person, eventKey: `${conversation}/${at}`, address: { to: conversation } };
    const { sequence } = await store.receive(incoming(given), 0);
    const found = await store.conversation(conversation);
    await store.complete(step(message(sequence, given), { expectedVersion: found?.version ?? null, at }));
  };
  await talk('fake:a', 'fake:one', 1);
  await talk('fake:b', 'fake:one', 2);
  await talk('fake:c', 'fake:two', 3);
  await talk('fake:a', 'fake:one', 4);
  const where = async (person: string, limit: number) =>
    (await store.talks.of(person, limit)).map(({ address }) => address.to);
  expect(await where('fake:one', 10)).toEqual(['fake:a', 'fake:b']);
  expect(await where('fake:one', 1)).toEqual(['fake:a']);
  expect(await where('fake:nobody', 10)).toEqual([]);
  store.close();
});
