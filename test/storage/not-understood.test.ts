import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryStore } from '../../src/delivery/store.ts';
import type { UnansweredStore } from '../../src/operations/unanswered.ts';
import { createMemoryStore } from '../../src/storage/memory.ts';
import { openReadOnly, openSqlite } from '../../src/storage/sqlite.ts';
import { incoming, message, step } from '../delivery/samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

interface Opened {
  readonly store: DeliveryStore;
  readonly notUnderstood: UnansweredStore;
  close(): void;
}

const now = () => 5_000;

function inMemory(): Opened {
  const store = createMemoryStore({ now });
  return { store, notUnderstood: store.notUnderstood, close: () => {} };
}

/** As "askfix unanswered" reads it, beside the store that writes. */
function inSqlite(): Opened {
  const folder = temporaryFolder();
  const store = openSqlite({ folder, now });
  const reader = openReadOnly(folder);
  const close = () => {
    reader.close();
    store.close();
  };
  return { store, notUnderstood: reader.unanswered, close };
}

describe.each([
  ['the memory store', inMemory],
  ['the SQLite store', inSqlite],
])('%s keeps what was not understood', (_, open) => {
  let opened: Opened;
  beforeEach(() => {
    opened = open();
  });
  afterEach(() => opened.close());

  async function say(text: string, at: number, nearest: readonly string[] = []): Promise<void> {
    const given = { eventKey: text, conversation: `web:${text}`, text };
    const { sequence } = await opened.store.receive(incoming(given), at);
    const effects = [
      { kind: 'sighting', family: 'http', code: '500' },
      { kind: 'unanswered', text, language: 'en', nearest },
    ] as const;
    await opened.store.complete(step(message(sequence, given), { effects, at, state: null }));
  }

  it('with where and when it was said and what came nearest, newest first', async () => {
    await say('purple monkeys', 10, ['p/x']);
    await say('green donkeys', 20);
    expect(await opened.notUnderstood.list(10)).toEqual([
      { conversation: 'web:green donkeys', at: 20, text: 'green donkeys', language: 'en', nearest: [] },
      {
        conversation: 'web:purple monkeys',
        at: 10,
        text: 'purple monkeys',
        language: 'en',
        nearest: ['p/x'],
      },
    ]);
  });

  it('at most as many as are asked for', async () => {
    for (const [at, text] of ['one', 'two', 'three'].entries()) await say(text, at);
    expect((await opened.notUnderstood.list(2)).map(({ text }) => text)).toEqual(['three', 'two']);
  });

  it('and nothing where all was understood', async () => {
    expect(await opened.notUnderstood.list(10)).toEqual([]);
  });
});
