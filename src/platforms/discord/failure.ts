import { DiscordAPIError, RateLimitError } from 'discord.js';
import type { SendFailure } from '../../message.ts';

/** A request that Discord surely did not carry out. */
class Refused extends Error implements SendFailure {
  override readonly name = 'Refused';
  readonly retryable: boolean;
  readonly retryAfterMs?: number;

  constructor(message: string, { retryable, retryAfterMs }: SendFailure) {
    super(message);
    this.retryable = retryable;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }
}

/** Milliseconds; a token that Discord no longer takes is mended by a person. */
const tokenPauseMs = 60_000;

/**
 * What a failed request means for the outbox. What Discord refused did not happen; whatever else went wrong (no answer,
 * 5xx) may have happened, and is passed on as it is so that the outbox asks.
 */
export function failureOf(error: unknown): unknown {
  if (error instanceof RateLimitError) {
    const retryAfterMs = Math.max(error.retryAfter, error.timeToReset);
    return new Refused(`Discord asks to wait ${retryAfterMs} ms.`, { retryable: true, retryAfterMs });
  }
  if (!(error instanceof DiscordAPIError)) return error;
  if (error.status === 401)
    return new Refused('Discord does not take the token. Set DISCORD_TOKEN to a new one.', {
      retryable: true,
      retryAfterMs: tokenPauseMs,
    });
  return new Refused(`Discord refused it: ${error.message} (${error.code}).`, { retryable: false });
}

/** There is no way left on which this could be sent. */
export function noWay(): Error {
  return new Refused('The interaction ended and the bot may not write in its channel.', { retryable: false });
}

/** Whether Discord said that the body of the request is wrong. */
export function isBadBody(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 400;
}

/** Unknown interaction, webhook, message or token: the interaction cannot be answered (any more). */
export function isInteractionGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && [10_008, 10_015, 10_062, 50_027].includes(Number(error.code));
}

/** A thread was opened from this message before. */
export function hasThreadAlready(error: unknown): boolean {
  return error instanceof DiscordAPIError && Number(error.code) === 160_004;
}

/** The message is not there (any more). */
export function isUnknownMessage(error: unknown): boolean {
  return error instanceof DiscordAPIError && Number(error.code) === 10_008;
}

/** The bot has not the permission. */
export function isForbidden(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 403;
}
