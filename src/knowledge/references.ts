/**
 * The ids that a reference means: itself, or with `*` at its end every id that begins with what stands before.
 * @returns [] when it means nothing.
 */
export function resolveReference(reference: string, ids: Iterable<string>): string[] {
  const beginning = reference.endsWith('*') ? reference.slice(0, -1) : undefined;
  return [...ids].filter((id) => (beginning === undefined ? id === reference : id.startsWith(beginning)));
}

/** How exactly a reference names an id: a whole id outranks any wildcard, a longer wildcard a shorter one. */
export function exactness(reference: string): number {
  return reference.endsWith('*') ? reference.length - 1 : Number.POSITIVE_INFINITY;
}
