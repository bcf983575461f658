import { type Features, featuresOf } from './features.ts';

/** A text as numbers: which features it has, and how much each says. Parallel arrays; ids are those of one `VectorSpace`. */
export interface Vector {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
}

/** Turns texts into comparable vectors. */
export interface VectorSpace {
  /** How many features there are; ids are 0 … size − 1. */
  readonly size: number;
  /** A text as a vector of at most length 1: features that the space does not know take up length and have no id. */
  vectorOf(text: string): Vector;
}

/** Characters carry more than words where examples are few; measured in `reference/nlu.md` §3. */
const wordShare = 0.7;
/** Added to a length before dividing by it (sentences have 10 to 40): one common word must not look like a whole sentence. */
const shortness = 1;

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
}

interface Weighed {
  readonly name: string;
  readonly weight: number;
}

/** One group by rarity, brought to a length just below its share, so that a long group does not drown a short one. */
function weighGroup(
  counts: ReadonlyMap<string, number>,
  share: number,
  { count, documents, ids }: Weighing,
): Weighed[] {
  const weighed = Array.from(counts, ([name, times]): Weighed => {
    const rarity = Math.log((count + 1) / ((documents[ids.get(name) ?? -1] ?? 0) + 1)) + 1;
    return { name, weight: Math.log1p(times) * rarity };
  });
  const length = Math.sqrt(weighed.reduce((sum, { weight }) => sum + weight * weight, 0)) + shortness;
  return weighed.map(({ name, weight }) => ({ name, weight: (share * weight) / length }));
}

function weigh({ words, characters }: Features, weighing: Weighing): Vector {
  const known = [...weighGroup(words, wordShare, weighing), ...weighGroup(characters, 1, weighing)].flatMap(
    ({ name, weight }) => {
      const id = weighing.ids.get(name);
      return id === undefined ? [] : [{ id, weight: weight / Math.hypot(wordShare, 1) }];
    },
  );
  return {
    ids: Int32Array.from(known, ({ id }) => id),
    weights: Float32Array.from(known, ({ weight }) => weight),
  };
}

/** Makes the space of the features that occur in some texts, weighed by TF-IDF, and the vectors of those texts. */
export function vectorSpace(texts: readonly string[]): {
  readonly data: SpaceData;
  readonly space: VectorSpace;
  readonly vectors: readonly Vector[];
} {
  const features = texts.map(featuresOf);
  const documents = new Map<string, number>();
  for (const { words, characters } of features) {
    for (const name of [...words.keys(), ...characters.keys()])
      documents.set(name, (documents.get(name) ?? 0) + 1);
  }
  const data = {
    names: [...documents.keys()],
    documents: Int32Array.from(documents.values()),
    count: texts.length,
  };
  const weighing = weighingOf(data);
  return { data, space: spaceOf(weighing), vectors: features.map((own) => weigh(own, weighing)) };
}

/** The space that was made before. */
export function openSpace(data: SpaceData): VectorSpace {
  return spaceOf(weighingOf(data));
}

function weighingOf(data: SpaceData): Weighing {
  return { ...data, ids: new Map(data.names.map((name, id) => [name, id])) };
}

function spaceOf(weighing: Weighing): VectorSpace {
  return { size: weighing.names.length, vectorOf: (text) => weigh(featuresOf(text), weighing) };
}
