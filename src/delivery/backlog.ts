/** How much is on its way: messages not yet answered and calls not yet sent, per platform. */
export interface Backlog {
  enter(platform: string): void;
  leave(platform: string): void;
  isFull(platform: string): boolean;
}

/**
 * One bound for both directions: a platform that takes no replies is soon told that we take no more messages either,
 * and the others do not notice.
 */
export function createBacklog(maximum: number): Backlog {
  const sizes = new Map<string, number>();
  const sizeOf = (platform: string) => sizes.get(platform) ?? 0;
  return {
    enter: (platform) => void sizes.set(platform, sizeOf(platform) + 1),
    leave: (platform) => void sizes.set(platform, sizeOf(platform) - 1),
    isFull: (platform) => sizeOf(platform) >= maximum,
  };
}
