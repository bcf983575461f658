/**
 * Askfix on another site: <script src="https://help.example.org/widget.js" defer></script>. A button in the corner that
 * opens the chat in a frame. Whether the frame may be shown is decided by EMBED_ORIGINS, see docs/widget.md.
 *
 * One classic script without imports, and without a word to the page it stands on besides one element.
 */
(() => {
  const script = document.currentScript;
  const home = new URL(script.src).origin;
  const isChinese = (script.dataset.language ?? document.documentElement.lang).toLowerCase().startsWith('zh');
  const words = isChinese
    ? { open: '遇到问题？', close: '关闭', title: 'Askfix 对话' }
    : { open: 'Need help?', close: 'Close', title: 'Askfix chat' };
  const side = script.dataset.side === 'left' ? 'left' : 'right';

  // Made by script, such a sheet needs no permission in the site's own content security policy.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; position: fixed; inset-block-end: 1rem; ${side}: 1rem; z-index: 2147483000; color-scheme: light dark; }
    button { font: 600 16px/1.4 system-ui, sans-serif; padding: 0.6rem 1.1rem; border: 0; border-radius: 2rem; background: #0f6b62; color: #fff; cursor: pointer; box-shadow: 0 2px 10px rgb(0 0 0 / 0.25); }
    button:focus-visible { outline: 3px solid #63c9ba; outline-offset: 2px; }
    iframe { display: block; box-sizing: border-box; width: min(26rem, calc(100vw - 2rem)); height: min(40rem, calc(100dvh - 6rem)); margin-block-end: 0.6rem; border: 1px solid #8885; border-radius: 0.9rem; background: Canvas; box-shadow: 0 6px 30px rgb(0 0 0 / 0.3); }
    [hidden] { display: none; }
    div { display: flex; flex-direction: column; align-items: ${side === 'left' ? 'flex-start' : 'flex-end'}; }
  `);

  const host = document.createElement('askfix-widget');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  const box = document.createElement('div');
  const button = document.createElement('button');
  button.type = 'button';
  let frame = null;

  function show(isOpen) {
    // Nothing is loaded from Askfix before somebody wants it.
    if (isOpen && frame === null) {
      frame = document.createElement('iframe');
      frame.src = `${home}/?embed`;
      frame.title = words.title;
      frame.allow = 'clipboard-write';
      box.prepend(frame);
    }
    if (frame) frame.hidden = !isOpen;
    button.textContent = isOpen ? words.close : (script.dataset.label ?? words.open);
    button.setAttribute('aria-expanded', String(isOpen));
    (isOpen ? frame : button).focus();
  }

  button.addEventListener('click', () => show(button.getAttribute('aria-expanded') !== 'true'));
  addEventListener('message', ({ source, origin, data }) => {
    if (frame && source === frame.contentWindow && origin === home && data === 'askfix-close') show(false);
  });
  host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && frame && !frame.hidden) show(false);
  });

  button.textContent = script.dataset.label ?? words.open;
  button.setAttribute('aria-expanded', 'false');
  box.append(button);
  root.append(box);
  document.body.append(host);
})();
