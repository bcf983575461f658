import type { Incoming } from '../message.ts';
import type { Identities } from '../privacy/identities.ts';
import { redact } from '../privacy/redact.ts';
import type { HiddenValue, PlaceholderStore } from './people.ts';
import { createRecentlyUsed } from './recently-used.ts';

interface Hidden {
  readonly text: string;
  /** Values of this text that the talk had not seen; to be kept with the message. */
  readonly fresh: readonly HiddenValue[];
}

/** Hides what is private in a message, before anybody keeps or logs it. */
export type Hide = (incoming: Pick<Incoming, 'conversation' | 'text'>) => Promise<Hidden>;

/** `kind digest` → number. */
type Numbers = Map<string, number>;

/** Talks whose numbers are kept at hand. */
const mostTalks = 2_000;

/**
 * The same value keeps its number through the whole talk, also over a restart. What is remembered of it is a keyed
 * hash. Without a store the numbers count within one message.
 */
export function createHide(
  placeholders: PlaceholderStore | undefined,
  identities: Pick<Identities, 'value'>,
): Hide {
  const talks = createRecentlyUsed<Promise<Numbers>>(mostTalks);

  function numbersOf(store: PlaceholderStore, conversation: string): Promise<Numbers> {
    const known = talks.get(conversation) ?? load(store, conversation);
    talks.set(conversation, known);
    known.catch(() => talks.delete(conversation));
    return known;
  }

  return async ({ conversation, text }) => {
    const alone = redact(text);
    if (alone.found.length === 0 || !placeholders) return { text: alone.text, fresh: [] };
    const numbers = await numbersOf(placeholders, conversation);
    const fresh: HiddenValue[] = [];
    const hidden = redact(text, (kind, value) => {
      const digest = identities.value(conversation, kind, value);
      const known = numbers.get(`${kind} ${digest}`);
      if (known !== undefined) return known;
      const number = countOf(numbers, kind) + 1;
      numbers.set(`${kind} ${digest}`, number);
      fresh.push({ kind, digest, number });
      return number;
    });
    return { text: hidden.text, fresh };
  };
}

async function load(store: PlaceholderStore, conversation: string): Promise<Numbers> {
  const values = await store.hidden(conversation);
  return new Map(values.map(({ kind, digest, number }) => [`${kind} ${digest}`, number]));
}

function countOf(numbers: Numbers, kind: string): number {
  return [...numbers.keys()].filter((key) => key.startsWith(`${kind} `)).length;
}
