import { openEvents, randomUuid, sendMessage } from './connection.js';
import { element } from './elements.js';
import { closeChoices, replyElement } from './reply.js';
import { emptyTalk, loadTalk, saveTalk } from './talk.js';
import { chosenLanguage, keepLanguage, wordsIn } from './words.js';

const byId = (id) => document.getElementById(id);
const [log, form, text, scroller] = ['log', 'form', 'text', 'scroller'].map(byId);
/** A phone: putting the cursor into the text box would cover half of the page with a keyboard. */
const isTouch = matchMedia('(pointer: coarse)').matches;

let language = chosenLanguage();
let words = wordsIn(language);
let talk = loadTalk();
let events = null;
/** Reply id → its element; a reply comes by the POST and by the event stream, whichever is first. */
const shown = new Map();
/** Messages go one after the other: the first one brings the conversation that the next ones name. */
let queue = Promise.resolve();
let waiting = 0;
/** What stands above the text box: a lost connection, else what there is to say about the last message. */
let isReconnecting = false;
let notice = '';

// What the page says in its own words.

function wordPage() {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  const texts = {
    'start-over': words.startOver,
    language: words.otherLanguage,
    'welcome-title': words.welcomeTitle,
    'welcome-text': words.welcomeText,
    'typing-text': words.typing,
    'text-label': words.label,
    send: words.send,
  };
  for (const [id, value] of Object.entries(texts)) byId(id).textContent = value;
  byId('language').lang = language === 'zh' ? 'en' : 'zh-Hans';
  text.placeholder = words.placeholder;
  byId('examples').replaceChildren(...words.examples.map(exampleButton));
}

function exampleButton(example) {
  return element('button', { type: 'button', click: () => say({ text: example }, example) }, example);
}

function showState() {
  const isEmpty = talk.entries.length === 0;
  byId('welcome').hidden = !isEmpty;
  byId('start-over').hidden = isEmpty;
  byId('typing').hidden = waiting === 0;
  byId('state').textContent = isReconnecting ? words.reconnecting : notice;
}

// What was said.

function showMine(entry) {
  const bubble = element('p', { class: 'mine', dir: 'auto', 'aria-label': words.you }, entry.text);
  log.append(bubble);
  reveal(bubble);
  return bubble;
}

function showReply(reply) {
  const known = shown.get(reply.id);
  if (known) return known;
  closeChoices(log);
  const made = replyElement(reply, words, (choice, button) => {
    closeChoices(log, button);
    say({ choice: choice.id }, choice.label);
  });
  const replaced = shown.get(reply.replaces);
  if (replaced) replaced.replaceWith(made);
  else log.append(made);
  shown.set(reply.id, made);
  reveal(made);
  return made;
}

function keepReply(reply) {
  if (shown.has(reply.id)) return;
  talk.entries = talk.entries.filter(
    (entry) => entry.reply === undefined || entry.reply.id !== reply.replaces,
  );
  talk.entries.push({ reply });
  showReply(reply);
  saveTalk(talk);
  waiting = 0;
  notice = '';
  showState();
}

/** Long replies are read from their beginning, short ones stand above the text box. */
function reveal(made) {
  const isLong = made.offsetHeight > scroller.clientHeight * 0.9;
  made.scrollIntoView({ block: isLong ? 'start' : 'end' });
}

// Talking to the server.

function say(said, label) {
  const entry = { text: label, message: { ...said, id: randomUuid(), language }, isPending: true };
  talk.entries.push(entry);
  deliver(entry, showMine(entry));
}

function deliver(entry, bubble) {
  closeChoices(log);
  saveTalk(talk);
  waiting += 1;
  notice = '';
  showState();
  byId('typing').scrollIntoView({ block: 'end' });
  queue = queue.then(() => send(entry).catch((problem) => fail(problem, entry, bubble)));
}

async function send(entry) {
  if (!talk.entries.includes(entry)) return;
  const conversation = talk.conversation ?? undefined;
  const answer = await sendMessage({ ...entry.message, conversation });
  // Started over while this was under way.
  if (!talk.entries.includes(entry)) return;
  entry.isPending = false;
  if (talk.conversation === answer.conversation) saveTalk(talk);
  else listen(answer.conversation);
  for (const reply of answer.replies) keepReply(reply);
  if (answer.late) notice = words.slow;
  else waiting = Math.max(0, waiting - 1);
  showState();
}

function fail(problem, entry, bubble) {
  waiting = 0;
  if (problem.code === 'unknown_conversation' && talk.conversation !== null) return startAnew(entry, bubble);
  notice = words.errors[problem.code] ?? problem.message;
  showState();
  const retry = element('button', { type: 'button', class: 'retry' }, words.retry);
  retry.addEventListener('click', () => {
    retry.remove();
    bubble.classList.remove('failed');
    deliver(entry, bubble);
  });
  bubble.classList.add('failed');
  bubble.after(retry);
  retry.scrollIntoView({ block: 'end' });
}

/** The server knows the conversation no longer; what was typed is worth a new one. A choice means nothing there. */
function startAnew(entry, bubble) {
  events?.close();
  talk.conversation = null;
  talk.lastEventId = '0';
  if (entry.message.choice === undefined) deliver(entry, bubble);
  else saveTalk(talk);
  isReconnecting = false;
  notice = words.newTalk;
  showState();
}

function listen(conversation) {
  events?.close();
  talk.conversation = conversation;
  saveTalk(talk);
  events = openEvents(conversation, talk.lastEventId, {
    onReply(reply, lastEventId) {
      talk.lastEventId = lastEventId;
      keepReply(reply);
      saveTalk(talk);
    },
    onState(state) {
      isReconnecting = state === 'reconnecting';
      showState();
    },
  });
}

// What the person does.

function submit() {
  const said = text.value;
  if (said.trim() === '') return;
  text.value = '';
  fitText();
  say({ text: said }, said);
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

log.addEventListener('click', (event) => {
  if (event.target.closest('.choices') && !isTouch) text.focus();
});

byId('start-over').addEventListener('click', () => {
  events?.close();
  talk = emptyTalk();
  saveTalk(talk);
  shown.clear();
  log.replaceChildren();
  waiting = 0;
  isReconnecting = false;
  notice = '';
  showState();
  text.focus();
});

byId('language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  words = wordsIn(language);
  keepLanguage(language);
  wordPage();
});

// From here on it runs.

wordPage();
const unsent = [];
for (const entry of talk.entries) {
  if (entry.reply) showReply(entry.reply);
  else {
    closeChoices(log);
    const bubble = showMine(entry);
    if (entry.isPending) unsent.push([entry, bubble]);
  }
}
if (talk.conversation !== null) listen(talk.conversation);
showState();
// Nobody knows whether these arrived; by their ids they are taken once, however often they are sent.
for (const [entry, bubble] of unsent) deliver(entry, bubble);
// A link can bring the question along; sending it stays with the person.
text.value = new URLSearchParams(location.search).get('ask') ?? '';
fitText();
if (!isTouch) text.focus();
