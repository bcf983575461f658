const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * Choices by arrow keys: up from the empty text box to the first open choice, between them, and by Escape back to the
 * text box. Tab goes there as well.
 */
export function reachChoicesByArrows(log, text) {
  const openChoices = () => [...log.querySelectorAll('.choices button:enabled')];

  text.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowUp' || text.value !== '') return;
    const [first] = openChoices();
    if (!first) return;
    event.preventDefault();
    first.focus();
  });

  log.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return text.focus();
    const choices = openChoices();
    const at = choices.indexOf(document.activeElement);
    if (at < 0 || !(event.key in steps)) return;
    event.preventDefault();
    (choices[at + steps[event.key]] ?? text).focus();
  });
}
