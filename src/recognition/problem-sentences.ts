import type { Article, Knowledge, Problem } from '../knowledge/knowledge.ts';

/** Something a message can be about. */
export interface ProblemClass {
  readonly pack: string;
  /** Id of a problem, or of an article. */
  readonly problem: string;
  readonly kind: 'problem' | 'article';
}

/** A sentence that the knowledge gives for a class. */
export interface Sentence {
  readonly text: string;
  /** Index of the class. */
  readonly about: number;
  /** A near miss: it looks like the class and is not. */
  readonly isRival: boolean;
  readonly isTitle?: boolean;
}

export interface Material {
  readonly classes: readonly ProblemClass[];
  readonly sentences: readonly Sentence[];
}

type Entry = Problem | Article;

function digitsOf(code: string): string {
  return code.slice(code.indexOf('/') + 1).replace(/^-/, '');
}

function textsOf(texts: readonly (string | undefined)[]): string[] {
  return texts.filter((text) => text !== undefined);
}

/** Titles are sentences too. Those that hold a code of the entry are found by the code and teach nothing about words. */
function ownSentences(entry: Entry, about: number): Sentence[] {
  const codes = 'codes' in entry ? entry.codes.map(digitsOf) : [];
  const isPlain = (text: string): boolean => !codes.some((code) => text.includes(code));
  const titles = textsOf([entry.title.en, entry.title.zh]).filter(isPlain);
  const says = textsOf([...(entry.says.en ?? []), ...(entry.says.zh ?? [])]).filter(isPlain);
  return [
    ...titles.map((text) => ({ text, about, isRival: false, isTitle: true })),
    ...says.map((text) => ({ text, about, isRival: false })),
  ];
}

function rivalSentences({ unlike }: Entry, about: number): Sentence[] {
  return [...(unlike.en ?? []), ...(unlike.zh ?? [])].map((text) => ({ text, about, isRival: true }));
}

function hasSays({ says }: Entry): boolean {
  return (says.en?.length ?? 0) + (says.zh?.length ?? 0) > 0;
}

/** Every problem and article that says how people put it; those that only have codes are no classes. */
export function materialOf(knowledge: Knowledge): Material {
  const classes: ProblemClass[] = [];
  const sentences: Sentence[] = [];
  for (const pack of Object.values(knowledge.packs)) {
    for (const kind of ['problem', 'article'] as const) {
      const entries: readonly Entry[] = Object.values(kind === 'problem' ? pack.problems : pack.articles);
      for (const entry of entries) {
        const own = hasSays(entry) ? ownSentences(entry, classes.length) : [];
        if (own.length === 0) continue;
        sentences.push(...own, ...rivalSentences(entry, classes.length));
        classes.push({ pack: pack.id, problem: entry.id, kind });
      }
    }
  }
  return { classes, sentences };
}
