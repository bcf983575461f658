/** The newest different things, the last added last. */
export interface Newest {
  add(thing: string): void;
  all(): readonly string[];
}

/** @param most how many are remembered */
export function createNewest(most: number): Newest {
  const things = new Set<string>();
  return {
    add(thing) {
      things.delete(thing);
      things.add(thing);
      const [oldest] = things;
      if (things.size > most && oldest !== undefined) things.delete(oldest);
    },
    all: () => [...things],
  };
}
