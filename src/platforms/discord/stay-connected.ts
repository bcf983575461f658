import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { Gateway } from './gateway.ts';

export interface StayConnectedParts {
  /** A new gateway that is not connected yet. */
  readonly open: () => Gateway;
  readonly log: Log;
  /** Ends the trying. */
  readonly signal: AbortSignal;
}

const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

/** What only a person can mend, by discord.js's code or by how the gateway closed (4004, 4014). */
const mends: readonly { readonly sign: RegExp; readonly sentence: string }[] = [
  {
    sign: /TokenInvalid|invalid token|authentication failed|4004|401/i,
    sentence:
      'Discord does not take DISCORD_TOKEN. Make a new one (Developer Portal, Bot, Reset Token), set it and start again.',
  },
  {
    sign: /DisallowedIntents|disallowed intents|4014/i,
    sentence:
      'The Message Content Intent is not switched on. Do that (Developer Portal, Bot, Privileged Gateway Intents), or set DISCORD_MESSAGE_CONTENT=false, and start again.',
  },
];

/**
 * Opens the first session, trying again while Discord cannot be reached; everything after that is discord.js's work.
 * Settles when it is open, or when only a person can help: that is logged, and the other platforms go on.
 */
export async function stayConnected({ open, log, signal }: StayConnectedParts): Promise<void> {
  for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    const gateway = open();
    try {
      return await gateway.connect();
    } catch (error) {
      await gateway.close();
      if (signal.aborted) return;
      const mend = mends.find(({ sign }) => sign.test(String(error)));
      if (mend) return log.error({ reason: String(error) }, mend.sentence);
      log.warn({ reason: String(error), againAfterMs: pauseMs }, 'Discord cannot be reached');
      await pause(pauseMs, undefined, { signal }).catch(() => {});
    }
  }
}
