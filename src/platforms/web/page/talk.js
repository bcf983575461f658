/**
 * The talk of this tab, kept so that a reload shows it again: which conversation, what was said on both sides, and how
 * far the event stream was read. It goes with the tab, so that the next person at this computer does not find it.
 *
 * An entry is `{ reply, ticked }`, `{ note }` (the page's own remark), or what the person said: `{ text, message, state }`
 * with `state` one of sending, late (accepted, the answer will come), failed, sent.
 */
const storageKey = 'askfix-talk-2';

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

/** Takes a reply in, at the place of the one it replaces or at the end; once, however often it comes. */
export function takeReply(talk, reply) {
  const { entries } = talk;
  if (entries.some((entry) => entry.reply?.id === reply.id)) return;
  const replaced = entries.findIndex(
    (entry) => entry.reply !== undefined && entry.reply.id === reply.replaces,
  );
  if (replaced >= 0) entries[replaced] = { reply };
  else entries.push({ reply });
  for (const entry of entries) if (entry.state === 'late') entry.state = 'sent';
}

/** The reply whose choices can still be pressed: the last one, as long as nothing was said since. */
export function openReply(talk) {
  return talk.entries.findLast((entry) => entry.note === undefined)?.reply ?? null;
}

/** The ids of all choices that were pressed. */
export function pressedChoices(talk) {
  return new Set(talk.entries.map((entry) => entry.message?.choice));
}

export function isWaiting(talk) {
  return talk.entries.some(({ state }) => state === 'sending' || state === 'late');
}

/** The whole talk as text, for a file. */
export function talkAsText(talk, words) {
  const said = talk.entries.flatMap(({ text, reply }) => {
    if (reply !== undefined) return [`${words.bot}:\n${reply.text}`];
    return text === undefined ? [] : [`${words.you}:\n${text}`];
  });
  return `${said.join('\n\n')}\n`;
}
