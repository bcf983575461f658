import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate, shippedMigrations, toMigration } from '../../src/storage/migrations.ts';

const first = toMigration('0001-one.sql', 'CREATE TABLE one (id INTEGER) STRICT');
const second = toMigration('0002-two.sql', 'CREATE TABLE two (id INTEGER) STRICT');

function tablesOf(database: Database.Database): readonly unknown[] {
  return database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all();
}

describe('migrate', () => {
  it('applies what is missing, once', () => {
    const database = new Database(':memory:');
    migrate(database, [first], 7);
    migrate(database, [first, second], 8);
    migrate(database, [first, second], 9);
    expect(tablesOf(database)).toEqual(['migration', 'one', 'two']);
    expect(database.prepare('SELECT number, applied_at FROM migration').raw().all()).toEqual([
      [1, 7],
      [2, 8],
    ]);
  });

  it('leaves everything as it was when one fails', () => {
    const database = new Database(':memory:');
    const broken = toMigration('0003-three.sql', 'CREATE TABLE three (id INTEGER) STRICT; SELECT nonsense');
    expect(() => migrate(database, [first, second, broken], 0)).toThrow('nonsense');
    expect(tablesOf(database)).toEqual([]);
  });

  it('refuses a migration that was changed after it ran, and does not mind line ends', () => {
    const database = new Database(':memory:');
    migrate(database, [first], 0);
    const changed = toMigration(first.name, `${first.sql} -- better`);
    expect(() => migrate(database, [changed, second], 0)).toThrow(
      expect.objectContaining({ code: 'changed-migration' }),
    );
    const sql = 'CREATE TABLE a (\n  id INTEGER\n) STRICT';
    expect(toMigration('0001-a.sql', sql.replaceAll('\n', '\r\n')).checksum).toBe(
      toMigration('0001-a.sql', sql).checksum,
    );
  });
});

describe('the shipped migrations', () => {
  it('are numbered from 1 without a gap', () => {
    const numbers = shippedMigrations().map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers).not.toEqual([]);
  });

  it('make strict tables only, and refuse two replies to one message', () => {
    const database = new Database(':memory:');
    migrate(database, shippedMigrations(), 0);
    const loose = database.prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
    );
    expect(loose.pluck().all()).toEqual([]);
    database.exec(
      `INSERT INTO inbox (platform, event_key, conversation, received_at) VALUES ('p', 'k', 'c', 0)`,
    );
    const answer = database.prepare(`INSERT INTO reply (message, conversation, body) VALUES (1, 'c', '{}')`);
    answer.run();
    expect(() => answer.run()).toThrow('UNIQUE');
  });

  it('answer the questions of every turn from an index', () => {
    const database = new Database(':memory:');
    migrate(database, shippedMigrations(), 0);
    const questions = [
      'SELECT 1 FROM inbox WHERE conversation = ? AND answered_at IS NULL LIMIT 1',
      'SELECT count(*) FROM inbox WHERE answered_at IS NULL',
      'SELECT count(*) FROM outbox WHERE settled_at IS NULL',
      'SELECT * FROM outbox WHERE settled_at IS NULL AND id > ? ORDER BY id LIMIT ?',
      'SELECT * FROM reply WHERE conversation = ? AND sequence > ? ORDER BY sequence LIMIT ?',
      'SELECT * FROM effect WHERE ticket = ?',
    ];
    for (const question of questions) {
      const plan = database
        .prepare(`EXPLAIN QUERY PLAN ${question}`)
        .all(...Array(question.split('?').length - 1).fill(0));
      expect(JSON.stringify(plan), question).toMatch(/USING (COVERING )?INDEX/);
    }
  });
});
