import type { Knowledge, Pack } from '../knowledge/knowledge.ts';
import type { LanguageCode, Reply } from '../message.ts';
import type { SimulatedPerson } from './simulated-person.ts';
import { startTalk, type TalkPlayer } from './talk-player.ts';

/** Nobody in a hurry says more; a talk that is still going then is a dead end. */
const mostTurns = 40;

export interface PlayedTalk {
  /** `unknown`: the engine said it does not know the complaint, which is honest but no help. */
  readonly end: 'resolved' | 'handedOver' | 'unknown' | 'deadEnd';
  readonly turns: number;
  readonly minutes: number;
  /** Observations that were asked, each once. */
  readonly asked: readonly string[];
}

/** Lets a simulated person talk with the real engine until a fix helps, a person takes over, or nothing goes on. */
export function playPerson(
  knowledge: Knowledge,
  pack: Pack,
  {
    words,
    language,
    person,
    id,
  }: { words: string; language: LanguageCode; person: SimulatedPerson; id: string },
): PlayedTalk {
  const talk = startTalk(knowledge, { id, language });
  let reply = talk.say(words);
  let minutes = 0;
  const seen = new Set<string>();
  const ended = (end: PlayedTalk['end'], turns: number, extra = 0): PlayedTalk => ({
    end,
    turns,
    minutes: minutes + extra,
    asked: [...seen],
  });
  for (let turns = 1; turns <= mostTurns; turns++) {
    minutes += minutesOf(pack, reply);
    if (reply.about.question) seen.add(reply.about.question);
    const open = talk.state?.open;
    if (reply.kind === 'handover') return ended('handedOver', turns, pack.handOverMinutes);
    if (!open) return ended(reply.kind === 'notice' ? 'unknown' : 'deadEnd', turns);
    const index = open.kind === 'choose' ? rightProblem(talk, person) : person.pick(open);
    const choice = reply.choices[index];
    if (!choice) return ended('deadEnd', turns);
    if (reply.about.fix && person.isHelpedBy(reply.about.fix)) return ended('resolved', turns);
    reply = talk.press(choice.id);
  }
  return ended('deadEnd', mostTurns);
}

/** Between problems a person picks one that can have their cause, else the first. */
function rightProblem(talk: TalkPlayer, person: SimulatedPerson): number {
  const options = talk.state?.open?.options ?? [];
  const packs = talk.knowledge.packs;
  const index = options.findIndex(
    ({ action }) =>
      action.do === 'open' &&
      packs[action.pack]?.problems[action.problem]?.causes[person.cause] !== undefined,
  );
  return Math.max(0, index);
}

function minutesOf(pack: Pack, reply: Reply): number {
  const { question, fix } = reply.about;
  if (fix) return pack.fixes[fix]?.minutes ?? 0;
  return question ? (pack.observations[question]?.minutes ?? 0) : 0;
}
