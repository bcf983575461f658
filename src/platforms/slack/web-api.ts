import { type Logger, webApi } from '@slack/bolt';
import type { ApiCall, ApiOf } from './api-call.ts';
import { createApiFetch } from './api-fetch.ts';
import { SlackRefusal } from './failure.ts';
import { fieldsOf } from './fields.ts';

/** Milliseconds of silence in a Web API call; shorter than delivery waits. */
const timeoutMs = 20_000;

/** How every client of ours talks to the Web API. Retries and pauses are delivery's: it tries once and says what happened. */
export function clientOptionsFor(apiUrl: string, logger: Logger) {
  return {
    slackApiUrl: apiUrl,
    allowAbsoluteUrls: false,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: createApiFetch(timeoutMs),
    logger,
  };
}

type ClientOptions = ReturnType<typeof clientOptionsFor>;

/** Calls with a token, or with none (null). */
export function apiWith(token: string | null, options: ClientOptions): ApiCall {
  const client = new webApi.WebClient(token ?? undefined, options);
  return async (method, fields) => fieldsOf(await client.apiCall(method, fields));
}

/** Calls of each workspace with its own token. @param tokenOf null where nobody installed us */
export function createApiOf(tokenOf: (team: string) => string | null, options: ClientOptions): ApiOf {
  const clients = new Map<string, ApiCall>();
  return (team) => {
    const token = tokenOf(team);
    if (token === null) return refused;
    const found = clients.get(token) ?? apiWith(token, options);
    clients.set(token, found);
    return found;
  };
}

async function refused(): Promise<never> {
  throw new SlackRefusal('the app is not installed in that workspace', { retryable: false });
}
