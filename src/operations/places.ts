import type { Place } from '../conversation/place.ts';

export interface StoredPlace {
  /** A channel's or thread's keyed hash. */
  readonly id: string;
  readonly place: Place;
}

/** What is set for channels and threads, as a database keeps it. A change is written with the step that made it. */
export interface PlaceStore {
  /** Every place where anything was ever set. */
  list(): Promise<readonly StoredPlace[]>;
}
