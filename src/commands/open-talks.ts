import type { Conversation } from '../conversation/state.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { textIn } from '../languages/text.ts';
import type { Address, LanguageCode } from '../message.ts';
import type { StoredTalk } from '../operations/talks.ts';

/** A talk that its person may go on with. */
interface OpenTalk {
  /** What it is about: the problem's title, or the person's own words. */
  readonly title: string;
  readonly address: Address;
}

export interface Moment {
  readonly knowledge: Knowledge;
  readonly language: LanguageCode;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** After six idle hours a talk is over (see `advance`). */
const lifeMs = 6 * 3_600_000;

/** Those of the talks that are about something, have no end yet, and are not idle for too long. Pure. */
export function openTalks(talks: readonly StoredTalk[], moment: Moment): readonly OpenTalk[] {
  return talks.flatMap(({ address, state }) => {
    const isOver = state.events.some(({ type }) => type === 'solved' || type === 'handedOver');
    const title = titleOf(state, moment);
    if (title === '' || isOver || moment.now - state.lastAt >= lifeMs) return [];
    return [{ title, address }];
  });
}

function titleOf({ events, open }: Conversation, { knowledge, language }: Moment): string {
  const opened = events.findLast((event) => event.type === 'opened');
  const problem = opened && knowledge.packs[opened.pack]?.problems[opened.problem];
  if (problem) return textIn(problem.title, language);
  const said = open === null ? undefined : events.find((event) => event.type === 'said');
  return said?.text ?? '';
}
