/** Whether a reference names an id: the id itself, or with `*` at its end the beginning of ids. */
export function refersTo(reference: string, id: string): boolean {
  return reference.endsWith('*') ? id.startsWith(reference.slice(0, -1)) : reference === id;
}

/** The ids that a list of references names, in the order of `ids`. */
export function resolveReferences(references: readonly string[], ids: Iterable<string>): string[] {
  return [...ids].filter((id) => references.some((reference) => refersTo(reference, id)));
}

/** How exactly a reference names an id: a whole id outranks any wildcard, a longer wildcard a shorter one. */
export function exactness(reference: string): number {
  return reference.endsWith('*') ? reference.length - 1 : Number.POSITIVE_INFINITY;
}
