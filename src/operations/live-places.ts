import { changedPlace, type Place, placeWithin } from '../conversation/place.ts';
import type { Effect } from '../conversation/state.ts';
import type { Incoming } from '../message.ts';
import type { PlaceStore } from './places.ts';

/** What is set for channels and threads, at hand for every message. There are as many as admins ever touched. */
export interface LivePlaces {
  /** What counts where a message was said. */
  of(incoming: Pick<Incoming, 'channel' | 'thread' | 'conversation'>): Place | undefined;
  /** Whether the bot reads along in a channel. */
  listens(channel: string): boolean;
  /** Takes over what a step changed, once that is durable. */
  note(effects: readonly Effect[]): void;
}

/** Loads every place of the store. */
export async function livePlaces(store: PlaceStore): Promise<LivePlaces> {
  const places = new Map((await store.list()).map(({ id, place }) => [id, place]));
  return {
    of({ channel, thread, conversation }) {
      const around = channel === undefined ? undefined : places.get(channel);
      const within = places.get(thread ?? conversation);
      return around || within ? placeWithin(around, within) : undefined;
    },
    listens: (channel) => places.get(channel)?.listening === true,
    note(effects) {
      for (const effect of effects)
        if (effect.kind === 'place')
          places.set(effect.id, changedPlace(places.get(effect.id) ?? {}, effect.change));
    },
  };
}
