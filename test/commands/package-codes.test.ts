import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageCodes } from '../../src/commands/package-codes.ts';

const folder = mkdtempSync(join(tmpdir(), 'askfix-packages-'));
afterAll(() => rmSync(folder, { recursive: true }));

function install(name: string, file: string, code: string): void {
  const inside = join(folder, 'node_modules', name);
  mkdirSync(dirname(join(inside, file)), { recursive: true });
  writeFileSync(join(inside, 'package.json'), JSON.stringify({ name, version: '1.2.3', main: file }));
  writeFileSync(join(inside, file), code);
}

describe('packages that were installed on demand', () => {
  it('give the codes of their families, and those that are not there are named', () => {
    install(
      'mysql2',
      'lib/constants/errors.js',
      'exports.ER_DUP_ENTRY = 1062; exports[1062] = "ER_DUP_ENTRY";',
    );
    install(
      '@grpc/grpc-js',
      'build/src/constants.js',
      'exports.Status = { 14: "UNAVAILABLE", UNAVAILABLE: 14 };',
    );
    install('pg-error-enum', 'index.js', 'exports.PostgresError = { UNIQUE_VIOLATION: "23505" };');
    install('kafkajs', 'src/protocol/error.js', 'exports.errorCodes = [{ type: "UNKNOWN", code: -1 }];');
    const { facts, read, missing } = packageCodes(folder);
    expect(facts).toEqual([
      { family: 'mysql', code: '1062', symbol: 'ER_DUP_ENTRY' },
      { family: 'grpc', code: '14', symbol: 'UNAVAILABLE' },
      { family: 'postgresql', code: '23505', symbol: 'unique_violation' },
      { family: 'kafka', code: '-1', symbol: 'UNKNOWN' },
    ]);
    expect(read[0]).toBe('mysql2@1.2.3 (mysql: 1)');
    expect(missing).toEqual(['mariadb', 'typescript', 'mongo-errors', 'ldapjs', 'ipp']);
  });
});
