import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CodeFact } from './derived-codes.ts';

/** A package from which a family of codes can be derived. */
interface CodePackage {
  readonly name: string;
  readonly family: string;
  /** The file that holds them, inside the package; missing = what the package gives by its name. */
  readonly file?: string;
  readonly read: (
    exported: Readonly<Record<string, unknown>>,
  ) => readonly (readonly [code: string, symbol: string])[];
}

type Pairs = readonly (readonly [code: string, symbol: string])[];

/** `{ NAME: 1045 }`, of which names that begin with something else are no errors. */
function named(begin: RegExp, key?: string) {
  return (exported: Readonly<Record<string, unknown>>): Pairs =>
    Object.entries(recordOf(key === undefined ? exported : exported[key])).flatMap(([symbol, code]) =>
      begin.test(symbol) && (typeof code === 'number' || typeof code === 'string')
        ? [[String(code), symbol]]
        : [],
    );
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}

/** `{ "1045": "ER_ACCESS_DENIED_ERROR" }` */
function numbered(exported: unknown): Pairs {
  return Object.entries(recordOf(exported)).flatMap(([code, symbol]) =>
    /^\d+$/.test(code) && typeof symbol === 'string' ? [[code, symbol]] : [],
  );
}

/** Packages that nobody has to have: they are installed on demand, beside Askfix, to derive their families anew. */
const packages: readonly CodePackage[] = [
  {
    name: 'mysql2',
    family: 'mysql',
    file: 'lib/constants/errors.js',
    read: named(/^(?:ER|EE|HA_ERR|CR|WARN)_/),
  },
  {
    name: 'mariadb',
    family: 'mariadb',
    file: 'lib/const/error-code.js',
    read: ({ default: codes, codes: older }) => numbered(codes ?? older),
  },
  {
    name: '@grpc/grpc-js',
    family: 'grpc',
    file: 'build/src/constants.js',
    read: ({ Status }) => numbered(Status),
  },
  {
    name: 'typescript',
    family: 'typescript',
    file: 'lib/typescript.js',
    // Errors only: category 1. Their keys are sentences, so the number is the name.
    read: ({ Diagnostics }) =>
      Object.values(recordOf(Diagnostics))
        .map(recordOf)
        .filter(({ category }) => category === 1)
        .map(({ code }) => [String(code), `TS${String(code)}`]),
  },
  {
    name: 'pg-error-enum',
    family: 'postgresql',
    // PostgreSQL writes its condition names in lower case.
    read: ({ PostgresError }) =>
      Object.entries(recordOf(PostgresError)).map(([symbol, code]) => [String(code), symbol.toLowerCase()]),
  },
  {
    name: 'kafkajs',
    family: 'kafka',
    file: 'src/protocol/error.js',
    read: ({ errorCodes }) => listOf(errorCodes).map(({ code, type }) => [String(code), String(type)]),
  },
  { name: 'mongo-errors', family: 'mongodb', read: named(/^(?!class$)/) },
  { name: 'ldapjs', family: 'ldap', read: named(/^LDAP_/) },
  { name: 'ipp', family: 'ipp', read: named(/^[a-z-]+$/, 'statusCodes') },
];

/** What some installed packages give, and which of them are not there. */
export interface PackageCodes {
  readonly facts: readonly CodeFact[];
  /** Name of each package that was read, with its version. */
  readonly read: readonly string[];
  readonly missing: readonly string[];
}

/**
 * The codes of the packages installed in a folder. Loads their files, so the folder must be one that you filled yourself.
 *
 * @param folder absolute; holds `node_modules`
 */
export function packageCodes(folder: string): PackageCodes {
  const require = createRequire(join(folder, 'package.json'));
  const facts: CodeFact[] = [];
  const read: string[] = [];
  const missing: string[] = [];
  for (const { name, family, file, ...one } of packages) {
    const inside = join(folder, 'node_modules', name);
    try {
      const { version } = recordOf(require(join(inside, 'package.json')));
      const pairs = one.read(recordOf(require(file === undefined ? name : join(inside, file))));
      facts.push(...pairs.map(([code, symbol]) => ({ family, code, symbol })));
      read.push(`${name}@${String(version)} (${family}: ${pairs.length})`);
    } catch {
      missing.push(name);
    }
  }
  return { facts, read, missing };
}
