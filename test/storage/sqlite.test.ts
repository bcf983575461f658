import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { openReadOnly, openSqlite, type SqliteStorage } from '../../src/storage/sqlite.ts';
import { createSqliteStore } from '../../src/storage/sqlite-store.ts';
import { StorageProblem, type StorageProblemCode } from '../../src/storage/storage-problem.ts';
import { incoming, message, step } from '../delivery/samples.ts';
import { describeStore, type OpenedStore } from './contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

const now = () => 5_000;

function openIn(folder: string): OpenedStore {
  const store = openSqlite({ folder, now });
  return {
    store,
    reopen() {
      store.close();
      return openIn(folder);
    },
    close: () => store.close(),
  };
}

describeStore('the SQLite store', () => openIn(temporaryFolder()));

function opened(folder: string): SqliteStorage {
  const storage = openSqlite({ folder, now });
  onTestFinished(() => {
    try {
      storage.close();
    } catch {
      // The test closed it itself.
    }
  });
  return storage;
}

function problemOf(action: () => unknown): { code: StorageProblemCode; message: string } {
  try {
    action();
  } catch (error) {
    if (error instanceof StorageProblem) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('Nothing was wrong with the folder.');
}

describe('openSqlite', () => {
  it('makes the folder and its files for their owner only', () => {
    const folder = join(temporaryFolder(), 'deep', 'data');
    opened(folder);
    const rights = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect(rights(folder)).toBe('700');
    for (const file of ['askfix.db', 'askfix.db-wal', 'lock.db'])
      expect(rights(join(folder, file)), file).toBe('600');
  });

  it('sets the database up to survive a power cut', () => {
    const folder = temporaryFolder();
    opened(folder);
    const database = new Database(join(folder, 'askfix.db'), { readonly: true });
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    database.close();
  });

  it('leaves no journal behind when it is closed', () => {
    const folder = temporaryFolder();
    opened(folder).close();
    expect(() => statSync(join(folder, 'askfix.db-wal'))).toThrow('ENOENT');
  });

  it('commits what waits when it is closed', async () => {
    const folder = temporaryFolder();
    const storage = opened(folder);
    const receiving = storage.receive(incoming(), 0);
    storage.close();
    expect(await receiving).toMatchObject({ status: 'accepted' });
    expect((await opened(folder).depth()).inbox).toBe(1);
  });

  it('refuses a folder that this process has open already', () => {
    const folder = temporaryFolder();
    opened(folder);
    const { code, message } = problemOf(() => openSqlite({ folder, now }));
    expect(code).toBe('in-use');
    expect(message).toContain(folder);
    expect(message).toContain('this process');
  });

  it('says that a file stands in the folder’s place', () => {
    const file = join(temporaryFolder(), 'data');
    writeFileSync(file, '');
    expect(problemOf(() => openSqlite({ folder: file, now }))).toMatchObject({ code: 'not-a-folder' });
    expect(problemOf(() => openSqlite({ folder: join(file, 'below'), now }))).toMatchObject({
      code: 'not-a-folder',
    });
  });

  it('says that a folder cannot be made', () => {
    const { code, message } = problemOf(() => openSqlite({ folder: '/proc/askfix', now }));
    expect(code).toBe('unwritable');
    expect(message).toContain('/proc/askfix');
  });

  it.each(['askfix.db', 'lock.db'])('says that %s is no database', (name) => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, name),
      'this is certainly not a database, however long one looks at it'.repeat(100),
    );
    const { code, message } = problemOf(() => openSqlite({ folder, now }));
    expect(code).toBe('corrupt');
    expect(message).toContain(join(folder, name));
  });

  it('says that a folder stands in the database’s place', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'askfix.db'));
    expect(problemOf(() => openSqlite({ folder, now }))).toMatchObject({ code: 'unwritable' });
  });

  it('says that a database is of a newer Askfix, and gives the folder free', () => {
    const folder = temporaryFolder();
    opened(folder).close();
    change(folder, `INSERT INTO migration VALUES (9999, '9999-later.sql', 'x', 0)`);
    const { code, message } = problemOf(() => openSqlite({ folder, now }));
    expect(code).toBe('newer');
    expect(message).toContain('9999-later.sql');
    expect(problemOf(() => openReadOnly(folder))).toMatchObject({ code: 'newer' });
    change(folder, 'DELETE FROM migration WHERE number = 9999');
    expect(() => opened(folder)).not.toThrow();
  });

  it('says that an applied migration was another one', () => {
    const folder = temporaryFolder();
    opened(folder).close();
    change(folder, `UPDATE migration SET checksum = 'other' WHERE number = 1`);
    expect(problemOf(() => openSqlite({ folder, now }))).toMatchObject({ code: 'changed-migration' });
  });

  it('notices damage inside the database when it meets it, and stays up', async () => {
    const folder = temporaryFolder();
    const storage = opened(folder);
    for (let index = 0; index < 50; index += 1)
      await storage.receive(incoming({ eventKey: `${index}`, text: 'x'.repeat(500) }), 0);
    storage.close();
    damage(join(folder, 'askfix.db'));
    const damaged = openSqlite({ folder, now });
    onTestFinished(() => damaged.close());
    await expect(damaged.unanswered(0, 100)).rejects.toMatchObject({ code: 'corrupt' });
  });
});

