import { advance } from '../conversation/advance.ts';
import type { Conversation, Effect } from '../conversation/state.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Incoming, LanguageCode, Reply } from '../message.ts';

/** A conversation with the real engine, without platform, store or clock. */
export interface TalkPlayer {
  readonly knowledge: Knowledge;
  say(text: string): Reply;
  press(choice: string): Reply;
  readonly state: Conversation | null;
  readonly effects: readonly Effect[];
}

/** @param startAt epoch milliseconds of the first message; each message is a minute later. */
export function startTalk(
  knowledge: Knowledge,
  { id, language, startAt = 0 }: { id: string; language?: LanguageCode; startAt?: number },
): TalkPlayer {
  let state: Conversation | null = null;
  let count = 0;
  const effects: Effect[] = [];
  const send = (part: Pick<Incoming, 'kind' | 'text' | 'choice'>): Reply => {
    count += 1;
    const incoming: Incoming = {
      platform: 'rehearsal',
      conversation: `rehearsal:${id}`,
      person: id,
      eventKey: String(count),
      addressed: 'direct',
      address: { to: id },
      ...(language ? { language } : {}),
      ...part,
    };
    const step = advance(state, incoming, { knowledge, now: startAt + count * 60_000, seed: id });
    state = step.state;
    effects.push(...step.effects);
    if (!step.reply)
      throw new Error(`The engine kept silent to "${part.text}" although it was spoken to directly`);
    return step.reply;
  };
  return {
    knowledge,
    say: (text) => send({ kind: 'text', text }),
    press: (choice) => send({ kind: 'choice', text: '', choice }),
    get state() {
      return state;
    },
    effects,
  };
}
