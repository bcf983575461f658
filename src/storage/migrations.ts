import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { StorageProblem } from './storage-problem.ts';

/** One numbered step of the database's shape: `0001-delivery.sql`. Never changed once released. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/** The migrations that Askfix comes with, in order. */
export function shippedMigrations(): readonly Migration[] {
  const folder = join(import.meta.dirname, 'migrations');
  const names = readdirSync(folder).filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name));
  return names.sort().map((name) => toMigration(name, readFileSync(join(folder, name), 'utf8')));
}

/** Line ends do not count: a checkout on Windows must not look like a changed migration. */
export function toMigration(name: string, sql: string): Migration {
  const checksum = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
  return { number: Number(name.slice(0, 4)), name, sql, checksum };
}

/**
 * Brings the database to the newest shape, in one transaction: all or nothing.
 * @throws StorageProblem `newer` or `changed-migration` before anything is touched
 */
export function migrate(database: Database, migrations: readonly Migration[], now: number): void {
  const run = database.transaction(() => {
    database.exec(
      'CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT',
    );
    const applied = verifyMigrations(database, migrations);
    const remember = database.prepare(
      'INSERT INTO migration (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)',
    );
    for (const migration of migrations.slice(applied)) {
      database.exec(migration.sql);
      remember.run(migration.number, migration.name, migration.checksum, now);
    }
  });
  run.immediate();
}

/**
 * How many of the migrations the database has seen.
 * @throws StorageProblem `newer` when it has seen one we do not know, `changed-migration` when one was other then
 */
export function verifyMigrations(database: Database, migrations: readonly Migration[]): number {
  const applied = database
    .prepare<[], Applied>('SELECT number, name, checksum FROM migration ORDER BY number')
    .all();
  for (const [index, was] of applied.entries()) {
    const is = migrations[index];
    if (!is) throw new StorageProblem('newer', database.name, `it has ${was.name}`);
    if (is.number !== was.number || is.checksum !== was.checksum)
      throw new StorageProblem('changed-migration', database.name, was.name);
  }
  return applied.length;
}
