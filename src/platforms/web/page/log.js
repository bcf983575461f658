import { repeat } from './lit/directives/repeat.js';
import { html, nothing } from './lit/lit-html.js';
import { replyView } from './reply.js';
import { openReply, pressedChoices } from './talk.js';

/**
 * The whole log of a talk.
 *
 * `page` is `{ words, exchange, say, press, copies, copy }`; `copies(key)` says what became of copying that command.
 */
export function logView(talk, page) {
  const open = openReply(talk);
  const pressed = pressedChoices(talk);
  return repeat(talk.entries, keyOf, (entry) => {
    if (entry.note !== undefined) return html`<p class="remark">${page.words[entry.note]}</p>`;
    if (entry.reply === undefined) return mineView(entry, page);
    return replyView(entry.reply, viewOf(entry, { ...page, pressed, isOpen: entry.reply === open }));
  });
}

function keyOf(entry, index) {
  return entry.reply?.id ?? entry.message?.id ?? `${entry.note} ${index}`;
}

function viewOf(entry, { exchange, copies, copy, ...page }) {
  const keyOfStep = (step) => `${entry.reply.id} ${step}`;
  return {
    ...page,
    ticked: entry.ticked ?? [],
    tick: (step, isDone) => exchange.tick(entry, step, isDone),
    copies: (step) => copies(keyOfStep(step)),
    copy: (step, code) => copy(keyOfStep(step), code),
  };
}

function mineView(entry, { words, exchange }) {
  const isFailed = entry.state === 'failed';
  return html`<div class=${isFailed ? 'mine failed' : 'mine'}>
      <span class="unseen">${words.you}: </span><p dir="auto">${entry.text}</p>
    </div>
    ${isFailed ? html`<button type="button" class="retry" @click=${() => exchange.retry(entry)}>${words.retry}</button>` : nothing}`;
}
