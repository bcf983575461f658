import { advance } from '../conversation/advance.ts';
import { apologise, refuse } from '../conversation/excuse.ts';
import { systemClock } from '../delivery/clock.ts';
import { createDelivery, type Delivery } from '../delivery/delivery.ts';
import type { Log } from '../log.ts';
import type { Platform } from '../message.ts';
import { createIdentities } from '../privacy/identities.ts';
import type { SqliteStorage } from '../storage/sqlite.ts';
import type { LiveKnowledge } from './live-knowledge.ts';

/** The path of a message, put together from its concrete parts. */
export function assemble(parts: {
  readonly storage: SqliteStorage;
  readonly platforms: readonly Platform[];
  readonly knowledge: LiveKnowledge;
  readonly log: Log;
}): Delivery {
  const { storage, platforms, knowledge, log } = parts;
  return createDelivery({
    store: storage,
    platforms,
    identities: createIdentities(storage.identityKey),
    advance,
    apologise,
    refuse,
    world: ({ now, seed }) => ({ knowledge: knowledge.current(), now, seed }),
    clock: systemClock,
    random: Math.random,
    log,
  });
}
