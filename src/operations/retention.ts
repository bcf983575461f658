/** Days after which something goes by itself. */
export interface RetentionDays {
  /** What was said: talks, replies, tickets, words that nothing was known about. */
  readonly talks: number;
  /** The record of what happened: the audit's contents, and how often codes were named. */
  readonly log: number;
  /** What talks taught, without words. */
  readonly learning: number;
}

/** Epoch milliseconds: whatever is older goes. */
export interface Cutoffs {
  readonly talks: number;
  /** Keys of events, by which a late retry is known. */
  readonly keys: number;
  readonly log: number;
  readonly learning: number;
}

/** How many of each went, or would go. */
export interface Swept {
  readonly talks: number;
  readonly messages: number;
  readonly replies: number;
  readonly calls: number;
  readonly notes: number;
  readonly records: number;
  readonly lessons: number;
}

/** What retention needs from a database. */
export interface RetentionStore {
  /** Takes away a bounded piece of what is older; all zeros when nothing is left. */
  sweep(cutoffs: Cutoffs): Promise<Swept>;
  /** The same, counted and left. */
  due(cutoffs: Cutoffs): Promise<Swept>;
  /** Takes what was deleted out of the files too; false while a reader needs them as they are. */
  wipe(): Promise<boolean>;
}

const noneSwept: Swept = {
  talks: 0,
  messages: 0,
  replies: 0,
  calls: 0,
  notes: 0,
  records: 0,
  lessons: 0,
};

const dayMs = 24 * 60 * 60 * 1_000;
/** Days. Slack repeats an event for hours and Discord is read back a day; both well below. */
const keptKeysDays = 7;

/** What is too old at `now` (epoch milliseconds). */
export function cutoffsAt(now: number, days: RetentionDays): Cutoffs {
  return {
    talks: now - days.talks * dayMs,
    keys: now - Math.max(days.talks, keptKeysDays) * dayMs,
    log: now - days.log * dayMs,
    learning: now - days.learning * dayMs,
  };
}

/** Takes away everything that came to its end, a piece at a time so that talks go on meanwhile, and empties the files of it. */
export async function sweepAll(
  store: RetentionStore,
  cutoffs: Cutoffs,
  pause: () => Promise<void>,
): Promise<Swept> {
  let all = noneSwept;
  for (let swept = await store.sweep(cutoffs); total(swept) > 0; swept = await store.sweep(cutoffs)) {
    all = sum(all, swept);
    await pause();
  }
  if (total(all) > 0) await store.wipe();
  return all;
}

/** How many rows that is. */
export function total(swept: Swept): number {
  return Object.values(swept).reduce((rows: number, count: number) => rows + count, 0);
}

function sum(one: Swept, other: Swept): Swept {
  const names = Object.keys(noneSwept) as (keyof Swept)[];
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as unknown as Swept;
}
