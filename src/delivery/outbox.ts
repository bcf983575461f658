import { createAttempts } from './attempt.ts';
import type { Backlog } from './backlog.ts';
import { createLanes } from './lanes.ts';
import { lineOf } from './outbox-call.ts';
import { createSender, type SenderParts } from './sender.ts';
import type { OutboxCall } from './store.ts';

export interface OutboxParts extends Omit<SenderParts, 'attempts'> {
  readonly limits: SenderParts['limits'] & { readonly sendTimeoutMs: number };
  readonly backlog: Backlog;
}

export interface Outbox {
  /** Sends a call after those before it in its conversation. */
  add(call: OutboxCall): void;
  /** Finishes what is under way; the rest stays in the database. */
  stop(): Promise<void>;
}

/** Calls on their way to a platform: in order per conversation, conversations side by side. */
export function createOutbox(parts: OutboxParts): Outbox {
  const { platforms, backlog, clock, log } = parts;
  const attempts = createAttempts({ clock, timeoutMs: parts.limits.sendTimeoutMs });
  const sender = createSender({ ...parts, attempts });
  const lanes = createLanes<OutboxCall>({
    laneOf: lineOf,
    work: sender.send,
    done: ({ platform }) => backlog.leave({ platform }),
  });

  return {
    add(call) {
      if (platforms.has(call.platform)) {
        backlog.enter({ platform: call.platform });
        lanes.add(call);
      } else
        log.warn(
          { call: call.id, platform: call.platform },
          'A call waits for a platform that is not running.',
        );
    },
    async stop() {
      await lanes.stop();
      await sender.flush();
    },
  };
}
