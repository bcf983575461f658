export interface Lanes<Item> {
  /** Puts `item` at the end of its lane; its work begins at once where the lane is empty. */
  add(item: Item): void;
  /** Begins nothing new; resolves when everything in work is finished. What waits is dropped. */
  stop(): Promise<void>;
}

export interface LanesOptions<Item> {
  readonly laneOf: (item: Item) => string;
  /** Must not reject: there is nobody left to tell. */
  readonly work: (item: Item) => Promise<void>;
  /** The item is finished or was dropped by `stop`. */
  readonly done: (item: Item) => void;
}

/** Work in order within a lane, one item at a time; different lanes go on side by side. */
export function createLanes<Item>({ laneOf, work, done }: LanesOptions<Item>): Lanes<Item> {
  /** The first of each queue is in work. */
  const queues = new Map<string, Item[]>();
  const running = new Set<Promise<void>>();
  let stopped = false;

  async function run(lane: string, queue: Item[]): Promise<void> {
    for (let item = queue[0]; item !== undefined && !stopped; item = queue[0]) {
      await work(item);
      done(item);
      queue.shift();
    }
    queues.delete(lane);
    queue.forEach(done);
  }

  function open(lane: string, item: Item): void {
    const queue = [item];
    queues.set(lane, queue);
    const run1 = run(lane, queue).finally(() => running.delete(run1));
    running.add(run1);
  }

  return {
    add(item) {
      const lane = laneOf(item);
      const queue = queues.get(lane);
      if (stopped) done(item);
      else if (queue) queue.push(item);
      else open(lane, item);
    },
    async stop() {
      stopped = true;
      await Promise.all(running);
    },
  };
}
