/** Milliseconds for which a button says what became of it. */
const shownMs = 2_000;

/** Copies commands, and remembers for a moment what became of it: `done`, or `byHand` where that is not allowed. */
export function createCopying(changed) {
  const outcomes = new Map();

  async function copy(key, code) {
    outcomes.set(key, await copied(code));
    changed();
    setTimeout(() => {
      outcomes.delete(key);
      changed();
    }, shownMs);
  }

  return { copy, copies: (key) => outcomes.get(key) };
}

async function copied(code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return 'done';
  } catch {
    // Not allowed here, such as on a page without https: the keyboard still copies a selection.
    getSelection().selectAllChildren(code);
    return 'byHand';
  }
}
