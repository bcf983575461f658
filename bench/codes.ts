import { shippedFolder } from '../src/commands/shipped-knowledge.ts';
import type { CodeFamily } from '../src/knowledge/codes/code-data.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts';
import { type CodeIndex, codeIndexOf } from '../src/recognition/codes/code-index.ts';
import { findCodes } from '../src/recognition/codes/find-codes.ts';
import { suggestNames } from '../src/recognition/codes/suggest-names.ts';
import { linesThatAreNoCodes } from '../test/recognition/codes/no-codes.ts';
import { printReport, quantile, type Row, rowOf } from './report.ts';

/**
 * `npm run bench:codes`: how fast codes are looked up and found, and beside it what a plain look-up of every token in the
 * same table finds: how many of the codes in sentences (recall), and in how many lines without one it sees one.
 */
const subject = 'askfix';
const plain = 'plain look-up';
const rows: Row[] = [];
const runs = 5;

const loaded = await loadKnowledge({ folders: [shippedFolder] });
const knowledge = loaded.knowledge as Knowledge;
const families = knowledge.table?.families ?? [];

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function repeated(work: (run: number) => number): number[] {
  return Array.from({ length: runs }, (_, run) => work(run));
}

/** A knowledge of its own, so that its index is built anew. */
function copyOf(more: readonly CodeFamily[] = []): Knowledge {
  return { ...knowledge, table: { families: [...families, ...more], own: [] } };
}

function measureLoad(): void {
  const json = JSON.stringify(knowledge.table);
  const values = repeated(() =>
    timed(() => void codeIndexOf({ ...knowledge, table: JSON.parse(json) }).byDigits('1')),
  );
  rows.push(rowOf({ name: 'table from the index', subject, metric: 'load', unit: 'ms' }, values));
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const kept = { ...knowledge, table: JSON.parse(json) };
  codeIndexOf(kept);
  globalThis.gc?.();
  const used = (process.memoryUsage().heapUsed - before) / 1e6;
  rows.push(rowOf({ name: 'table from the index', subject, metric: 'heap', unit: 'MB' }, [used]));
}

/** The table and a family of 65,000 further codes: more than 100,000. */
function measureLookUp(): void {
  const numbers = Array.from({ length: 65_000 }, (_, n) => `${3_000_000 + n},OUR_ERROR_${n}`);
  const large = { ...(families[0] as CodeFamily), id: 'large', rows: numbers.join('\n') };
  const index: CodeIndex = codeIndexOf(copyOf([large]));
  const asked = families.flatMap((family) => family.rows.split('\n').map((row) => row.split(',')));
  const p99 = () => {
    const times: number[] = [];
    for (let n = 0; n < 100_000; n += 1) {
      const [code = '', symbol = ''] = asked[(n * 7919) % asked.length] ?? [];
      times.push(
        timed(() => void (n % 2 === 0 || symbol === '' ? index.byDigits(code) : index.byName(symbol))) * 1000,
      );
    }
    return quantile(times, 0.99);
  };
  p99();
  rows.push(rowOf({ name: '102,000 codes', subject, metric: 'look-up p99', unit: 'µs' }, repeated(p99)));
}

const logLine = (n: number) =>
  `2026-11-23 10:${10 + (n % 50)}:33.123 [INFO] worker ${n % 16} request id=${8000 + n} took ${n % 90} ms, status 200, ${n % 40 === 0 ? 'connect ECONNREFUSED 10.0.0.1:5432' : 'all is well'}\n`;

function log(length: number): string {
  const lines: string[] = [];
  for (let size = 0, n = 0; size < length; n += 1) {
    const line = logLine(n);
    lines.push(line);
    size += line.length;
  }
  return lines.join('').slice(0, length);
}

