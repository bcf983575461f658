import type { Dialogue, Knowledge } from '../knowledge/knowledge.ts';
import { systemObservation } from '../knowledge/knowledge.ts';
import { detectLanguage } from '../languages/detect-language.ts';
import type { Reply } from '../message.ts';
import { startTalk, type TalkPlayer } from './talk-player.ts';

/** No honest dialogue is longer. */
const mostTurns = 40;

export interface PlayedDialogue {
  readonly reached: boolean;
  /** Fixes in the order in which they were given. */
  readonly given: readonly string[];
  /** Messages of the person until the fix was given. */
  readonly turns: number;
  readonly transcript: readonly { readonly person: string; readonly reply: Reply }[];
}

/**
 * Plays a scripted dialogue through the real engine: says its opening, answers as scripted ("don't know" where the
 * script is silent), agrees to whatever is asked, and says of every other fix that it did not help.
 */
export function playDialogue(knowledge: Knowledge, dialogue: Dialogue): PlayedDialogue {
  const language = dialogue.language ?? (detectLanguage(dialogue.says) === 'zh' ? 'zh' : 'en');
  const talk = startTalk(knowledge, { id: dialogue.says, language });
  const given: string[] = [];
  const transcript = [{ person: dialogue.says, reply: talk.say(dialogue.says) }];
  for (let turns = 1; turns < mostTurns; turns++) {
    const reply = (transcript.at(-1) as { reply: Reply }).reply;
    if (reply.kind === 'fix' && reply.about.fix) given.push(reply.about.fix);
    if (given.at(-1) === dialogue.fix) return { reached: true, given, turns, transcript };
    const index = choose(talk, dialogue);
    const choice = index === null ? undefined : reply.choices[index];
    if (!choice) break;
    transcript.push({ person: choice.label, reply: talk.press(choice.id) });
  }
  return { reached: false, given, turns: transcript.length, transcript };
}

/** Which option the scripted person picks; null where the script ends. */
function choose(talk: TalkPlayer, dialogue: Dialogue): number | null {
  const open = talk.state?.open;
  if (!open || open.kind === 'handover') return null;
  const wanted = (answer: string) =>
    open.options.findIndex(({ action }) => action.do === 'answer' && action.answer === answer);
  if (open.observation) {
    const scripted =
      open.observation === systemObservation ? dialogue.system : dialogue.answers[open.observation];
    const index = wanted(scripted ?? 'unknown');
    return index >= 0 ? index : wanted('unknown');
  }
  if (open.kind === 'fix')
    return open.options.findIndex(({ action }) => action.do === 'tried' && action.outcome === 'failed');
  return 0;
}
