import type { Article, Knowledge, Problem } from '../knowledge/knowledge.ts';
import { type LinearClasses, linearClasses, trainBorders } from './linear-classes.ts';
import { openSpace, type SpaceData, type Vector, type VectorSpace, vectorSpace } from './vectors.ts';

/** Something a message can be about. */
export interface ProblemClass {
  readonly pack: string;
  /** Id of a problem, or of an article. */
  readonly problem: string;
  readonly kind: 'problem' | 'article';
}

/** A sentence that the knowledge gives for a class. */
interface Sentence {
  readonly text: string;
  /** Index of the class. */
  readonly about: number;
  /** A near miss: it looks like the class and is not. */
  readonly isRival: boolean;
}

export interface ProblemClasses {
  readonly classes: readonly ProblemClass[];
  /** The vectors of each class's own sentences, and of its near misses. */
  readonly own: readonly (readonly Vector[])[];
  readonly rivals: readonly (readonly Vector[])[];
  readonly space: VectorSpace;
  readonly linear: LinearClasses;
  /** Per class, what its pack talks about as a whole: the direction of all its sentences together. */
  readonly subjects: readonly Float32Array[];
}

/** What was learnt, as plain data that can be kept between starts. */
export interface LearntClasses extends Material {
  readonly vectors: readonly Vector[];
  readonly space: SpaceData;
  readonly borders: readonly Float32Array[];
  /** By pack. */
  readonly subjects: ReadonlyMap<string, Float32Array>;
}

interface Material {
  readonly classes: readonly ProblemClass[];
  readonly sentences: readonly Sentence[];
}

function digitsOf(code: string): string {
  return code.slice(code.indexOf('/') + 1).replace(/^-/, '');
}

/** Titles are sentences too. Those that hold a code of the entry are found by the code and teach nothing about words. */
function ownSentences(entry: Problem | Article): string[] {
  const all = [entry.title.en, entry.title.zh, ...(entry.says.en ?? []), ...(entry.says.zh ?? [])];
  const codes = 'codes' in entry ? entry.codes.map(digitsOf) : [];
  return all.filter((text) => text !== undefined && !codes.some((code) => text.includes(code))) as string[];
}

function rivalSentences({ unlike }: Problem | Article): string[] {
  return [...(unlike.en ?? []), ...(unlike.zh ?? [])];
}

function hasSays({ says }: Problem | Article): boolean {
  return (says.en?.length ?? 0) + (says.zh?.length ?? 0) > 0;
}

/** Every problem and article that says how people put it; those that only have codes are no classes. */
export function materialOf(knowledge: Knowledge): Material {
  const classes: ProblemClass[] = [];
  const sentences: Sentence[] = [];
  for (const pack of Object.values(knowledge.packs)) {
    for (const kind of ['problem', 'article'] as const) {
      const entries: readonly (Problem | Article)[] = Object.values(
        kind === 'problem' ? pack.problems : pack.articles,
      );
      for (const entry of entries) {
        const own = hasSays(entry) ? ownSentences(entry) : [];
        if (own.length === 0) continue;
        const about = classes.length;
        sentences.push(...own.map((text) => ({ text, about, isRival: false })));
        sentences.push(...rivalSentences(entry).map((text) => ({ text, about, isRival: true })));
        classes.push({ pack: pack.id, problem: entry.id, kind });
      }
    }
  }
  return { classes, sentences };
}

/** The direction of some vectors together, as one dense vector of length 1. */
function direction(vectors: readonly Vector[], size: number): Float32Array {
  const sum = new Float32Array(size);
  for (const { ids, weights } of vectors) {
    for (const [at, id] of ids.entries()) sum[id] = (sum[id] ?? 0) + (weights[at] ?? 0);
  }
  const length = Math.sqrt(sum.reduce((total, weight) => total + weight * weight, 0)) || 1;
  return sum.map((weight) => weight / length);
}

function subjectsOf(
  { classes, sentences }: Material,
  vectors: readonly Vector[],
  size: number,
): Map<string, Float32Array> {
  const packs = new Map<string, Float32Array>();
  for (const pack of new Set(classes.map((entry) => entry.pack))) {
    const own = vectors.filter((_, at) => {
      const sentence = sentences[at];
      return sentence !== undefined && !sentence.isRival && classes[sentence.about]?.pack === pack;
    });
    packs.set(pack, direction(own, size));
  }
  return packs;
}

/** Learns the classes from their sentences. */
export function learnClasses(material: Material): LearntClasses {
  const { classes, sentences } = material;
  const { data, vectors } = vectorSpace(sentences.map(({ text }) => text));
  const size = data.names.length;
  const lessons = sentences.map(({ about, isRival }, at) => ({
    vector: vectors[at] ?? { ids: new Int32Array(), weights: new Float32Array() },
    about: isRival ? -1 : about,
  }));
  const borders = trainBorders(lessons, { classCount: classes.length, size });
  return { classes, sentences, vectors, space: data, borders, subjects: subjectsOf(material, vectors, size) };
}

/** What was learnt, as something to ask. */
export function openClasses(learnt: LearntClasses): ProblemClasses {
  const { classes, borders, subjects } = learnt;
  const space = openSpace(learnt.space);
  const noSubject = new Float32Array(space.size);
  return {
    classes,
    own: vectorsByClass(learnt, false),
    rivals: vectorsByClass(learnt, true),
    space,
    linear: linearClasses(borders),
    subjects: classes.map(({ pack }) => subjects.get(pack) ?? noSubject),
  };
}

function vectorsByClass({ classes, sentences, vectors }: LearntClasses, isRival: boolean): Vector[][] {
  const groups: Vector[][] = classes.map(() => []);
  for (const [at, sentence] of sentences.entries()) {
    const vector = vectors[at];
    if (vector && sentence.isRival === isRival) groups[sentence.about]?.push(vector);
  }
  return groups;
}

const opened = new WeakMap<Knowledge, ProblemClasses>();

/** The classes of a knowledge; learnt once for each, unless `useClasses` brought them. */
export function problemClassesOf(knowledge: Knowledge): ProblemClasses {
  return opened.get(knowledge) ?? useClasses(knowledge, learnClasses(materialOf(knowledge)));
}

/** From now on these are the classes of the knowledge: for what was learnt from the same knowledge before. */
export function useClasses(knowledge: Knowledge, learnt: LearntClasses): ProblemClasses {
  const classes = openClasses(learnt);
  opened.set(knowledge, classes);
  return classes;
}
