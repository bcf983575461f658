import type { FamilyWords, WordHit } from './family-words.ts';

/** What the words of a message say about where a code comes from. */
export interface Context {
  /** What words near `start`…`end` say. */
  around(start: number, end: number): Said;
}

/** What words near a code say about its family. */
export interface Said {
  /** How strongly they speak for each family: 4 beside, 3 near, 2 in the line, 1 in the message. */
  readonly weights: ReadonlyMap<string, number>;
  /** Families that are called by their name in the same line or nearer. */
  readonly names: ReadonlySet<string>;
}

/** Words are looked for in pieces of this size, and only where a code stands. */
const pieceSize = 1024;
/** Up to this length the whole message counts; a log is not one subject. */
const messageSize = 4 * pieceSize;
const besideDistance = 3;
const nearDistance = 40;
const lineDistance = 400;
const strengths = { beside: 4, near: 3, line: 2, message: 1 };
/** A further word for the same family adds a little, up to this much. */
const further = { each: 0.5, most: 1.5 };
/** A word of many families says less than one of a single family. */
function shareOf(families: number): number {
  if (families === 1) return 1;
  return families <= 3 ? 0.8 : 0.6;
}

class Words implements Context {
  readonly #text: string;
  readonly #words: FamilyWords;
  readonly #pieces = new Map<number, readonly WordHit[]>();

  constructor(text: string, words: FamilyWords) {
    this.#text = text;
    this.#words = words;
  }

  #piece(index: number): readonly WordHit[] {
    let hits = this.#pieces.get(index);
    if (hits === undefined) {
      const from = Math.max(0, index * pieceSize - 16);
      hits = this.#words.hits(this.#text, from, (index + 1) * pieceSize);
      this.#pieces.set(index, hits);
    }
    return hits;
  }

  around(start: number, end: number): Said {
    const isShort = this.#text.length <= messageSize;
    const from = isShort ? 0 : Math.max(0, start - lineDistance);
    const to = isShort ? this.#text.length : Math.min(this.#text.length, end + lineDistance);
    const best = new Map<string, { strength: number; words: Set<string> }>();
    const names = new Set<string>();
    for (let index = Math.floor(from / pieceSize); index * pieceSize < to; index += 1) {
      for (const hit of this.#piece(index)) {
        // A name is no context of itself.
        if (hit.start >= start && hit.end <= end) continue;
        const strength = this.#strength(hit, start, end);
        this.#count(best, hit, strength);
        if (strength >= strengths.line) for (const name of hit.names) names.add(name);
      }
    }
    const weights = [...best].map(
      ([family, { strength, words }]) =>
        [family, strength + Math.min(further.most, further.each * (words.size - 1))] as const,
    );
    return { weights: new Map(weights), names };
  }

  #count(
    best: Map<string, { strength: number; words: Set<string> }>,
    { families, word }: WordHit,
    strength: number,
  ): void {
    if (strength === 0) return;
    const share = shareOf(families.length);
    for (const family of families) {
      const known = best.get(family) ?? { strength: 0, words: new Set() };
      known.strength = Math.max(known.strength, strength * share);
      known.words.add(word);
      best.set(family, known);
    }
  }

  #strength(hit: WordHit, start: number, end: number): number {
    const distance = hit.end <= start ? start - hit.end : Math.max(0, hit.start - end);
    if (distance <= besideDistance) return strengths.beside;
    if (distance <= nearDistance) return strengths.near;
    if (distance <= lineDistance) {
      const between = hit.end <= start ? this.#text.slice(hit.end, start) : this.#text.slice(end, hit.start);
      if (!between.includes('\n')) return strengths.line;
    }
    return this.#text.length <= messageSize ? strengths.message : 0;
  }
}

/** The context of a normalised text; computed piece by piece, when somebody asks. */
export function contextOf(text: string, words: FamilyWords): Context {
  return new Words(text, words);
}
