import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Certainty, fitCertainty, usualCertainty } from './certainty.ts';
import { fileNearMisses, type NearMisses, type Rival } from './near-misses.ts';
import { type PackedWeights, packWeights } from './packed-weights.ts';
import { type Material, materialOf, type ProblemClass, type Sentence } from './problem-sentences.ts';
import { type Subject, subjectOf } from './subjects.ts';
import { type Example, type LearntText, learnText, openText, type TextClasses } from './text-classes.ts';
import { trialsOf } from './trials.ts';
import type { Vector } from './vectors.ts';

export interface ProblemClasses {
  readonly classes: readonly ProblemClass[];
  readonly text: TextClasses;
  readonly nearMisses: NearMisses;
  readonly packs: readonly PackSubject[];
  /** How much each feature belongs to each pack, by its place in `packs`. */
  readonly subjects: PackedWeights;
  readonly certainty: Certainty;
}

/** A pack's classes, and what it talks about. */
export interface PackSubject {
  readonly abouts: Int32Array;
  /** How near its own sentences usually are, 0–1. */
  readonly usual: number;
}

/** What was learnt, as plain data that can be kept between starts. */
export interface LearntClasses {
  readonly classes: readonly ProblemClass[];
  readonly text: LearntText;
  readonly rivals: readonly Rival[];
  /** By pack. */
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly certainty: Certainty;
}

/** `first`: something at once, however much there is to learn; `full`: learnt borders and probabilities tried on them. */
type Thoroughness = 'first' | 'full';

/** A near miss belongs to no class; it is kept in learning whenever something is left out to be tried. */
export function exampleOf({ text, about, isRival, isTitle }: Sentence): Example {
  return { text, about: isRival ? -1 : about, ...(isTitle ? { isTitle } : {}) };
}

function subjectsOf({ classes, sentences }: Material, { vectors, space }: LearntText): Map<string, Subject> {
  const byPack = new Map<string, Vector[]>();
  for (const [at, { about, isRival }] of sentences.entries()) {
    const pack = classes[about]?.pack;
    if (isRival || pack === undefined) continue;
    const own = byPack.get(pack) ?? [];
    own.push(vectors[at] as Vector);
    byPack.set(pack, own);
  }
  return new Map(Array.from(byPack, ([pack, own]) => [pack, subjectOf(own, space.names)]));
}

function rivalsOf(sentences: readonly Sentence[], vectors: readonly Vector[]): Rival[] {
  return sentences.flatMap(({ about, isRival }, at) =>
    isRival ? [{ about, vector: vectors[at] as Vector }] : [],
  );
}

/** What is there at once looks at about so many sentences, which take half a second; titles always count. */
const mostAtFirst = 4000;

function thinned({ classes, sentences }: Material): Material {
  const oneOf = Math.ceil(sentences.length / mostAtFirst);
  return { classes, sentences: sentences.filter(({ isTitle }, at) => isTitle || at % oneOf === 0) };
}

/** Learns the classes from their sentences. */
export function learnClasses(given: Material, thoroughness: Thoroughness = 'full'): LearntClasses {
  const isQuick = thoroughness === 'first';
  const material = isQuick ? thinned(given) : given;
  const { classes, sentences } = material;
  const examples = sentences.map(exampleOf);
  const options = { classCount: classes.length, isQuick };
  const text = learnText(examples, options);
  return {
    classes,
    text,
    rivals: rivalsOf(sentences, text.vectors),
    subjects: subjectsOf(material, text),
    certainty: isQuick ? usualCertainty : fitCertainty(trialsOf(examples, options)),
  };
}

/** What was learnt, as something to ask. */
export function openClasses({ classes, text, rivals, subjects, certainty }: LearntClasses): ProblemClasses {
  const directions = Array.from(subjects.values(), ({ direction }) => direction);
  const space = { classCount: directions.length, size: text.space.names.length };
  return {
    classes,
    text: openText(text),
    nearMisses: fileNearMisses(rivals),
    packs: Array.from(subjects, ([pack, { usual }]) => ({
      abouts: Int32Array.from(classes.flatMap((entry, about) => (entry.pack === pack ? [about] : []))),
      usual,
    })),
    subjects: packWeights(space, (at) => ({ ...(directions[at] as Vector), bias: 0 })),
    certainty,
  };
}

const opened = new WeakMap<Knowledge, ProblemClasses>();

/** The classes of a knowledge; learnt once for each, unless `useClasses` brought them. */
export function problemClassesOf(knowledge: Knowledge): ProblemClasses {
  if (knowledge.whole) return problemClassesOf(knowledge.whole);
  return opened.get(knowledge) ?? useClasses(knowledge, learnClasses(materialOf(knowledge)));
}

/** From now on these are the classes of the knowledge: for what was learnt from the same knowledge before. */
export function useClasses(knowledge: Knowledge, learnt: LearntClasses): ProblemClasses {
  const classes = openClasses(learnt);
  opened.set(knowledge, classes);
  return classes;
}
