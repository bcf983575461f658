import { type Features, featuresOf } from './features.ts';

/** A text as numbers: which features it has, and how much each says. Parallel arrays; ids are those of one `VectorSpace`. */
export interface Vector {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
}

/** What became of a text. */
export interface TextVector extends Vector {
  /** How many words it has, known or not. */
  readonly words: number;
  /** How much of it the space knows, 0–1: its length where a text of known features has 1. */
  readonly known: number;
}

/** Turns texts into comparable vectors. */
export interface VectorSpace {
  /** How many features there are; ids are 0 … size − 1. */
  readonly size: number;
  /**
   * A text as a vector of length 1 or less: features that the space does not know take up length and have no id. A
   * text that says next to nothing is shorter, if `shrinks`.
   */
  vectorOf(text: string, shrinks?: boolean): TextVector;
}

/** How much words count where characters count 1; measured on the held-out parts of four sets (`docs/decisions/016`). */
const wordShare = 0.85;
const wholeLength = Math.hypot(wordShare, 1);
/** Added to a length before dividing by it (sentences have 5 to 15): one common word must not look like a whole sentence. */
const shortness = 1;

/** What function words lose where there are hardly any texts; half of it with so many. */
const functionLoss = 0.5;
const manyTexts = 1000;

/** A space as plain data, to be kept between starts. */
export interface SpaceData {
  /** The features; their places are their ids. */
  readonly names: readonly string[];
  /** In how many texts each occurs. */
  readonly documents: Int32Array;
  /** How many texts there were. */
  readonly count: number;
}

interface Weighing extends SpaceData {
  readonly ids: ReadonlyMap<string, number>;
  /** How much each feature says by its rarity, by id; and one that was never seen. */
  readonly rarities: Float64Array;
  readonly unseen: number;
}

/** A vector in the making, with a place for each feature that it may have. */
interface Draft {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  /** How many places are taken. */
  taken: number;
}

/** The square root of the usual inverse document frequency: rare features say more, but few examples make chance rare too. */
function rarity(count: number, documents: number): number {
  return Math.sqrt(Math.log((count + 1) / (documents + 1)) + 1);
}

/** The lengths of a group, or of the features of it that the space knows, squared. */
interface Squares {
  readonly all: number;
  readonly known: number;
}

/** One group by rarity, brought to its share of the length, so that a long group does not drown a short one. */
function weighGroup(
  draft: Draft,
  counts: ReadonlyMap<string, number>,
  { share, added, weighing }: { share: number; added: number; weighing: Weighing },
): Squares {
  let all = 0;
  let known = 0;
  const from = draft.taken;
  for (const [name, times] of counts) {
    const id = weighing.ids.get(name);
    const weight = Math.log1p(times) * (id === undefined ? weighing.unseen : (weighing.rarities[id] ?? 0));
    all += weight * weight;
    if (id === undefined) continue;
    known += weight * weight;
    draft.ids[draft.taken] = id;
    draft.weights[draft.taken] = weight;
    draft.taken += 1;
  }
  const scale = share / (wholeLength * (Math.sqrt(all) + added));
  for (let at = from; at < draft.taken; at += 1) draft.weights[at] = (draft.weights[at] ?? 0) * scale;
  return { all, known };
}

/** Both groups have their share of what is known, whatever their length. */
function knownShare(words: Squares, characters: Squares): number {
  const shareOf = ({ all, known }: Squares): number => (all > 0 ? known / all : 0);
  return Math.sqrt(wordShare ** 2 * shareOf(words) + shareOf(characters)) / wholeLength;
}

function weigh({ words, characters, length }: Features, weighing: Weighing, added: number): TextVector {
  const size = words.size + characters.size;
  const draft: Draft = { ids: new Int32Array(size), weights: new Float32Array(size), taken: 0 };
  const ofWords = weighGroup(draft, words, { share: wordShare, added, weighing });
  const ofCharacters = weighGroup(draft, characters, { share: 1, added, weighing });
  return {
    ids: draft.ids.subarray(0, draft.taken),
    weights: draft.weights.subarray(0, draft.taken),
    words: length,
    known: knownShare(ofWords, ofCharacters),
  };
}

/**
 * How much function words count among so many texts. A few texts teach nothing about how little they say, and a chance
 * "how do I" would decide; many do. Chosen by sets of 30 to 15,000 sentences (`docs/decisions/016`).
 */
function functionWorth(texts: number): number {
  return 1 - functionLoss / (1 + texts / manyTexts);
}

/** Makes the space of the features that occur in some texts, weighed by their rarity, and the vectors of those texts. */
export function vectorSpace(texts: readonly string[]): {
  readonly data: SpaceData;
  readonly space: VectorSpace;
  readonly vectors: readonly Vector[];
} {
  const worth = functionWorth(texts.length);
  const features = texts.map((text) => featuresOf(text, worth));
  const ids = new Map<string, number>();
  const documents: number[] = [];
  for (const { words, characters } of features) {
    for (const group of [words, characters]) {
      for (const name of group.keys()) {
        const id = ids.get(name);
        if (id === undefined) {
          ids.set(name, documents.length);
          documents.push(1);
        } else documents[id] = (documents[id] as number) + 1;
      }
    }
  }
  const data = { names: [...ids.keys()], documents: Int32Array.from(documents), count: texts.length };
  const weighing = weighingOf(data, ids);
  return { data, space: spaceOf(weighing), vectors: features.map((own) => weigh(own, weighing, 0)) };
}

/** The space that was made before. */
export function openSpace(data: SpaceData): VectorSpace {
  return spaceOf(weighingOf(data, new Map(data.names.map((name, id) => [name, id]))));
}

function weighingOf(data: SpaceData, ids: ReadonlyMap<string, number>): Weighing {
  return {
    ...data,
    ids,
    rarities: Float64Array.from(data.documents, (documents) => rarity(data.count, documents)),
    unseen: rarity(data.count, 0),
  };
}

function spaceOf(weighing: Weighing): VectorSpace {
  const worth = functionWorth(weighing.count);
  return {
    size: weighing.names.length,
    vectorOf: (text, shrinks = false) => weigh(featuresOf(text, worth), weighing, shrinks ? shortness : 0),
  };
}
