import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Config, ConfigProblem, loadConfig } from '../config.ts';
import type { AuditStore } from '../operations/audit.ts';
import { renderReview } from '../operations/audit-report.ts';
import { openReadOnly } from '../storage/sqlite.ts';
import { StorageProblem } from '../storage/storage-problem.ts';
import { readAnchors, UnreadableAnchors } from './audit-anchors.ts';
import { reviewOf } from './audit-review.ts';
import { verifyAudit } from './verify-audit.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage =
  'askfix audit verify [--anchors FILE] | anchor [--out FILE] | report [--days N] [--anchors FILE]';

/** A half-yearly review looks back this far. */
const usualDays = 183;

interface Options {
  readonly anchors: string | undefined;
  readonly out: string | undefined;
  readonly days: number;
}

type Action = (audit: AuditStoreToRead, options: Options, config: Config) => Promise<number>;
type AuditStoreToRead = Pick<AuditStore, 'records' | 'head'>;

const actions: Readonly<Record<string, Action>> = { verify, anchor, report };

/** `askfix audit`: proves that the record of what happened is whole. Works beside a running server. */
export async function run(words: readonly string[]): Promise<number> {
  const parsed = parse(words);
  if (typeof parsed === 'string') return wrongUsage(parsed, usage);
  try {
    const config = loadConfig();
    const storage = openReadOnly(config.dataFolder);
    try {
      return await parsed.action(storage.audit, parsed.options, config);
    } finally {
      storage.close();
    }
  } catch (error) {
    if (![StorageProblem, ConfigProblem, UnreadableAnchors].some((kind) => error instanceof kind))
      throw error;
    process.stderr.write(`askfix: ${(error as Error).message}\n`);
    return 1;
  }
}

function parse(words: readonly string[]): { action: Action; options: Options } | string {
  try {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { anchors: text, out: text, days: text },
    });
    const [name = '', ...rest] = positionals;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (!action || rest.length > 0) return `"audit" wants one of ${Object.keys(actions).join(', ')}.`;
    const days = Number(values.days ?? usualDays);
    if (!Number.isInteger(days) || days < 1)
      return `--days is "${values.days}"; it must be a whole number from 1 on.`;
    return { action, options: { anchors: values.anchors, out: values.out, days } };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function verify(audit: AuditStoreToRead, { anchors: file }: Options): Promise<number> {
  const anchors = file === undefined ? [] : readAnchors(file);
  const { records, hash, bad } = await verifyAudit(audit, anchors);
  if (bad) {
    process.stdout.write(`The record is broken at ${bad.sequence}: ${bad.reason}.\n`);
    return 1;
  }
  const against =
    anchors.length === 0
      ? 'Without --anchors nobody sees that its end was cut off.'
      : `It agrees with ${anchors.length} anchor${anchors.length === 1 ? '' : 's'}.`;
  process.stdout.write(`The record is whole: ${records} records, the last hash is ${hash}. ${against}\n`);
  return 0;
}

async function anchor(audit: AuditStoreToRead, { out }: Options): Promise<number> {
  const line = `${JSON.stringify({ ...(await audit.head()), at: Date.now() })}\n`;
  if (out === undefined) process.stdout.write(line);
  else appendAnchor(out, line);
  return 0;
}

function appendAnchor(file: string, line: string): void {
  try {
    appendFileSync(file, line);
  } catch (error) {
    throw new UnreadableAnchors(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}

async function report(audit: AuditStoreToRead, options: Options, config: Config): Promise<number> {
  const anchors = options.anchors === undefined ? [] : readAnchors(options.anchors);
  const review = await reviewOf(audit, { anchors, config, days: options.days, now: Date.now() });
  process.stdout.write(renderReview(review));
  return review.chain.bad ? 1 : 0;
}
