import { setImmediate } from 'node:timers/promises';
import { answersOpen } from '../conversation/advance.ts';
import { attend, isCertain } from '../conversation/attend.ts';
import { apologise, refuse } from '../conversation/excuse.ts';
import { readable } from '../conversation/readable.ts';
import { asksForRecord } from '../conversation/rights.ts';
import type { MessageLimits } from '../delivery/admission.ts';
import { systemClock } from '../delivery/clock.ts';
import { createDelivery, type Delivery, type DeliveryOptions } from '../delivery/delivery.ts';
import type { Log } from '../log.ts';
import type { Platform } from '../message.ts';
import type { LivePlaces } from '../operations/live-places.ts';
import { type Operator, operatorPosts } from '../operations/operator-posts.ts';
import { createIdentities } from '../privacy/identities.ts';
import { findCodesAhead, isWorthReadingAhead } from '../recognition/codes/find-codes-ahead.ts';
import type { SqliteStorage } from '../storage/sqlite.ts';
import type { LiveEncoder } from './live-encoder.ts';
import type { LiveKnowledge } from './live-knowledge.ts';
import type { LiveParameters } from './live-parameters.ts';

/** The path of a message, put together from its concrete parts. */
export function assemble(parts: {
  readonly storage: SqliteStorage;
  readonly platforms: readonly Platform[];
  readonly knowledge: LiveKnowledge;
  readonly parameters: Pick<LiveParameters, 'current'>;
  /** Channels that get every ticket. */
  readonly operators?: readonly Operator[];
  readonly log: Log;
  /** What admins set for channels; absent = nothing, and nothing can be set. */
  readonly places?: LivePlaces;
  /** Days after which things go by themselves, to be told to people who ask. */
  readonly retention?: { readonly talks: number; readonly log: number };
  /** Absent = none. */
  readonly limits?: MessageLimits;
  /** Such as `slack:U1`; absent = nobody. */
  readonly admins?: readonly string[];
  /** Absent or null = messages are understood by their words alone. */
  readonly encoder?: LiveEncoder | null;
}): Delivery {
  const { storage, platforms, knowledge, parameters, operators = [], log } = parts;
  warnOfMissing(operators, platforms, log);
  return createDelivery({
    store: storage,
    platforms,
    identities: createIdentities(storage.identityKey),
    advance: attend,
    apologise,
    refuse,
    placeholders: storage.placeholders,
    recordFor: async (incoming) => (asksForRecord(incoming) ? storage.people.record(incoming.person) : null),
    announce: (occasion) => operatorPosts(operators, occasion),
    world: ({ now, seed, incoming }) => {
      const learning = parameters.current();
      const place = parts.places?.of(incoming);
      const encoded = parts.encoder?.take(incoming);
      return {
        knowledge: knowledge.current(),
        now,
        seed,
        ...(learning ? { learning } : {}),
        ...(place ? { place } : {}),
        ...(encoded ? { encoded } : {}),
        ...(parts.retention ? { retention: parts.retention } : {}),
      };
    },
    ...(parts.places ? listeningBy(parts.places, knowledge) : {}),
    prepare: preparing(knowledge, parts.encoder ?? null),
    admins: parts.admins ?? [],
    ...(parts.limits ? { messages: parts.limits } : {}),
    answersOpen: (state, incoming) =>
      answersOpen(state, incoming, { knowledge: knowledge.current(), now: Date.now(), seed: '' }),
    clock: systemClock,
    random: Math.random,
    log,
  });
}

/** A long text is read ahead in pieces; a short one may be worth an encoder's second look. */
function preparing(
  knowledge: LiveKnowledge,
  encoder: LiveEncoder | null,
): NonNullable<DeliveryOptions['prepare']> {
  return async (incoming) => {
    const { kind, text, platform } = incoming;
    if (kind === 'text' && isWorthReadingAhead(text))
      await findCodesAhead(readable(text), knowledge.current(), { platform, pause: () => setImmediate() });
    else await encoder?.prepare(incoming, knowledge.current());
  };
}

/** What admins set decides what is heard, and what they change counts from the next message on. */
function listeningBy(
  places: LivePlaces,
  knowledge: LiveKnowledge,
): Pick<DeliveryOptions, 'listening' | 'noted'> {
  return {
    listening: {
      listens: places.listens,
      overhears: (incoming) =>
        incoming.channel !== undefined &&
        places.listens(incoming.channel) &&
        isCertain(incoming, { knowledge: knowledge.current(), now: 0, seed: '' }),
    },
    noted: places.note,
  };
}

/** A ticket for a platform that is not switched on goes nowhere; the others still get theirs. */
function warnOfMissing(operators: readonly Operator[], platforms: readonly Platform[], log: Log): void {
  const posting = platforms.filter(({ channelAddress }) => channelAddress !== undefined);
  for (const { platform, channel } of operators)
    if (!posting.some(({ name }) => name === platform))
      log.warn(
        { platform, channel },
        'OPERATORS names a platform that is not switched on; its tickets are not posted',
      );
}
