import { type APIMessage, DiscordAPIError, RateLimitError } from 'discord.js';
import type { Api } from './api.ts';

export interface ReadBackParts {
  readonly api: Pick<Api, 'recent'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Waits so many milliseconds. @throws when the bot is stopped meanwhile */
  readonly pause: (ms: number) => Promise<unknown>;
}

/**
 * The messages of a channel, newest first: at least the newest 100, and further back to `since` (the id of a message,
 * or of anything as old), but not beyond a day or 1,000 messages.
 */
export type ReadBack = (channel: string, since: string | undefined) => Promise<readonly APIMessage[]>;

/** As far back as the inbox surely remembers what it has seen. */
const windowMs = 24 * 60 * 60_000;
const mostPages = 10;
const mostTries = 5;
/** Milliseconds before a request that was not answered is made again, for each time it was made. */
const pauseMs = 1_000;

/** Reading takes as long as Discord asks it to take: nobody waits for it, and what is not read is lost. */
export function createReadBack({ api, now, pause }: ReadBackParts): ReadBack {
  async function page(channel: string, before: string | undefined): Promise<readonly APIMessage[]> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await api.recent(channel, before);
      } catch (error) {
        if (tries >= mostTries || isRefused(error)) throw error;
        await pause(waitAfter(error) ?? pauseMs * tries);
      }
    }
  }

  return async (channel, since) => {
    const found: APIMessage[] = [];
    for (let pages = 0; pages < mostPages; pages += 1) {
      const messages = await page(channel, found.at(-1)?.id);
      found.push(...messages);
      const oldest = messages.at(-1);
      if (!oldest || since === undefined || byId(oldest.id, since) <= 0) break;
      if (now() - Date.parse(oldest.timestamp) > windowMs) break;
    }
    return found.filter(({ timestamp }) => now() - Date.parse(timestamp) <= windowMs);
  };
}

/** What Discord will not give, however often it is asked. */
function isRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status < 500;
}

/** Milliseconds that Discord asks to wait. */
function waitAfter(error: unknown): number | undefined {
  return error instanceof RateLimitError ? Math.max(error.retryAfter, error.timeToReset) : undefined;
}

/** Compares ids, which grow with time; as numbers they are too big. */
export function byId(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}
