import type { CompletedStep } from '../delivery/store.ts';
import type { AuditEntry } from '../operations/audit.ts';

/**
 * What a step leaves in the audit: the answer given, by ids, and what an admin or a person changed by it. Of somebody
 * who is forgotten by this very step only that it happened.
 */
export function auditEntriesOf(step: CompletedStep): readonly AuditEntry[] {
  const { message, effects, reply, at } = step;
  const { person: subject, conversation } = message.incoming;
  if (effects.some(({ kind }) => kind === 'forget'))
    return [{ at, action: 'forgotten', subject: null, detail: { by: 'person' } }];
  const changes = effects.flatMap((effect) => changeOf(effect, { at, subject, conversation }));
  if (!reply) return changes;
  const { id, kind, about } = reply;
  const detail = { conversation, message: message.sequence, reply: id, kind, ...known(about) };
  return [...changes, { at, action: 'answered', subject, detail }];
}

function changeOf(
  effect: CompletedStep['effects'][number],
  {
    at,
    subject,
    conversation,
  }: { readonly at: number; readonly subject: string; readonly conversation: string },
): readonly AuditEntry[] {
  if (effect.kind !== 'audit') return [];
  return [{ at, action: effect.action, subject, detail: { conversation, ...effect.detail } }];
}

/** What a reply spoke of; all of it are ids of the knowledge. */
function known(about: NonNullable<CompletedStep['reply']>['about']): Record<string, string | number> {
  return Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined));
}
