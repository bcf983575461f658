import { relative } from 'node:path';
import type { Config } from '../config.ts';
import { checkPacks } from '../knowledge/check-packs.ts';
import { openPacks } from '../knowledge/read/open-packs.ts';
import type { AuditAnchor, AuditRecord, AuditStore } from '../operations/audit.ts';
import type { AuditReview } from '../operations/audit-report.ts';
import { knowledgeOptions } from './shipped-knowledge.ts';
import { verifyAudit } from './verify-audit.ts';

const dayMs = 24 * 60 * 60 * 1000;

export interface ReviewParts {
  readonly anchors: readonly AuditAnchor[];
  readonly config: Config;
  /** How far it looks back. */
  readonly days: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Everything that a review looks at, gathered. */
export async function reviewOf(
  audit: Pick<AuditStore, 'records'>,
  { anchors, config, days, now }: ReviewParts,
): Promise<AuditReview> {
  const from = now - days * dayMs;
  const counts = new Map<string, number>();
  const commands = new Map<string, number>();
  const chain = await verifyAudit(audit, anchors, (record) => {
    if (record.at < from) return;
    count(counts, record.action);
    if (record.action === 'administered' || record.action === 'refused') count(commands, commandOf(record));
  });
  return {
    from,
    until: now,
    chain,
    anchors: anchors.length,
    counts,
    commands,
    admins: config.admins,
    retention: Object.entries(config.retention).map(([kind, days]) => [kind, `${days} days`] as const),
    stale: await staleFacts(config, now),
  };
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function commandOf({ action, content }: AuditRecord): string {
  const detail = content ? (JSON.parse(content.detail) as { readonly command?: unknown }) : {};
  const command = typeof detail.command === 'string' ? detail.command : 'forgotten';
  return action === 'refused' ? `${command} (refused)` : command;
}

async function staleFacts(config: Config, now: number): Promise<AuditReview['stale']> {
  const opened = openPacks(knowledgeOptions(config).folders);
  const { findings } = await checkPacks(opened, new Date(now).toISOString().slice(0, 10));
  return findings
    .filter(({ rule }) => rule === 'stale-fact')
    .map(({ file, found, expected }) => ({ file: relative('.', file), found, expected }));
}
