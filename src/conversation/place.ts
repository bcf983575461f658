import type { LanguageCode } from '../message.ts';

/** What admins set for a channel or a thread. A thread follows its channel in all that it has no setting of its own for. */
export interface Place {
  /** The bot reads along and answers what holds a code that is certain. */
  readonly listening?: boolean;
  /** Only these packs are used; absent or null = all. */
  readonly packs?: readonly string[] | null;
  /** The bot's language there; absent or null = the asker's. */
  readonly language?: LanguageCode | null;
  /** A person has taken over: the bot says nothing. */
  readonly takenOver?: boolean;
  /** Epoch milliseconds at which the talks there were marked as solved. */
  readonly solvedAt?: number;
}

/** What a step changes of a place; what is absent stays. */
export type PlaceChange = Place;

/** A place after a change. */
export function changedPlace(before: Place, change: PlaceChange): Place {
  return { ...before, ...change };
}

/** What counts in a thread of a channel: the channel's settings, and of the thread that somebody took over or solved. */
export function placeWithin(channel: Place | undefined, thread: Place | undefined): Place {
  const { takenOver, solvedAt } = thread ?? {};
  return {
    ...channel,
    ...(takenOver === undefined ? {} : { takenOver }),
    ...(solvedAt === undefined ? {} : { solvedAt }),
  };
}
