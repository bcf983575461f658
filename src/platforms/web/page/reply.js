import { blockView } from './blocks.js';
import { html, nothing } from './lit/lit-html.js';

/** What to say to the bot for these, in the two languages that it answers in. */
const asides = {
  en: { why: 'why', back: 'back', human: 'human' },
  'zh-Hans': { why: '为什么', back: '上一步', human: '人工' },
};

/**
 * A reply as an article: progress, blocks, choices as buttons, and what else can be said to it.
 *
 * `view` holds what `blockView` needs and `{ isOpen, pressed, press, say }`.
 */
export function replyView(reply, view) {
  const language = languageOf(reply.text);
  return html`<article class="reply" data-kind=${reply.kind} lang=${language} aria-label=${view.words.bot}>
    ${progressView(reply, view)}
    ${blocksView(reply, view)}
    ${choicesView(reply, view)}
    ${view.isOpen ? asidesView(reply, view, asides[language]) : nothing}
  </article>`;
}

function blocksView({ kind, about, blocks }, view) {
  // The way to a code's own page stands below its last card.
  const lastRows = blocks.findLast(({ type }) => type === 'rows');
  return blocks.map((block) =>
    blockView(block, { ...view, kind, code: block === lastRows ? about.code : undefined }),
  );
}

/** For pronunciation; a reply does not say its language. */
function languageOf(text) {
  return /\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en';
}

function progressView({ about: { causesLeft } }, { words }) {
  return causesLeft === undefined ? nothing : html`<p class="progress">${words.causesLeft(causesLeft)}</p>`;
}

function choicesView({ choices }, view) {
  if (choices.length === 0) return nothing;
  return html`<div class="choices" role="group" aria-label=${view.words.choices}>
    ${choices.map((choice, index) => choiceView(choice, index + 1, view))}
  </div>`;
}

function choiceView(choice, number, { isOpen, pressed, press }) {
  return html`<button type="button" ?disabled=${!isOpen}
    aria-pressed=${pressed.has(choice.id) ? 'true' : nothing} @click=${() => press(choice)}
    ><span class="number">${number}</span><span dir="auto">${choice.label}</span></button>`;
}

/** What every question takes besides an answer. */
function asidesView({ kind, choices }, { words, say }, commands) {
  if (choices.length === 0 || kind === 'handover') return nothing;
  const labels = {
    ...(kind === 'question' ? { why: words.whyQuestion } : kind === 'fix' ? { why: words.whyFix } : {}),
    back: words.back,
    human: words.human,
  };
  return html`<div class="asides">
    ${Object.entries(labels).map(
      ([name, label]) =>
        html`<button type="button" class="quiet" data-say=${name} @click=${() => say(commands[name], label)}>${label}</button>`,
    )}
  </div>`;
}
