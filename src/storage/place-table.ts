import { changedPlace, type Place, type PlaceChange } from '../conversation/place.ts';
import type { StoredPlace } from '../operations/places.ts';
import type { Prepare } from './statements.ts';

export interface PlaceTable {
  change(id: string, change: PlaceChange): void;
  list(): readonly StoredPlace[];
}

/** What admins set for channels and threads. */
export function createPlaceTable(prepare: Prepare): PlaceTable {
  const select = prepare<[string], { settings: string }>('SELECT settings FROM place WHERE id = ?');
  const save = prepare<[string, string]>(
    'INSERT INTO place (id, settings) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET settings = excluded.settings',
  );
  const all = prepare<[], { id: string; settings: string }>('SELECT id, settings FROM place ORDER BY id');
  return {
    change(id, change) {
      const before = select.get(id);
      save.run(id, JSON.stringify(changedPlace(before ? placeOf(before) : {}, change)));
    },
    list: () => all.all().map((row) => ({ id: row.id, place: placeOf(row) })),
  };
}

function placeOf({ settings }: { readonly settings: string }): Place {
  // Written by `change` from a Place.
  return JSON.parse(settings) as Place;
}
