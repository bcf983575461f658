import type { Identities } from '../../src/privacy/identities.ts';

/** Everybody keeps the name they came with, so that a test can read what was kept. */
export const plainIdentities: Identities = {
  person: (_platform, id) => id,
  conversation: (_platform, name) => name,
  event: (_platform, key) => key,
  value: (_conversation, _kind, value) => value,
};
