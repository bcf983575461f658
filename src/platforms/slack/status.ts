import { createAllowance } from './allowance.ts';
import type { ApiOf } from './api-call.ts';
import { atMost } from './at-most.ts';
import { isUnavailable } from './failure.ts';

interface ThreadOfTalk {
  readonly team: string;
  readonly channel: string;
  readonly thread: string;
}

export interface Statuses {
  /** Shows under the thread that the bot is at work. Slack takes it away with the next message. */
  show(where: ThreadOfTalk, status: string): void;
  /** Resolves when no status of this thread is on its way any more, so that none can arrive after the reply. */
  settled(where: Pick<ThreadOfTalk, 'channel' | 'thread'>): Promise<void>;
}

/** Under more than this, people see their replies before they could see a status. */
const showing = { most: 20, perSecond: 5 };
/** Milliseconds that a reply waits for a status on its way. */
const patienceMs = 300;

/** "is looking into it…" beside the bot's name, wherever Slack has such a thing; never more than a courtesy. */
export function createStatuses(apiOf: ApiOf, now: () => number): Statuses {
  const mayShow = createAllowance({ ...showing, now });
  const underWay = new Map<string, Promise<unknown>>();
  /** Workspaces that do not have it. */
  const without = new Set<string>();

  return {
    show({ team, channel, thread }, status) {
      if (without.has(team) || !mayShow()) return;
      const key = `${channel}:${thread}`;
      const shown = apiOf(team)('assistant.threads.setStatus', {
        channel_id: channel,
        thread_ts: thread,
        status,
      })
        .catch((error) => {
          if (isUnavailable(error)) without.add(team);
        })
        .finally(() => underWay.delete(key));
      underWay.set(key, shown);
    },
    async settled({ channel, thread }) {
      const shown = underWay.get(`${channel}:${thread}`);
      if (!shown) return;
      await atMost(shown, patienceMs);
    },
  };
}
