import { suspects } from '../../diagnosis/decide.ts';
import { type Pack, type Problem, systemObservation } from '../../knowledge/knowledge.ts';
import { factLabel, factTopics } from '../../languages/facts/facts.ts';
import { textIn } from '../../languages/text.ts';
import { evidenceOf, placeOf, versionOf } from '../talk.ts';
import type { Turn } from '../turn.ts';
import { answerLine } from './answer-line.ts';

/** Below this share a cause is not worth a helper's attention. */
const worthNaming = 0.1;
const mostSuspects = 3;
/** A ticket is read by a person: the beginning of a long message says enough. */
const longestSaying = 500;

/** The whole trail of a talk, a line each, in the asker's language: what a person who takes over needs. */
export function trailLines(turn: Turn): string[] {
  const { sentences, talk, world } = turn;
  const lines = talk.said.map((said) => sentences.trailSaid(shortened(said)));
  const place = placeOf(talk, world.knowledge);
  if (!place) return lines;
  lines.push(sentences.trailProblem(textIn(place.problem.title, turn.language.code)));
  if (talk.problem?.code) lines.push(sentences.trailCode(talk.problem.code));
  return [
    ...lines,
    ...answerLines(turn, place.pack),
    ...toldLines(turn),
    ...triedLines(turn, place.pack),
    ...suspectLines(turn, place),
  ];
}

function answerLines(turn: Turn, pack: Pack): string[] {
  const { sentences, talk, language } = turn;
  return [...talk.answers].flatMap(([id, answer]) => {
    const observation = pack.observations[id];
    if (!observation) return [];
    const found = observation.answers.find((candidate) => candidate.id === answer)?.label;
    const version = id === systemObservation ? versionOf(talk) : null;
    const label = version ?? (found ? textIn(found, language.code) : sentences.dontKnow);
    return [answerLine(turn, observation, talk.hedged.has(id) ? sentences.hedged(label) : label)];
  });
}

/** What was told besides the answers: a line for each kind of fact. */
function toldLines({ talk, language, sentences }: Turn): string[] {
  const byTopic = Map.groupBy(talk.told, (fact) => fact.split('/')[0] ?? '');
  return [...byTopic].flatMap(([topic, facts]) => {
    const title = factTopics[topic]?.title;
    const labels = facts.map((fact) => factLabel(fact, language.code)).join(sentences.listComma);
    return title ? [sentences.trailAnswer(textIn(title, language.code), labels)] : [];
  });
}

function triedLines(turn: Turn, pack: Pack): string[] {
  return [...turn.talk.tried].map(([id, outcome]) =>
    turn.sentences.trailTried(textIn(pack.fixes[id]?.title ?? { en: id }, turn.language.code), outcome),
  );
}

function suspectLines(turn: Turn, { pack, problem }: { pack: Pack; problem: Problem }): string[] {
  const likely = suspects(pack, problem, evidenceOf(turn.talk, problem)).filter(
    ({ share }) => share >= worthNaming,
  );
  const titles = likely
    .slice(0, mostSuspects)
    .map(({ id }) => textIn(pack.causes[id]?.title ?? { en: id }, turn.language.code));
  return titles.length > 0 ? [turn.sentences.trailSuspects(titles)] : [];
}

function shortened(said: string): string {
  const characters = [...said];
  return characters.length <= longestSaying ? said : `${characters.slice(0, longestSaying).join('')} …`;
}
