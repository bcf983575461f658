import type { Candidate, Place, Reading } from './candidate.ts';
import { isSpace } from './characters.ts';
import { isKeyRole, type KeyRole, type Role } from './code-words.ts';

const nearDistance = 40;
/** How far a code word reaches over separators: `error code  =  "` and the like. */
const keyReach = 8;
const afterReach = 2;
const mostGuardedDigits = 6;
const mostClauseDigits = 3;

const strength: Readonly<Record<Role, number>> = {
  code: 3,
  error: 2,
  hint: 1,
  link: 0,
  guard: 0,
  qualifier: 0,
  unit: 0,
};

/** A word with a role speaks for the number after it, the one before it, or the neighbourhood. */
export function hear(reading: Reading, role: Role | undefined, place: Place): void {
  const before = reaches(reading, place.start) ? reading.armed?.role : undefined;
  if (role === 'code' && before === 'qualifier') reading.armed = { role: 'guard', end: place.end };
  else if (isKeyRole(role)) hearKey(reading, role, place);
  else if (role === 'link' && before !== undefined) reading.armed = { role: before, end: place.end };
  else if (role === 'guard' || role === 'qualifier') reading.armed = { role, end: place.end };
  else reading.armed = undefined;
  if (role === 'unit') dropQuantityBefore(reading, place.start);
}

/** In "error code" the later word is the stronger one, in "code error" the earlier: the stronger rules. */
function hearKey(reading: Reading, role: KeyRole, place: Place): void {
  const before = reaches(reading, place.start) ? reading.armed?.role : undefined;
  markBefore(reading, role, place.start);
  reading.lastKeyEnd = place.end;
  const stronger = isKeyRole(before) && strength[before] > strength[role] ? before : role;
  reading.armed = { role: stronger, end: place.end };
}

/** Whether the word that speaks for or against a number speaks for one that begins at `start`. */
export function reaches(reading: Reading, start: number): boolean {
  return reading.armed !== undefined && start - reading.armed.end <= keyReach;
}

/** `1053错误`: the number directly before the word is keyed by it, and everything shortly before is near it. */
function markBefore(reading: Reading, role: KeyRole, start: number): void {
  for (let index = reading.candidates.length - 1; index >= 0; index -= 1) {
    const candidate = reading.candidates[index];
    if (candidate === undefined || start - candidate.end > nearDistance) return;
    candidate.near = true;
    if (start - candidate.end > afterReach || saysNothing(reading.text, { candidate, role, start })) continue;
    candidate.key ??= role;
    // "QQ 10001 错误": short enough for a code, and the word behind it says so.
    if (candidate.text.length <= mostGuardedDigits) candidate.guarded = false;
  }
}

interface Behind {
  readonly candidate: Candidate;
  readonly role: KeyRole;
  readonly start: number;
}

/** "Doors open at 8, code is …", "2 failed": a word behind a comma or a bracket, or a weak one, says nothing about a short number. */
function saysNothing(text: string, { candidate, role, start }: Behind): boolean {
  const { length } = candidate.text;
  if (role === 'hint' && length < mostClauseDigits) return true;
  return length <= mostClauseDigits && /[,;.!?([]/.test(text.slice(candidate.end, start));
}

function dropQuantityBefore(reading: Reading, start: number): void {
  const last = reading.candidates.at(-1);
  if (last?.shape !== 'integer' || start - last.end > 1) return;
  if (start === last.end || isSpace(reading.text.charCodeAt(last.end))) last.dropped = true;
}

/** The word directly before `start` that speaks for a code. */
export function keyAt(reading: Reading, start: number): KeyRole | undefined {
  const role = reaches(reading, start) ? reading.armed?.role : undefined;
  return isKeyRole(role) ? role : undefined;
}

/** Whether a word that speaks for a code stands within 40 characters before `start`. */
export function isNear(reading: Reading, start: number): boolean {
  return start - reading.lastKeyEnd <= nearDistance;
}
