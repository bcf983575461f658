import type { Incoming, Reply } from '../message.ts';
import { contained, likeness, type Trace, traceOf } from './near-identical.ts';
import { createRecentlyUsed } from './recently-used.ts';

/** Milliseconds after a reply within which the next message can be part of a loop. Who takes longer is a person. */
const loopMs = 30_000;
/** Milliseconds in which nobody reads a reply and types a sentence. */
const machineMs = 800;
/** UTF-16 units; shorter than a sentence. */
const shortSaid = 15;
/** From here on two messages count as the same. */
const same = 0.8;
/** A reply shorter than this is contained in many messages. */
const fewPairs = 12;
const mostRemembered = 4;
const mostTalks = 5_000;
/** The exchanges in a row that look like two machines, after which one notice is said, and then nothing. */
const patience = 3;

type LoopSign = 'none' | 'last' | 'loop';

interface Talk {
  readonly streak: number;
  readonly said: readonly Trace[];
  readonly reply: { readonly at: number; readonly trace: Trace; readonly isNotice: boolean } | null;
  /** When a message was last left without an answer; silence must last for the loop to be over. */
  readonly droppedAt: number;
}

export interface LoopGuard {
  /** `last`: answer once more, to say that this was the last; `loop`: say nothing. Remembers nothing. */
  look(incoming: Incoming, now: number): LoopSign;
  /** A message was kept. @param isAnswer whether it answers the open question */
  kept(incoming: Incoming, moment: { readonly now: number; readonly isAnswer: boolean }): void;
  /** A message was left without an answer. */
  dropped(incoming: Incoming, now: number): void;
  /** It was replied to. */
  replied(conversation: string, reply: Reply, now: number): void;
}

/**
 * Tells when two machines talk: the same again and again, our own words given back, or sentences that answer nothing
 * and come faster than anybody types. Platforms hide most bots from us; some look like people.
 */
export function createLoopGuard(): LoopGuard {
  const talks = createRecentlyUsed<Talk>(mostTalks);
  const talkOf = (conversation: string): Talk =>
    talks.get(conversation) ?? { streak: 0, said: [], reply: null, droppedAt: Number.NEGATIVE_INFINITY };

  return {
    look(incoming, now) {
      const streak = streakWith(talkOf(incoming.conversation), incoming, now);
      return streak < patience ? 'none' : streak === patience ? 'last' : 'loop';
    },
    kept(incoming, { now, isAnswer }) {
      const talk = talkOf(incoming.conversation);
      const isPerson = incoming.kind === 'choice' || isAnswer;
      const said = [...talk.said, traceOf(incoming.text)].slice(-mostRemembered);
      talks.set(incoming.conversation, {
        ...talk,
        said,
        streak: isPerson ? 0 : streakWith(talk, incoming, now),
      });
    },
    dropped({ conversation }, now) {
      talks.set(conversation, { ...talkOf(conversation), droppedAt: now });
    },
    replied(conversation, { blocks, kind }, now) {
      const words = blocks.map((block) => ('text' in block ? block.text : '')).join(' ');
      talks.set(conversation, {
        ...talkOf(conversation),
        reply: { at: now, trace: traceOf(words), isNotice: kind === 'notice' },
      });
    },
  };
}

/** How many exchanges in a row look like a loop, the new message included. */
function streakWith({ streak, said, reply, droppedAt }: Talk, { text, kind }: Incoming, now: number): number {
  if (!reply || kind !== 'text') return streak;
  const sinceReply = now - reply.at;
  if (now - Math.max(reply.at, droppedAt) > loopMs) return 0;
  const trace = traceOf(text);
  const isRepeated = said.some((earlier) => likeness(trace, earlier) >= same);
  const isEcho = reply.trace.size >= fewPairs && contained(reply.trace, trace) >= same;
  const isTooFast = reply.isNotice && sinceReply < machineMs && text.length >= shortSaid;
  // Something else at a person's pace neither ends a loop nor makes one.
  return isRepeated || isEcho || isTooFast ? streak + 1 : streak;
}
