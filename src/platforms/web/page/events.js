/** Milliseconds until the first try after a lost connection; then twice as long each time, up to the longest. */
const firstPauseMs = 1_000;
const longestPauseMs = 15_000;
/** Milliseconds without a sign of life (the server gives one every 15 s) after which a connection counts as dead. */
const longestQuietMs = 40_000;
/**
 * Milliseconds in the background after which a tab lets go of its connection: browsers give all tabs of a site six
 * together, and a seventh tab could not even send.
 */
const restAfterMs = 30_000;
/** Milliseconds between two looks at the clock, which goes on while a computer sleeps. */
const lookMs = 5_000;

/**
 * The replies of a conversation as they come, resumed after whatever was read last. Not an EventSource: that one gives
 * up for good when a proxy answers with an error, and takes a connection for alive that died while the computer slept.
 * `onState` hears `open`, `reconnecting` and `gone` (the server does not know the conversation). `close()` ends it.
 */
export function openEvents(conversation, lastEventId, { onReply, onState }) {
  const url = `/api/v1/conversations/${conversation}/events`;
  let last = lastEventId;
  let lastLife = Date.now();
  let isClosed = false;
  let connection = new AbortController();
  let endPause = () => {};
  let isResting = false;
  let restTimer = null;

  async function run() {
    let pauseMs = firstPauseMs;
    while (!isClosed) {
      const outcome = await read(() => {
        pauseMs = firstPauseMs;
        onState('open');
      });
      if (isClosed) return;
      if (outcome === 'gone') {
        onState(outcome);
        return close();
      }
      if (isResting) await untilSeen();
      else {
        onState(outcome);
        await pause(pauseMs);
      }
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }

  async function read(opened) {
    connection = new AbortController();
    try {
      const response = await fetch(url, {
        headers: { accept: 'text/event-stream', 'last-event-id': last },
        signal: connection.signal,
        cache: 'no-store',
      });
      if (response.status === 404) return 'gone';
      if (!response.ok) return 'reconnecting';
      lastLife = Date.now();
      opened();
      await readAll(response.body.pipeThrough(new TextDecoderStream()).getReader());
    } catch {
      // Cut off, by the network or by ourselves.
    }
    return 'reconnecting';
  }

  async function readAll(reader) {
    let rest = '';
    while (true) {
      const { done, value } = await reader.read();
      if (done || isClosed) return;
      lastLife = Date.now();
      const blocks = (rest + value).split('\n\n');
      rest = blocks.pop();
      for (const block of blocks) take(block);
    }
  }

  function take(block) {
    const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2)));
    if (!fields.has('data')) return;
    last = fields.get('id') ?? last;
    onReply(JSON.parse(fields.get('data')), last);
  }

  function pause(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function untilSeen() {
    return new Promise((resolve) => {
      endPause = resolve;
    });
  }

  /** A new connection at once, when the old one may be dead. */
  function renew(quietMs) {
    if (Date.now() - lastLife > quietMs) connection.abort();
    endPause();
  }

  const cut = () => connection.abort();
  const comeBack = () => renew(0);
  const appear = () => {
    clearTimeout(restTimer);
    if (document.visibilityState === 'visible') {
      isResting = false;
      renew(longestQuietMs / 2);
    } else restTimer = setTimeout(rest, restAfterMs);
  };
  const rest = () => {
    isResting = true;
    connection.abort();
  };
  addEventListener('offline', cut);
  addEventListener('online', comeBack);
  document.addEventListener('visibilitychange', appear);
  const look = setInterval(() => {
    if (Date.now() - lastLife > longestQuietMs) connection.abort();
  }, lookMs);

  function close() {
    isClosed = true;
    clearInterval(look);
    clearTimeout(restTimer);
    removeEventListener('offline', cut);
    removeEventListener('online', comeBack);
    document.removeEventListener('visibilitychange', appear);
    connection.abort();
    endPause();
  }

  void run();
  return { close };
}
