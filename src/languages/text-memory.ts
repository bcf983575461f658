/** What was made of a text: kept from the first time, or made anew by `make`. */
export type TextMemory<Value> = (text: string, make: () => Value) => Value;

/**
 * Remembers what was made of texts that come again. Emptied when full, so memory stays flat.
 *
 * @param most how many texts are kept, 1 and up
 * @param longest in characters; what is made of a longer text is not kept
 */
export function createTextMemory<Value extends object | string | number | boolean | null>(
  most: number,
  longest = Number.POSITIVE_INFINITY,
): TextMemory<Value> {
  const values = new Map<string, Value>();
  return (text, make) => {
    const known = values.get(text);
    if (known !== undefined) return known;
    const made = make();
    if (text.length > longest) return made;
    if (values.size >= most) values.clear();
    values.set(text, made);
    return made;
  };
}

/** The same for each owner by itself: what was made of a text belongs to the owner, and goes with it. */
export function createOwnedMemory<Owner extends WeakKey, Value extends object | string>(
  most: number,
  longest?: number,
): (owner: Owner, text: string, make: () => Value) => Value {
  const memories = new WeakMap<Owner, TextMemory<Value>>();
  return (owner, text, make) => {
    const memory = memories.get(owner) ?? createTextMemory<Value>(most, longest);
    memories.set(owner, memory);
    return memory(text, make);
  };
}
