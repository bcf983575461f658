/** Whose piece of work it is; calls to a platform are nobody's. */
interface Whose {
  readonly platform: string;
  readonly person?: string;
}

/** How much is on its way: messages not yet answered and calls not yet sent, per platform. */
export interface Backlog {
  enter(whose: Whose): void;
  leave(whose: Whose): void;
  isFull(whose: Whose): boolean;
}

/** The part of a platform's backlog that one person can take: the rest is for everybody else. */
const personShare = 0.1;
/** A person may always have this much waiting. */
const leastForPerson = 100;

/**
 * One bound for both directions: a platform that takes no replies is soon told that we take no more messages either,
 * and the others do not notice.
 */
export function createBacklog(maximum: number): Backlog {
  const sizes = new Map<string, number>();
  const most = Math.max(leastForPerson, Math.ceil(maximum * personShare));

  function change(name: string, by: number): void {
    const size = (sizes.get(name) ?? 0) + by;
    if (size > 0) sizes.set(name, size);
    else sizes.delete(name);
  }

  function changeBoth({ platform, person }: Whose, by: number): void {
    change(platform, by);
    if (person !== undefined) change(nameOf(platform, person), by);
  }

  return {
    enter: (whose) => changeBoth(whose, 1),
    leave: (whose) => changeBoth(whose, -1),
    isFull: ({ platform, person = '' }) =>
      (sizes.get(platform) ?? 0) >= maximum || (sizes.get(nameOf(platform, person)) ?? 0) >= most,
  };
}

function nameOf(platform: string, person: string): string {
  return `${platform} ${person}`;
}
