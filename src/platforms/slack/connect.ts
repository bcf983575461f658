import type { Log } from '../../log.ts';
import { platformError } from './failure.ts';

/** What is needed of Slack's Socket Mode client, made with `autoReconnectEnabled: false`. */
export interface SocketClient {
  start(): Promise<unknown>;
  disconnect(): Promise<unknown>;
  on(event: 'disconnected', listener: () => void): unknown;
}

/** Milliseconds before the first try to connect again, doubled with each failure. */
const firstPauseMs = 100;
const longestPauseMs = 30_000;

/**
 * Keeps a socket open in the background: a Slack that cannot be reached must not keep the web chat from starting. The
 * client's own reconnecting is not used, because a network error during it is a rejection that nobody can catch.
 *
 * @returns closes it
 */
export function connect(client: SocketClient, log: Log): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let isStopped = false;

  function openLater(): void {
    if (isStopped || timer) return;
    timer = setTimeout(open, Math.min(longestPauseMs, firstPauseMs * 2 ** failures)).unref();
    failures += 1;
  }

  async function open(): Promise<void> {
    timer = undefined;
    try {
      await client.start();
      failures = 0;
      log.info('listening to Slack over Socket Mode');
    } catch (error) {
      if (isStopped) return;
      const reason = platformError(error) || (error instanceof Error ? error.message : String(error));
      log.error(
        { reason },
        'Slack did not open a socket. Check SLACK_APP_TOKEN (scope connections:write) and that Socket Mode is on.',
      );
      openLater();
    }
  }

  client.on('disconnected', openLater);
  void open();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    void client.disconnect().catch(() => {});
  };
}
