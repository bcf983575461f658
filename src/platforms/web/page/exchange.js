import { randomUuid, sendMessage } from './connection.js';
import { openEvents } from './events.js';
import { createTabs } from './tabs.js';
import { emptyTalk, loadTalk, saveTalk, takeReply } from './talk.js';

/** Milliseconds until a message that did not get through is sent again by itself; then twice as long each time. */
const firstRetryMs = 2_000;
const longestRetryMs = 20_000;
/** What passes by itself; anything else needs the person. */
const passing = ['network', 'starting'];

/**
 * The talk with the server: what is said goes out in order and until it got there, what is replied comes in once.
 * `changed` is called after every change; `language()` is the page's.
 */
export function createExchange({ changed, language }) {
  let talk = loadTalk();
  let events = null;
  /** Messages go one after the other: the first one brings the conversation that the next ones name. */
  let queue = Promise.resolve();
  let isReconnecting = false;
  /** `{ code, message }` of what there is to say about the last message; null = nothing. */
  let notice = null;
  let retryTimer = null;
  let retryMs = firstRetryMs;
  const tabs = createTabs((entry) => {
    if (talk.entries.some(({ message }) => message?.id === entry.message.id)) return;
    talk.entries.push(entry);
    update();
  });

  function update() {
    saveTalk(talk);
    changed();
  }

  function say(said, text) {
    const entry = { text, message: { ...said, id: randomUuid(), language: language() }, state: 'sending' };
    tabs.tell(entry);
    talk.entries.push(entry);
    // In the order of their saying: what did not get through goes first.
    deliverFailed();
    deliver(entry);
  }

  function deliver(entry) {
    entry.state = 'sending';
    notice = null;
    update();
    const its = talk;
    queue = queue.then(() => send(its, entry)).catch((problem) => fail(its, entry, problem));
  }

  async function send(its, entry) {
    if (its !== talk || entry.state !== 'sending') return;
    const answer = await sendMessage({ ...entry.message, conversation: talk.conversation ?? undefined });
    // Started over while this was under way.
    if (its !== talk) return;
    retryMs = firstRetryMs;
    entry.state = answer.late ? 'late' : 'sent';
    notice = answer.late ? { code: 'slow' } : null;
    if (talk.conversation !== answer.conversation) listen(answer.conversation);
    for (const reply of answer.replies) takeReply(talk, reply);
    update();
  }

  function fail(its, entry, problem) {
    if (its !== talk) return;
    if (problem.code === 'unknown_conversation' && talk.conversation !== null) return startAnew(entry);
    entry.state = 'failed';
    entry.passes = passing.includes(problem.code);
    notice = { code: problem.code, message: problem.message };
    if (entry.passes) retryLater();
    update();
  }

  function retryLater() {
    clearTimeout(retryTimer);
    retryTimer = setTimeout(deliverFailed, retryMs);
    retryMs = Math.min(retryMs * 2, longestRetryMs);
  }

  function deliverFailed() {
    for (const entry of talk.entries) if (entry.state === 'failed' && entry.passes) deliver(entry);
  }

  /** The server knows the conversation no longer; what was typed is worth a new one. A choice means nothing there. */
  function startAnew(entry) {
    forget();
    talk.entries.splice(talk.entries.indexOf(entry), 0, { note: 'newTalk' });
    if (entry.message.choice === undefined) return deliver(entry);
    entry.state = 'sent';
    update();
  }

  function forget() {
    events?.close();
    events = null;
    tabs.leave();
    talk.conversation = null;
    talk.lastEventId = '0';
    isReconnecting = false;
  }

  function listen(conversation) {
    events?.close();
    talk.conversation = conversation;
    tabs.join(conversation);
    events = openEvents(conversation, talk.lastEventId, {
      onReply(reply, lastEventId) {
        talk.lastEventId = lastEventId;
        takeReply(talk, reply);
        if (notice?.code === 'slow') notice = null;
        update();
      },
      onState(state) {
        isReconnecting = state === 'reconnecting';
        if (state === 'open') deliverFailed();
        changed();
      },
    });
  }

  addEventListener('online', deliverFailed);

  return {
    talk: () => talk,
    isReconnecting: () => isReconnecting,
    notice: () => notice,
    say,
    retry: deliver,
    tick(entry, step, isDone) {
      const others = (entry.ticked ?? []).filter((ticked) => ticked !== step);
      entry.ticked = isDone ? [...others, step] : others;
      update();
    },
    startOver() {
      clearTimeout(retryTimer);
      forget();
      notice = null;
      talk = emptyTalk();
      update();
    },
    /** Goes on where the tab was before it was reloaded. */
    resume() {
      if (talk.conversation !== null) listen(talk.conversation);
      // Nobody knows whether these arrived; by their ids they are taken once, however often they are sent.
      for (const entry of talk.entries) {
        if (entry.message && entry.state !== 'sent') deliver(entry);
      }
    },
  };
}
