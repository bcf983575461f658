import { element } from './elements.js';

/** A reply as an article: its blocks, then its choices as buttons. `press` is called with the chosen choice. */
export function replyElement(reply, words, press) {
  const article = element('article', { class: 'reply', 'data-kind': reply.kind, 'aria-label': words.bot });
  article.append(...reply.blocks.map((block) => blockElement(block, words)));
  if (reply.choices.length > 0) article.append(choicesElement(reply.choices, press));
  return article;
}

function blockElement(block, words) {
  switch (block.type) {
    case 'heading':
      return element('h2', { dir: 'auto' }, block.text);
    case 'list':
      return element('ul', {}, ...block.items.map((item) => element('li', { dir: 'auto' }, item)));
    case 'steps':
      return element('ol', { class: 'steps' }, ...block.items.map((step) => stepElement(step, words)));
    case 'badges':
      return element('ul', { class: 'badges' }, ...block.items.map(badgeElement));
    case 'note':
      return element(
        'aside',
        { class: 'note', 'data-tone': block.tone },
        element('strong', {}, block.title),
        element('p', { dir: 'auto' }, block.text),
      );
    case 'rows':
      return element('dl', {}, ...block.rows.flatMap(rowElements));
    default:
      // A kind of block newer than this page still has its words.
      return element('p', { dir: 'auto' }, block.text ?? '');
  }
}

function badgeElement({ kind, text }) {
  return element('li', { 'data-kind': kind }, text);
}

function rowElements({ label, value }) {
  return [element('dt', {}, label), element('dd', { dir: 'auto' }, value)];
}

function stepElement(step, words) {
  const item = element('li', {}, element('p', { dir: 'auto' }, step.text));
  if (step.command !== undefined) item.append(commandElement(step.command, words));
  return item;
}

function commandElement(command, words) {
  const code = element('code', { dir: 'ltr' }, command);
  const button = element(
    'button',
    { type: 'button', class: 'copy', click: () => copy(code, button, words) },
    words.copy,
  );
  return element('div', { class: 'command' }, element('pre', { tabindex: '0' }, code), button);
}

async function copy(code, button, words) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = words.copied;
  } catch {
    // Not allowed here, such as on a page without https: the keyboard still copies a selection.
    getSelection().selectAllChildren(code);
    button.textContent = words.copyByHand;
  }
  setTimeout(() => {
    button.textContent = words.copy;
  }, 2000);
}

function choicesElement(choices, press) {
  return element(
    'div',
    { class: 'choices' },
    ...choices.map((choice, index) => choiceButton(choice, index + 1, press)),
  );
}

function choiceButton(choice, number, press) {
  const button = element(
    'button',
    { type: 'button', click: () => press(choice, button) },
    element('span', { class: 'number' }, String(number)),
    element('span', { dir: 'auto' }, choice.label),
  );
  return button;
}

/** Choices that were overtaken stay readable but take no press. */
export function closeChoices(root, pressed) {
  for (const button of root.querySelectorAll('.reply .choices button')) {
    button.disabled = true;
    if (button === pressed) button.setAttribute('aria-pressed', 'true');
  }
}
