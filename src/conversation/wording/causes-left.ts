import { suspects } from '../../diagnosis/decide.ts';
import { evidenceOf, placeOf } from '../talk.ts';
import type { Turn } from '../turn.ts';

/** Whoever names that many causes is right nine times out of ten. */
const together = 0.9;

/** How many causes are still likely, at least 1; undefined before a problem is known. */
export function causesLeft(turn: Turn): number | undefined {
  const place = placeOf(turn.talk, turn.world.knowledge);
  if (!place) return undefined;
  const shares = suspects(place.pack, place.problem, evidenceOf(turn.talk, place.problem)).map(
    ({ share }) => share,
  );
  let missing = together * shares.reduce((sum, share) => sum + share, 0);
  let count = 0;
  while (missing > 0 && count < shares.length) {
    missing -= shares[count] as number;
    count += 1;
  }
  return Math.max(1, count);
}
