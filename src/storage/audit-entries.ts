import type { CompletedStep } from '../delivery/store.ts';
import type { AuditEntry } from '../operations/audit.ts';

/** What a step leaves in the audit: the answer given, by ids, and what an admin or a person changed by it. */
export function auditEntriesOf(step: CompletedStep): readonly AuditEntry[] {
  const { message, effects, reply, at } = step;
  const { person: subject, conversation } = message.incoming;
  const changes = effects.flatMap((effect) =>
    effect.kind === 'audit'
      ? [{ at, action: effect.action, subject, detail: { conversation, ...effect.detail } }]
      : [],
  );
  if (!reply) return changes;
  const { id, kind, about } = reply;
  const detail = { conversation, message: message.sequence, reply: id, kind, ...known(about) };
  return [...changes, { at, action: 'answered', subject, detail }];
}

/** What a reply spoke of; all of it are ids of the knowledge. */
function known(about: NonNullable<CompletedStep['reply']>['about']): Record<string, string | number> {
  return Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined));
}
