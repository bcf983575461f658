import type { World } from '../../src/conversation/state.ts';
import type { Clock } from '../../src/delivery/clock.ts';
import { createDelivery, type Delivery, type DeliveryOptions } from '../../src/delivery/delivery.ts';
import type { DeliveryStore } from '../../src/delivery/store.ts';
import type { Platform, PlatformHost } from '../../src/message.ts';
import { createMemoryStore, type MemoryOptions, type MemoryStore } from '../../src/storage/memory.ts';
import { emptyTables, type MemoryTables } from '../../src/storage/memory-tables.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { plainIdentities } from './plain-identities.ts';
import { reply, state } from './samples.ts';
import { scriptedPlatform } from './scripted-platform.ts';

export interface RigOptions
  extends Partial<
    Pick<DeliveryOptions, 'advance' | 'announce' | 'apologise' | 'limits' | 'log' | 'messages' | 'admins'>
  > {
  readonly platforms?: readonly Platform[];
  readonly tables?: MemoryTables;
  readonly fate?: MemoryOptions['fate'];
  readonly clock?: FakeClock;
  readonly store?: MemoryStore;
}

export interface Rig {
  readonly delivery: Delivery;
  readonly store: MemoryStore;
  readonly tables: MemoryTables;
  readonly clock: FakeClock;
  readonly hosts: readonly PlatformHost[];
  /** The first platform's host. */
  readonly host: PlatformHost;
}

/** A delivery on a memory store and a fake clock; not started. */
export function createRig(options: RigOptions = {}): Rig {
  const clock = options.clock ?? createFakeClock();
  const tables = options.tables ?? emptyTables();
  const platforms = options.platforms ?? [scriptedPlatform()];
  const fate = options.fate ? { fate: options.fate } : {};
  const store = options.store ?? createMemoryStore({ tables, now: clock.now, ...fate });
  const delivery = deliveryOn(store, clock, { ...options, platforms });
  const hosts = platforms.map((platform) => delivery.host(platform, () => {}));
  const [host] = hosts;
  if (!host) throw new Error('A rig needs a platform.');
  return { delivery, store, tables, clock, hosts, host };
}

/** A delivery whose conversation remembers every text and answers each with the reply `re:<event key>`. */
function deliveryOn(
  store: DeliveryStore,
  clock: Clock,
  options: RigOptions & { readonly platforms: readonly Platform[] },
): Delivery {
  return createDelivery({
    store,
    identities: plainIdentities,
    advance: options.advance ?? echo,
    apologise:
      options.apologise ?? ((language, incoming) => reply({ id: `sorry:${incoming.eventKey}`, language })),
    refuse: (reason) => `refused: ${reason}`,
    world: (moment) => ({ ...moment, knowledge: {} as World['knowledge'] }),
    clock,
    random: () => 0.5,
    platforms: options.platforms,
    ...(options.limits ? { limits: options.limits } : {}),
    ...(options.messages ? { messages: options.messages } : {}),
    ...(options.admins ? { admins: options.admins } : {}),
    ...(options.announce ? { announce: options.announce } : {}),
    ...(options.log ? { log: options.log } : {}),
  });
}

/** Remembers what was said and answers it. */
export const echo: DeliveryOptions['advance'] = (before, incoming) => ({
  state: state(...textsOf(before), incoming.text),
  reply: reply({ id: `re:${incoming.eventKey}` }),
  effects: [],
});

/** What a state of `echo` remembers. */
export function textsOf(before: Parameters<DeliveryOptions['advance']>[0]): readonly string[] {
  return (before?.events ?? []).flatMap((event) => (event.type === 'said' ? [event.text] : []));
}

export const idsOf = (
  replies: readonly { readonly reply: { readonly id: string } }[] | null,
): readonly string[] => (replies ?? []).map(({ reply: { id } }) => id);
