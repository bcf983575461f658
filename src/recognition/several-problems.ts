import type { Knowledge } from '../knowledge/knowledge.ts';
import { factLabel } from '../languages/facts/facts.ts';
import { splitWords } from '../languages/words.ts';
import { appOf } from './code-owners.ts';
import { matchProblems } from './match-problems.ts';
import { findPhrases, indexPhrases } from './phrases.ts';
import type { ProblemMatch } from './recognition.ts';
import { readApps } from './told.ts';

/** What begins another subject. */
const turns = indexPhrases(
  [
    '(and|but|oh|) (also|besides|additionally|furthermore|moreover|secondly|plus)',
    '(oh|ah) and',
    '(another|a second|one more|second|different|separate|new|unrelated|next|other) (thing|problem|issue|question|one|matter|topic|error)',
    '(forget|never mind|leave|ignore|park|drop) (about|) (that|this|it)',
    '(more urgent|more important|something else|while we are at it|while i am here)',
    '(on top of that|apart from that|by the way|btw|separately|unrelated|as well as|in addition)',
    '(and|oh) (then|another)',
    '(还有|另外|此外|其次|顺便|同时|再就是|再有|再一个|除此之外|第二|另一个问题|还有个问题|还有一个|而且|并且|对了|以及|然后)',
    '(再问一个|再问个|再请教|还想问|问一下别的|先不管|先别管|先不说|这个先放|先放一放|换个问题|换一个问题|别的问题|问个别的|更急|更着急|更要紧|新问题)',
  ].map((phrase) => [phrase, true] as const),
);

/** Whether a message says of itself that it speaks of something else than before. */
export function namesAnother(text: string): boolean {
  return findPhrases(splitWords(text.slice(0, mostRead)), turns).length > 0;
}

const mostRead = 1000;
const mostPieces = 4;
/** Shorter pieces say too little to be a complaint of their own. */
const shortestPiece = 4;

/** The numbers of a list: "1. … 2. …", ①…②…, 第一，…第二，…. */
const listNumber = /(?:(?<=^|[\s,;.，；。])[1-4](?:[.)、）:：](?!\d))|[①②③④]|第[一二三四][,，、:：])/gu;

function numbersIn(text: string): readonly number[] {
  const found = Array.from(text.matchAll(listNumber), ({ index }) => index);
  return found.length > 1 ? found : [];
}

/** A message in pieces, cut where another subject begins. */
function piecesOf(text: string): readonly string[] {
  const words = splitWords(text);
  const begins = findPhrases(words, turns).map(({ from }) => words[from]?.start ?? 0);
  const cuts = [...begins, ...numbersIn(text)].filter((at) => at > 0);
  const edges = [0, ...new Set(cuts), text.length].sort((one, two) => one - two);
  return edges
    .slice(1)
    .map((to, index) => text.slice(edges[index], to).trim())
    .filter((piece) => piece.length >= shortestPiece)
    .slice(0, mostPieces);
}

/** A problem and the piece of the message that says it. */
export interface StatedProblem {
  readonly match: ProblemMatch;
  readonly words: string;
}

/** How sure a piece must be of its problem: a remark in passing is no second complaint. */
const leastScore = 0.25;

/** The best problem of a piece; null when it is not sure of any. */
function problemOf(piece: string, knowledge: Knowledge): ProblemMatch | null {
  const { decision, problems } = matchProblems(piece, knowledge);
  const [match] = problems;
  return decision !== 'none' && match?.kind === 'problem' && match.score >= leastScore ? match : null;
}

/** What the talk is about already goes without saying in the later pieces: "… and the file they sent has expired". */
function withSubject(piece: string, first: ProblemMatch | undefined, knowledge: Knowledge): string {
  const app = first && readApps(piece).length === 0 ? appOf(knowledge, first.pack) : null;
  return app ? `${factLabel(app, 'en')} ${piece}` : piece;
}

/**
 * The problems of a message that states several, one after another ("… and also …", 另外): each once, in the order in
 * which they are said. Empty when it states one or none.
 */
export function severalProblems(text: string, knowledge: Knowledge): readonly StatedProblem[] {
  const pieces = text.length > mostRead ? [] : piecesOf(text);
  if (pieces.length < 2) return [];
  const stated = new Map<string, StatedProblem>();
  for (const words of pieces) {
    const [first] = stated.values();
    const match =
      problemOf(words, knowledge) ?? problemOf(withSubject(words, first?.match, knowledge), knowledge);
    const key = match && `${match.pack}/${match.problem}`;
    if (match && key && !stated.has(key)) stated.set(key, { match, words });
  }
  return stated.size > 1 ? [...stated.values()] : [];
}
