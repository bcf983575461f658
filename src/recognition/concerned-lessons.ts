import type { LessonTable } from './lessons.ts';

/** A feature that more lessons have than this share says little about which of them are near a class. */
const commonShare = 0.05;
/** So many lessons that are near a class, and one of so many of the others, show where its border lies. */
const mostNear = 1500;
const oneOf = 8;

/** Which lessons have each feature, common features left out. */
interface Postings {
  /** Where those of each feature begin; one more than there are features. */
  readonly starts: Int32Array;
  readonly lessons: Int32Array;
  readonly weights: Float64Array;
}

function postingsOf({ count, starts, ids, weights }: LessonTable, size: number): Postings {
  const often = new Int32Array(size);
  for (const id of ids) often[id] = (often[id] as number) + 1;
  const begins = new Int32Array(size + 1);
  const isRare = (id: number): boolean => (often[id] as number) <= count * commonShare;
  for (let id = 0; id < size; id += 1)
    begins[id + 1] = (begins[id] as number) + (isRare(id) ? (often[id] as number) : 0);
  const postings = {
    starts: begins,
    lessons: new Int32Array(begins[size] as number),
    weights: new Float64Array(begins[size] as number),
  };
  const next = begins.slice(0, size);
  for (let at = 0; at < count; at += 1) {
    const end = starts[at + 1] as number;
    for (let from = starts[at] as number; from < end; from += 1) {
      const id = ids[from] as number;
      if (!isRare(id)) continue;
      const place = next[id] as number;
      next[id] = place + 1;
      postings.lessons[place] = at;
      postings.weights[place] = weights[from] as number;
    }
  }
  return postings;
}

/** Adds to each lesson how much it has in common with one of them. */
function addLikeness(near: Float64Array, table: LessonTable, postings: Postings, own: number): void {
  const end = table.starts[own + 1] as number;
  for (let from = table.starts[own] as number; from < end; from += 1) {
    const id = table.ids[from] as number;
    const weight = table.weights[from] as number;
    const last = postings.starts[id + 1] as number;
    for (let place = postings.starts[id] as number; place < last; place += 1) {
      const lesson = postings.lessons[place] as number;
      near[lesson] = (near[lesson] as number) + weight * (postings.weights[place] as number);
    }
  }
}

/** About how much a lesson must have in common with a class to be one of the nearest: one of eight is looked at. */
function leastNear(near: Float64Array, sample: Float64Array): number {
  for (let at = 0; at < sample.length; at += 1) sample[at] = near[at * oneOf] as number;
  sample.sort();
  return sample[Math.max(0, sample.length - Math.ceil(mostNear / oneOf))] as number;
}

/**
 * For many classes: the lessons that its border depends on. Those of the class, those that are most like them, and some
 * of all others; the rest lies far outside, and would only cost time.
 */
export function concernedLessons(table: LessonTable, size: number): (about: number) => Int32Array {
  const { count, abouts } = table;
  const postings = postingsOf(table, size);
  const near = new Float64Array(count);
  const sample = new Float64Array(Math.ceil(count / oneOf));
  const concerned = new Int32Array(count);
  return (about) => {
    near.fill(0);
    for (let at = 0; at < count; at += 1) if (abouts[at] === about) addLikeness(near, table, postings, at);
    const least = leastNear(near, sample);
    let taken = 0;
    for (let at = 0; at < count; at += 1) {
      const isNear = (near[at] as number) > 0 && (near[at] as number) >= least;
      if (!isNear && abouts[at] !== about && at % oneOf !== about % oneOf) continue;
      concerned[taken] = at;
      taken += 1;
    }
    return concerned.slice(0, taken);
  };
}
