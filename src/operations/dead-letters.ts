import type { DeadLetter } from '../delivery/store.ts';

/** Names a dead letter on the command line: `m12` is a message, `c7` a call to a platform. */
export interface LetterName {
  readonly kind: DeadLetter['kind'];
  readonly id: number;
}

/** `m12` or `c7` → what it names; null for anything else. */
export function readLetterName(text: string): LetterName | null {
  const [, letter, id = ''] = /^([mc])(\d{1,15})$/.exec(text) ?? [];
  if (letter === undefined) return null;
  return { kind: letter === 'm' ? 'message' : 'call', id: Number(id) };
}

/** One line per letter: name, time, platform, why it was given up. '' when there are none. */
export function renderDeadLetters(letters: readonly DeadLetter[]): string {
  return letters
    .map(({ kind, id, platform, reason, at }) => {
      const name = `${kind === 'message' ? 'm' : 'c'}${id}`;
      return `${name.padEnd(8)}  ${new Date(at).toISOString()}  ${platform.padEnd(8)}  ${reason}\n`;
    })
    .join('');
}