describe('a full disk', () => {
  it('refuses what it cannot keep, keeps what it has, and goes on when there is room', async () => {
    const database = openDatabase(temporaryFolder(), 0);
    onTestFinished(() => void database.close());
    const storage = createSqliteStore(database, { now });
    await storage.receive(incoming({ eventKey: 'before' }), 0);
    const big = (eventKey: string) => storage.receive(incoming({ eventKey, text: 'x'.repeat(200_000) }), 0);
    database.pragma('max_page_count = 40');
    const both = await Promise.allSettled([storage.receive(incoming({ eventKey: 'beside' }), 0), big('big')]);
    expect(both.map(({ status }) => status)).toContain('rejected');
    await expect(big('big')).rejects.toMatchObject({ code: 'disk-full' });
    const kept = (await storage.unanswered(0, 10)).map((one) => one.incoming.eventKey);
    expect(kept).toEqual(both[0]?.status === 'fulfilled' ? ['before', 'beside'] : ['before']);
    database.pragma('max_page_count = 100000');
    expect(await big('big')).toMatchObject({ status: 'accepted' });
  });
});

describe('openReadOnly', () => {
  it('shows tickets while a server writes', async () => {
    const folder = temporaryFolder();
    const storage = opened(folder);
    const look = openReadOnly(folder);
    expect(await look.tickets.list(10)).toEqual([]);
    const { sequence } = await storage.receive(incoming(), 0);
    const ticket = { id: 't1', language: 'en', lines: [] } as const;
    await storage.complete(step(message(sequence), { effects: [{ kind: 'ticket', ticket }] }));
    expect(await look.tickets.list(10)).toHaveLength(1);
    expect((await look.tickets.get('t1'))?.ticket).toEqual(ticket);
    expect(await look.tickets.get('t2')).toBeNull();
    look.close();
  });

  it('says that nothing was ever stored there', () => {
    const folder = temporaryFolder();
    expect(problemOf(() => openReadOnly(folder))).toMatchObject({ code: 'missing' });
    expect(problemOf(() => openReadOnly(join(folder, 'nowhere')))).toMatchObject({ code: 'missing' });
  });
});

function change(folder: string, sql: string): void {
  const database = new Database(join(folder, 'askfix.db'));
  database.exec(sql);
  database.close();
}

/** Overwrites the head of every page in which messages lie. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  for (let page = 4_096; page < bytes.length; page += 4_096)
    if (bytes.subarray(page, page + 4_096).includes('x'.repeat(100))) bytes.fill(0xff, page, page + 100);
  writeFileSync(file, bytes);
}
