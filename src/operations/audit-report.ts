import type { AuditAction } from './audit.ts';
import type { BadRecord } from './audit-chain.ts';

/** A piece of knowledge that somebody should look at again. */
interface StaleFact {
  readonly file: string;
  /** How old it is, and how old it may be, in words. */
  readonly found: string;
  readonly expected: string;
}

/** Everything that the review looks at. */
export interface AuditReview {
  /** Epoch milliseconds. */
  readonly from: number;
  readonly until: number;
  readonly chain: { readonly records: number; readonly hash: string; readonly bad: BadRecord | null };
  readonly anchors: number;
  /** How often each action was recorded within the time. */
  readonly counts: ReadonlyMap<string, number>;
  /** What admins did, by command. */
  readonly commands: ReadonlyMap<string, number>;
  readonly admins: readonly string[];
  /** Setting and value. */
  readonly retention: readonly (readonly [string, string])[];
  readonly stale: readonly StaleFact[];
}

const actions: readonly (readonly [AuditAction, string])[] = [
  ['answered', 'Replies given'],
  ['consented', 'Consents given'],
  ['withdrawn', 'Consents withdrawn'],
  ['exported', 'Exports of a person’s data'],
  ['forgotten', 'People forgotten'],
  ['administered', 'Changes by admins'],
  ['refused', 'Admin commands refused to others'],
  ['replayed', 'Dead letters replayed'],
];

/** The half-yearly review as Markdown: what to look at, with the figures, and boxes to tick. */
export function renderReview(review: AuditReview): string {
  return [
    `# Audit review ${day(review.from)} to ${day(review.until)}`,
    section('The record', chainLines(review)),
    section(
      'What happened',
      actions.map(([action, title]) => `- ${title}: ${review.counts.get(action) ?? 0}`),
    ),
    section('Access', accessLines(review)),
    section(
      'Retention',
      review.retention.map(([name, value]) => `- ${name}: ${value}`),
    ),
    section('Stale knowledge', staleLines(review.stale)),
    section(
      'To be done by the reviewer',
      duties.map((duty) => `- [ ] ${duty}`),
    ),
  ].join('\n');
}

const duties = [
  'The record is whole, and an anchor of this review is kept outside of this machine.',
  'Everybody under Access still needs it; their changes are explained.',
  'Retention is as short as the purpose allows.',
  'Exports and forgettings were answered within 30 days.',
  'Stale knowledge is looked at by its owner, or taken out.',
];

function section(title: string, lines: readonly string[]): string {
  return `\n## ${title}\n\n${lines.length === 0 ? '- none' : lines.join('\n')}\n`.trimEnd();
}

function chainLines({ chain, anchors }: AuditReview): string[] {
  const state = chain.bad ? `**BROKEN at record ${chain.bad.sequence}: ${chain.bad.reason}**` : 'whole';
  return [
    `- State: ${state}`,
    `- Records: ${chain.records}`,
    `- Last hash: \`${chain.hash}\``,
    `- Anchors it was held against: ${anchors}${anchors === 0 ? ' (without any, nobody sees that its end was cut off)' : ''}`,
  ];
}

function accessLines({ admins, commands }: AuditReview): string[] {
  return [
    `- Admins (ADMINS): ${admins.length === 0 ? 'nobody' : admins.join(', ')}`,
    ...[...commands].map(([command, count]) => `- ${command}: ${count}`),
  ];
}

function staleLines(stale: readonly StaleFact[]): string[] {
  return stale.map(({ file, found, expected }) => `- ${file}: ${found}, ${expected}`);
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
