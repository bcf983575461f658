import { suspects } from '../../diagnosis/decide.ts';
import { evidenceOf, placeOf } from '../talk.ts';
import type { Turn } from '../turn.ts';

/** With a share of belief below this a cause is not what anybody would bet on. */
const likelyShare = 0.05;

/** How many causes are still likely, at least 1; undefined before a problem is known. An answer may also bring some back. */
export function causesLeft(turn: Turn): number | undefined {
  const place = placeOf(turn.talk, turn.world.knowledge);
  if (!place) return undefined;
  const evidence = evidenceOf(turn.talk, place.problem);
  const likely = suspects(place.pack, place.problem, evidence).filter(({ share }) => share >= likelyShare);
  return Math.max(1, likely.length);
}
