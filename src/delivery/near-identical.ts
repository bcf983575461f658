/** Beyond this many characters two messages are told apart well enough. */
const longest = 300;

/** What two messages are compared by: pairs of letters; numbers, case, spaces and signs do not count. */
export type Trace = ReadonlySet<string>;

/** The trace of a message. */
export function traceOf(words: string): Trace {
  const folded = words
    .slice(0, longest * 4)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+/g, '0')
    .replace(/[\p{P}\p{S}\s]+/gu, '')
    .slice(0, longest);
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < folded.length; at += 1) pairs.add(folded.slice(at, at + 2));
  if (folded.length === 1) pairs.add(folded);
  return pairs;
}

/** How much two messages have in common: 0 nothing, 1 the same (Dice's coefficient). Two empty ones are the same. */
export function likeness(one: Trace, other: Trace): number {
  if (one.size + other.size === 0) return 1;
  return (2 * shared(one, other)) / (one.size + other.size);
}

/** How much of `part` stands in `whole`: 0 nothing, 1 all of it. */
export function contained(part: Trace, whole: Trace): number {
  return part.size === 0 ? 0 : shared(part, whole) / part.size;
}

function shared(one: Trace, other: Trace): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let count = 0;
  for (const pair of small) if (large.has(pair)) count += 1;
  return count;
}
