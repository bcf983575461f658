/**
 * The talk of this tab, kept so that a reload shows it again: which conversation, what was said on both sides, and how
 * far the event stream was read. It goes with the tab, so that the next person at this computer does not find it.
 */
const storageKey = 'askfix-talk';

export function emptyTalk() {
  return { conversation: null, lastEventId: '0', entries: [] };
}

export function loadTalk() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null');
    return Array.isArray(kept?.entries) ? kept : emptyTalk();
  } catch {
    return emptyTalk();
  }
}

export function saveTalk(talk) {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(talk));
  } catch {
    // Full or switched off: the talk goes on, but a reload forgets it.
  }
}
