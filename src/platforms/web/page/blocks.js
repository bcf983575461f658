import { html, nothing } from './lit/lit-html.js';

/** A code that has a page of its own; anything else in this place gets no link. */
const linkableCode = /^[\w.+-]{1,100}$/;

/**
 * One block of a reply. Everything goes in as text: the library makes text nodes of values, never markup.
 *
 * `view` is what the page knows about this reply: `{ words, kind, code, ticked, tick, copies, copy }`.
 */
export function blockView(block, view) {
  switch (block.type) {
    case 'heading':
      return html`<h2 dir="auto">${block.text}</h2>`;
    case 'list':
      return html`<ul class=${view.kind === 'handover' ? 'preview' : nothing}>
        ${block.items.map((item) => html`<li dir="auto">${item}</li>`)}
      </ul>`;
    case 'steps':
      return html`<ol class="steps" role="list">${block.items.map((step, index) => stepView(step, index, view))}</ol>`;
    case 'badges':
      return html`<ul class="badges">
        ${block.items.map(({ kind, text }) => html`<li data-kind=${kind}>${text}</li>`)}
      </ul>`;
    case 'note':
      return noteView(block);
    case 'rows':
      return html`${cardView(block)}${codeLink(view)}`;
    default:
      // A kind of block newer than this page still has its words.
      return html`<p dir="auto">${block.text ?? ''}</p>`;
  }
}

function cardView({ rows }) {
  return html`<dl class="card">${rows.map(
    ({ label, value }) => html`<div><dt>${label}</dt><dd dir="auto">${value}</dd></div>`,
  )}</dl>`;
}

function codeLink({ code = '', words }) {
  if (!linkableCode.test(code)) return nothing;
  return html`<p class="more"><a href=${`/codes/${code}`} target="_blank" rel="noopener">${words.codePage(code)}</a></p>`;
}

/** How to undo is there for whoever needs it, and out of the way of everybody else. */
function noteView({ tone, title, text }) {
  if (tone === 'undo')
    return html`<details class="note" data-tone="undo">
      <summary>${title}</summary>
      <p dir="auto">${text}</p>
    </details>`;
  return html`<div class="note" data-tone=${tone}><strong>${title}</strong><p dir="auto">${text}</p></div>`;
}

function stepView(step, index, view) {
  const isDone = view.ticked.includes(index);
  return html`<li class=${isDone ? 'done' : nothing}>
    <label>
      <input type="checkbox" .checked=${isDone} @change=${(event) => view.tick(index, event.target.checked)}>
      <span dir="auto">${step.text}</span>
    </label>
    ${step.command === undefined ? nothing : commandView(step.command, index, view)}
  </li>`;
}

function commandView(command, index, { words, copies, copy }) {
  const label = { done: words.copied, byHand: words.copyByHand }[copies(index)] ?? words.copy;
  const press = (event) => copy(index, event.currentTarget.previousElementSibling.querySelector('code'));
  return html`<div class="command">
    <pre tabindex="0" role="group" aria-label=${words.command}><code dir="ltr">${command}</code></pre>
    <button type="button" class="copy" @click=${press}>${label}</button>
  </div>`;
}
