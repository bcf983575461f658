import type { App } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { platformError } from './failure.ts';

/** Milliseconds before connecting again, when Bolt's own tries are at their end. */
const againMs = 5_000;

/**
 * Opens the socket in the background: a Slack that cannot be reached must not keep the web chat from starting.
 *
 * @returns closes it
 */
export function connect(app: App, log: Log): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function open(): Promise<void> {
    try {
      await app.start();
      log.info('listening to Slack over Socket Mode');
    } catch (error) {
      if (isStopped) return;
      const reason = platformError(error) || (error instanceof Error ? error.message : String(error));
      log.error(
        { reason },
        'Slack did not open a socket. Check SLACK_APP_TOKEN (scope connections:write) and that Socket Mode is on.',
      );
      timer = setTimeout(open, againMs).unref();
    }
  }

  void open();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await app.stop();
  };
}
