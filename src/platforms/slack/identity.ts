import type { Log } from '../../log.ts';
import type { ApiCall } from './api-call.ts';
import { platformError } from './failure.ts';
import { textOf } from './fields.ts';

/** Slack's names for a token that will not become right by waiting. */
const noToken = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_expired',
  'token_revoked',
  'no_permission',
]);
/** Milliseconds before `auth.test` is asked again. */
const againMs = 5_000;

/**
 * Learns the bot's own user id in the background, because no event may wait for it. Tries until it works, or until
 * Slack says that the token is no good.
 *
 * @returns stops trying
 */
export function learnIdentity(api: ApiCall, ownUsers: Set<string>, log: Log): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function ask(): Promise<void> {
    try {
      const { user_id, team } = await api('auth.test', {});
      ownUsers.add(textOf(user_id));
      log.info({ team: textOf(team) }, 'connected to the Slack workspace');
    } catch (error) {
      const reason = platformError(error);
      if (isStopped) return;
      if (!noToken.has(reason)) timer = setTimeout(ask, againMs).unref();
      else
        log.error(
          { reason },
          'Slack does not accept SLACK_BOT_TOKEN. Copy it anew from "OAuth & Permissions" of the app.',
        );
    }
  }

  void ask();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
