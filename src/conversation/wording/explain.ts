import { suspects } from '../../diagnosis/decide.ts';
import { expectedMinutes } from '../../diagnosis/expected-minutes.ts';
import { type RuledOut, ruledOut } from '../../diagnosis/explain.ts';
import type { Pack } from '../../knowledge/knowledge.ts';
import { textIn } from '../../languages/text.ts';
import type { Block } from '../../message.ts';
import { text } from '../draft.ts';
import { evidenceOf, placeOf } from '../talk.ts';
import type { Turn } from '../turn.ts';

const mostCauses = 3;
/** Below this share naming a cause would be noise. */
const worthNaming = 0.04;

/** "What do you think it is?": the likeliest causes in words, and what is ruled out and why. */
export function opinionBlocks(turn: Turn): Block[] {
  const { sentences, talk, world, language } = turn;
  const place = placeOf(talk, world.knowledge);
  if (!place || Object.keys(place.problem.causes).length === 0) return [text(sentences.thinkNothing)];
  const { pack, problem } = place;
  const evidence = evidenceOf(talk, problem);
  const titleOf = (cause: string) => textIn(pack.causes[cause]?.title ?? { en: cause }, language.code);
  const likely = suspects(pack, problem, evidence)
    .slice(0, mostCauses)
    .filter(({ share }, index) => index === 0 || share >= worthNaming);
  const isOpen = likelihood(likely[0]?.share ?? 0) === 'faint';
  const items = likely.map(({ id, share }) =>
    isOpen ? titleOf(id) : sentences.thinkCause(titleOf(id), likelihood(share)),
  );
  const gone = ruledOut(pack, problem, evidence)
    .filter(({ cause }) => likely.every(({ id }) => id !== cause))
    .slice(0, mostCauses);
  // What one answer ruled out stands in one line: the same reason three times sounds like a machine.
  const lines = [...Map.groupBy(gone, ({ by }) => JSON.stringify(by)).values()].map((together) =>
    goneLine(turn, pack, together),
  );
  const blocks: Block[] = [text(isOpen ? sentences.thinkOpen : sentences.thinkLead), { type: 'list', items }];
  return gone.length === 0 ? blocks : [...blocks, text(sentences.thinkGone), { type: 'list', items: lines }];
}

/** Causes that hardly count any more, all for the same reason. */
function goneLine({ sentences, talk, language }: Turn, pack: Pack, together: readonly RuledOut[]): string {
  const by = together[0]?.by;
  const title = together
    .map(({ cause }) => textIn(pack.causes[cause]?.title ?? { en: cause }, language.code))
    .join(sentences.thinkAnd);
  const tried = by && 'fix' in by ? pack.fixes[by.fix] : undefined;
  if (tried) return sentences.thinkRuledOutByFix(title, textIn(tried.title, language.code));
  const observation = by && 'question' in by ? pack.observations[by.question] : undefined;
  const answer = observation?.answers.find(({ id }) => by && 'answer' in by && id === by.answer);
  if (!observation || !answer) return sentences.thinkRuledOut(title);
  const because = talk.hedged.has(observation.id)
    ? sentences.thinkRuledOutByGuess
    : sentences.thinkRuledOutBy;
  return because(title, {
    question: textIn(observation.title, language.code),
    answer: textIn(answer.label, language.code),
  });
}

function likelihood(share: number): 'almostSure' | 'likely' | 'possible' | 'faint' {
  if (share >= 0.75) return 'almostSure';
  if (share >= 0.4) return 'likely';
  return share >= 0.15 ? 'possible' : 'faint';
}

/** "How long will this take?": what is to be expected from here on. */
export function durationBlocks(turn: Turn): Block[] {
  const { sentences, talk, world } = turn;
  const place = placeOf(talk, world.knowledge);
  if (!place || Object.keys(place.problem.causes).length === 0) return [text(sentences.thinkNothing)];
  const minutes = expectedMinutes(place.pack, place.problem, evidenceOf(talk, place.problem));
  return [text(sentences.takesAbout(sentences.minutes(minutes)))];
}
