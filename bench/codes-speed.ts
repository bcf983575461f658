import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { CodeFamily } from '../src/knowledge/codes/code-data.ts';
import { codeIndexOf } from '../src/recognition/codes/code-index.ts';
import { findCodes } from '../src/recognition/codes/find-codes.ts';
import { findCodesAhead } from '../src/recognition/codes/find-codes-ahead.ts';
import { suggestNames } from '../src/recognition/codes/suggest-names.ts';
import { families, knowledge, repeated, row, timed, worked } from './codes-subject.ts';
import { quantile, type Row } from './report.ts';

interface Load {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** In processes of their own, so that nothing else's memory counts. */
function load(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'askfix-codes-'));
  const file = join(folder, 'table.json');
  writeFileSync(file, JSON.stringify(knowledge.table));
  const child = fileURLToPath(new URL('./codes-load.ts', import.meta.url));
  const loads = repeated((): Load => {
    const printed = execFileSync(process.execPath, ['--expose-gc', child, file], { encoding: 'utf8' });
    return JSON.parse(printed);
  });
  rmSync(folder, { recursive: true });
  const name = 'table from the index';
  return [
    row(
      name,
      'load (CPU)',
      'ms',
      loads.map(({ milliseconds }) => milliseconds),
    ),
    row(
      name,
      'heap and external',
      'MB',
      loads.map(({ megabytes }) => megabytes),
    ),
  ];
}

/** The table and a family of 65,000 further codes: more than 100,000. */
function lookUp(): Row[] {
  const numbers = Array.from({ length: 65_000 }, (_, n) => `${3_000_000 + n},OUR_ERROR_${n}`);
  const large = { ...(families[0] as CodeFamily), id: 'large', rows: numbers.join('\n') };
  const index = codeIndexOf({ ...knowledge, table: { families: [...families, large], own: [] } });
  const asked = families.flatMap((family) => family.rows.split('\n').map((line) => line.split(',')));
  const p99 = () => {
    const times: number[] = [];
    for (let n = 0; n < 100_000; n += 1) {
      const [code = '', symbol = ''] = asked[(n * 7919) % asked.length] ?? [];
      const isNumber = n % 2 === 0 || symbol === '';
      times.push(timed(() => void (isNumber ? index.byDigits(code) : index.byName(symbol))) * 1000);
    }
    return quantile(times, 0.99);
  };
  p99();
  return [row('102,000 codes', 'look-up p99', 'µs', repeated(p99))];
}

function logLine(n: number): string {
  const end = n % 40 === 0 ? 'connect ECONNREFUSED 10.0.0.1:5432' : 'all is well';
  return `2026-11-23 10:${10 + (n % 50)}:33.123 [INFO] worker ${n % 16} request id=${8000 + n} took ${n % 90} ms, status 200, ${end}\n`;
}

function log(length: number): string {
  const lines: string[] = [];
  for (let size = 0, n = 0; size < length; n += 1) {
    lines.push(logLine(n));
    size += (lines.at(-1) as string).length;
  }
  return lines.join('').slice(0, length);
}

const messagesARun = 2000;

/** What makes a scanner slow that looks back, tries again or copies. */
const attacks = [
  ...['A', '0x', '-1', '__', '1', '1.', '1 ', 'ERR_', '0x1_', 'code:1,', '错误码', '０ｘ８', '\u001b[3'],
  ...['error 8007005 ', 'error 10060 ', 'mysql 1045 ', '(111) refused ', '0x80070057 ', '1722 (0x6BA) '],
];

function texts(): Row[] {
  const message = `MySQL 报错 1045，服务起不来 0x80070057\n${log(1950)}`;
  const find = (text: string) => () => void findCodes(text, knowledge);
  const times = () => Array.from({ length: messagesARun }, () => timed(find(message)));
  const p99 = () => quantile(times(), 0.99);
  p99();
  const million = log(1_000_000);
  const four = log(4_000_000);
  worked(find(million));
  const plain = repeated(() => worked(find(million)));
  const ratio = repeated(() => worked(find(four)) / worked(find(million)));
  const least = Math.min(...plain);
  return [
    row('2 kB message', 'p99', 'ms', repeated(p99)),
    row(
      '2 kB message',
      'mean (CPU)',
      'ms',
      repeated(() => worked(times) / messagesARun),
    ),
    row('1 MB log', 'time (CPU)', 'ms', plain),
    row('4 MB log to 1 MB log', 'time ratio (CPU)', '×', ratio),
    ...attacks.map((piece) => {
      const attack = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const values = repeated(() => worked(find(attack)) / least);
      return row(`1 MB of ${JSON.stringify(piece)}`, 'to the log (CPU)', '×', values);
    }),
  ];
}

/** The longest time without a turn of the event loop while a long text is read ahead, as the server reads it. */
async function blocking(): Promise<Row[]> {
  const million = log(1_000_000);
  const longest: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    let most = 0;
    let since = performance.now();
    const pause = async () => {
      most = Math.max(most, performance.now() - since);
      await setImmediate();
      since = performance.now();
    };
    // Another text each time, because one that was read ahead is not read again.
    await findCodesAhead(`${run}\n${million}`, knowledge, { pause });
    longest.push(most);
  }
  return [row('1 MB log read ahead', 'longest block', 'ms', longest)];
}

function suggestions(): Row[] {
  const typos = ['ECONREFUSED', 'ER_ACCES_DENIED_ERROR', 'STATUS_ACCESS_VIOLATOIN', 'ERR_CERT_DATE_INVALD'];
  suggestNames('ECONREFUSED', knowledge);
  const times = () =>
    Array.from({ length: 200 }, (_, n) =>
      timed(() => void suggestNames(typos[n % typos.length] as string, knowledge)),
    );
  return [
    row(
      'did you mean',
      'p99',
      'ms',
      repeated(() => quantile(times(), 0.99)),
    ),
  ];
}

/** How fast the table is loaded and searched, and texts are read. */
export async function speed(): Promise<Row[]> {
  return [...load(), ...lookUp(), ...texts(), ...(await blocking()), ...suggestions()];
}
