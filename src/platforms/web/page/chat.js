import { isEmbedded } from './connection.js';
import { createCopying } from './copying.js';
import { download } from './download.js';
import { createExchange } from './exchange.js';
import { reachChoicesByArrows } from './keyboard.js';
import { html, render } from './lit/lit-html.js';
import { logView } from './log.js';
import { isWaiting, openReply, talkAsText } from './talk.js';
import { chosenLanguage, keepLanguage, wordsIn } from './words.js';

const byId = (id) => document.getElementById(id);
const [log, form, text, scroller] = ['log', 'form', 'text', 'scroller'].map(byId);
/** A phone: putting the cursor into the text box would cover half of the page with a keyboard. */
const isTouch = matchMedia('(pointer: coarse)').matches;

let language = chosenLanguage();
let words = wordsIn(language);
let lastShown = null;
const exchange = createExchange({ changed: draw, language: () => language });
const copying = createCopying(draw);

// What is seen.

/** Shows the page as things are now; what did not change is not touched. */
function draw() {
  const talk = exchange.talk();
  const isEmpty = talk.entries.length === 0;
  byId('welcome').hidden = !isEmpty;
  byId('start-over').hidden = isEmpty;
  byId('download').hidden = isEmpty;
  render(logView(talk, { words, exchange, ...copying, say: sayAside, press }), log);
  byId('typing').hidden = !isWaiting(talk);
  showState();
  revealNewest(talk);
}

function showState() {
  const notice = exchange.notice();
  const state = exchange.isReconnecting()
    ? words.reconnecting
    : notice && (words.notices[notice.code] ?? notice.message);
  byId('state').textContent = state ?? '';
  byId('state').dataset.tone =
    exchange.isReconnecting() || (notice && notice.code !== 'slow') ? 'problem' : '';
}

/** Long replies are read from their beginning, short ones stand above the text box. */
function revealNewest(talk) {
  const newest = talk.entries.at(-1);
  const shown = newest?.reply?.id ?? newest?.message?.id ?? null;
  if (shown === lastShown) return;
  lastShown = shown;
  const made = log.lastElementChild;
  if (!made) return;
  const isLong = made.offsetHeight > scroller.clientHeight * 0.9;
  if (newest.reply) made.scrollIntoView({ block: isLong ? 'start' : 'end' });
  else scroller.scrollTop = scroller.scrollHeight;
}

function wordPage() {
  document.documentElement.lang = words.tag;
  const texts = {
    'skip-to-text': words.skipToText,
    'start-over': words.startOver,
    download: words.download,
    language: words.otherLanguage,
    'welcome-title': words.welcomeTitle,
    'welcome-text': words.welcomeText,
    'typing-text': words.typing,
    'text-label': words.label,
    send: words.send,
  };
  for (const [id, value] of Object.entries(texts)) byId(id).textContent = value;
  byId('language').lang = words.otherTag;
  text.placeholder = words.placeholder;
  render(words.examples.map(exampleView), byId('examples'));
}

function exampleView(example) {
  return html`<button type="button" @click=${() => exchange.say({ text: example }, example)}>${example}</button>`;
}

// What the person does.

function submit() {
  const said = text.value;
  if (said.trim() === '') return;
  text.value = '';
  fitText();
  exchange.say({ text: said }, said);
  backToText();
}

function press(choice) {
  exchange.say({ choice: choice.id }, choice.label);
  backToText();
}

/** By a button what could be typed as well; the log shows the button's words. */
function sayAside(said, label) {
  exchange.say({ text: said }, label);
  backToText();
}

function backToText() {
  if (!isTouch) text.focus();
}

/** The box grows with its text up to a third of the page. */
function fitText() {
  text.style.height = 'auto';
  text.style.height = `${Math.min(text.scrollHeight + 2, innerHeight / 3)}px`;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});

text.addEventListener('input', fitText);
text.addEventListener('keydown', (event) => {
  // While Chinese is being composed, Enter picks a word.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});

byId('start-over').addEventListener('click', () => {
  exchange.startOver();
  text.focus();
});

byId('download').addEventListener('click', () => {
  const day = new Date().toISOString().slice(0, 10);
  download(`askfix-${day}.txt`, talkAsText(exchange.talk(), words));
});

byId('skip-to-text').addEventListener('click', (event) => {
  event.preventDefault();
  text.focus();
});

byId('language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  words = wordsIn(language);
  keepLanguage(language);
  wordPage();
  draw();
  // A question that stands there unanswered is worth having in the language that was asked for.
  if (openReply(exchange.talk())?.choices.length > 0)
    exchange.say({ text: words.speakThis }, words.speakThis);
});

addEventListener('keydown', (event) => {
  if (isEmbedded && event.key === 'Escape' && event.target === text) parent.postMessage('askfix-close', '*');
});

// From here on it runs.

document.documentElement.classList.toggle('embedded', isEmbedded);
reachChoicesByArrows(log, text);
wordPage();
draw();
exchange.resume();
// A link can bring the question along; sending it stays with the person.
const address = new URL(location.href);
if (address.searchParams.has('ask')) {
  text.value = address.searchParams.get('ask');
  address.searchParams.delete('ask');
  history.replaceState(null, '', address);
}
fitText();
if (!isTouch && !isEmbedded) text.focus();
