import type { SendFailure } from '../../message.ts';
import { fieldsOf, textOf } from './fields.ts';

/** Slack's names for trouble of its own, after which nobody knows whether the message arrived. */
const uncertain = new Set(['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout']);
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** A refusal of Slack, with what follows from it. */
export class SlackRefusal extends Error implements SendFailure {
  override readonly name = 'SlackRefusal';
  readonly retryable: boolean;
  readonly retryAfterMs?: number;

  constructor(reason: string, failure: SendFailure) {
    super(`Slack refused it: ${reason}.`);
    this.retryable = failure.retryable;
    if (failure.retryAfterMs !== undefined) this.retryAfterMs = failure.retryAfterMs;
  }
}

/** Slack's name for what is wrong (such as `channel_not_found`); '' when the trouble is another one. */
export function platformError(error: unknown): string {
  return textOf(fieldsOf(fieldsOf(error).data).error);
}

/** Whether Slack does not know the method at all, or does not let us use it: asking again is pointless. */
export function isUnavailable(error: unknown): boolean {
  const { statusCode } = fieldsOf(error);
  return (
    statusCode === 404 ||
    ['unknown_method', 'missing_scope', 'not_allowed_token_type', 'invalid_auth'].includes(
      platformError(error),
    )
  );
}

/**
 * What to throw from `send` for an error of the Web API client: a refusal where Slack surely kept nothing, the error
 * itself where nobody can tell (then delivery asks `reconcile` before it sends again).
 */
export function sendProblem(error: unknown): unknown {
  const { retryAfter, statusCode, original } = fieldsOf(error);
  if (typeof retryAfter === 'number')
    return new SlackRefusal('too many requests', { retryable: true, retryAfterMs: retryAfter * 1_000 });
  const name = platformError(error);
  if (name === 'ratelimited' || name === 'rate_limited')
    return new SlackRefusal(name, { retryable: true, retryAfterMs: 1_000 });
  if (name !== '') return uncertain.has(name) ? error : new SlackRefusal(name, { retryable: false });
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return new SlackRefusal(`HTTP ${statusCode}`, { retryable: false });
  const code = textOf(fieldsOf(original).code);
  return neverLeft.has(code) ? new SlackRefusal(code, { retryable: true }) : error;
}