function measureTexts(): void {
  const message = `MySQL 报错 1045，服务起不来 0x80070057\n${log(1950)}`;
  const p99 = () =>
    quantile(
      Array.from({ length: 2000 }, () => timed(() => void findCodes(message, knowledge))),
      0.99,
    );
  p99();
  rows.push(rowOf({ name: '2 kB message', subject, metric: 'p99', unit: 'ms' }, repeated(p99)));
  const million = log(1_000_000);
  const ofLog = repeated(() => timed(() => void findCodes(million, knowledge)));
  rows.push(rowOf({ name: '1 MB log', subject, metric: 'time', unit: 'ms' }, ofLog));
  const quarter = million.slice(0, 250_000);
  const ratio = repeated(
    () => timed(() => void findCodes(million, knowledge)) / timed(() => void findCodes(quarter, knowledge)),
  );
  rows.push(rowOf({ name: '1 MB log to 250 kB', subject, metric: 'time ratio', unit: '×' }, ratio));
  const plainTime = Math.min(...ofLog);
  for (const piece of [
    'A',
    '0x',
    '-1',
    '__',
    '1',
    '1.',
    'ERR_',
    '0x1_',
    '错误码',
    '０ｘ８',
    'error 8007005 ',
  ]) {
    const attack = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const values = repeated(() => timed(() => void findCodes(attack, knowledge)) / plainTime);
    rows.push(
      rowOf({ name: `1 MB of ${JSON.stringify(piece)}`, subject, metric: 'to the log', unit: '×' }, values),
    );
  }
}

function measureSuggestions(): void {
  const typos = ['ECONREFUSED', 'ER_ACCES_DENIED_ERROR', 'STATUS_ACCESS_VIOLATOIN', 'ERR_CERT_DATE_INVALD'];
  suggestNames('ECONREFUSED', knowledge);
  const p99 = () =>
    quantile(
      Array.from({ length: 200 }, (_, n) =>
        timed(() => void suggestNames(typos[n % typos.length] as string, knowledge)),
      ),
      0.99,
    );
  rows.push(rowOf({ name: 'did you mean', subject, metric: 'p99', unit: 'ms' }, repeated(p99)));
}

/** Sentences with a code of the table and a word of its family: each 20th row. */
function* sentences(): Generator<{ family: string; text: string }> {
  for (const family of families) {
    for (const [n, row] of family.rows.split('\n').entries()) {
      const [code = '', symbol = ''] = row.split(',');
      if (n % 20 !== 0 || code === '') continue;
      const word = (family.words.zh[0] ?? family.words.en[0] ?? '').replaceAll('_', ' ');
      yield { family: family.id, text: `${word}报错 ${code.replace(/^X/, '5')}，怎么办` };
      if (symbol !== '' && family.official)
        yield { family: family.id, text: `we run ${family.words.en[0]} and got ${symbol} today` };
    }
  }
}

/** The families of every token that the table has, in any order: what a look-up without reading comes to. */
function lookUpTokens(text: string, index: CodeIndex): string[] {
  return (text.match(/-?[\w./:-]*\w/g) ?? []).flatMap((token) =>
    [
      ...index.byName(token),
      ...(/^-?\d+$/.test(token) ? index.byDigits(token) : []),
      ...(/^0x[0-9a-f]{1,8}$/i.test(token) ? index.byValue(Number(token)) : []),
    ].map(({ family }) => family),
  );
}

function measureSideBySide(): void {
  const index = codeIndexOf(knowledge);
  const ours = (text: string) =>
    findCodes(text, knowledge).flatMap(({ family, also = [] }) => [family, ...also.map((one) => one.family)]);
  const finders = [
    { name: subject, find: ours },
    { name: plain, find: (text: string) => lookUpTokens(text, index) },
  ];
  const asked = [...sentences()];
  const silent = [...linesThatAreNoCodes(20_000)];
  for (const { name, find } of finders) {
    const found = asked.map(({ family, text }) => find(text).indexOf(family));
    const share = (most: number) =>
      (100 * found.filter((place) => place >= 0 && place <= most).length) / asked.length;
    const alarms = (100 * silent.filter((line) => find(line).length > 0).length) / silent.length;
    rows.push(
      rowOf({ name: `${asked.length} sentences`, subject: name, metric: 'family found', unit: '%' }, [
        share(1e9),
      ]),
      rowOf({ name: `${asked.length} sentences`, subject: name, metric: 'family first', unit: '%' }, [
        share(0),
      ]),
      rowOf({ name: `${silent.length} lines without`, subject: name, metric: 'false alarms', unit: '%' }, [
        alarms,
      ]),
    );
  }
}

measureLoad();
measureLookUp();
measureTexts();
measureSuggestions();
measureSideBySide();
printReport('codes', rows);
