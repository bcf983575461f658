import { atMost } from './at-most.ts';
import { isUnavailable } from './failure.ts';

interface ThreadOfTalk {
  readonly channel: string;
  readonly thread: string;
}

export interface Statuses {
  /** Shows under the thread that the bot is at work. Slack takes it away with the next message. */
  show(where: ThreadOfTalk, status: string): void;
  /** Resolves when no status of this thread is on its way any more, so that none can arrive after the reply. */
  settled(where: ThreadOfTalk): Promise<void>;
}

/** More at once than this, and people see their replies before they could see a status. */
const mostAtOnce = 8;
/** Milliseconds that a reply waits for a status on its way. */
const patienceMs = 300;

/** "is looking into it…" beside the bot's name, wherever Slack has such a thing; never more than a courtesy. */
export function createStatuses(
  call: (method: string, fields: Record<string, unknown>) => Promise<unknown>,
): Statuses {
  const underWay = new Map<string, Promise<unknown>>();
  let isOff = false;

  return {
    show({ channel, thread }, status) {
      if (isOff || underWay.size >= mostAtOnce) return;
      const key = `${channel}:${thread}`;
      const shown = call('assistant.threads.setStatus', { channel_id: channel, thread_ts: thread, status })
        .catch((error) => {
          isOff ||= isUnavailable(error);
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
