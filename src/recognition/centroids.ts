import type { Lesson } from './lessons.ts';
import { type PackedWeights, packWeights } from './packed-weights.ts';

/** Brings the nearness to a class's middle, 0–1, to the scale of learnt borders: about 0 where a class begins. */
const scale = 3;
const bias = -1.2;

/**
 * Borders for a start, without learning: how near a text is to the middle of each class. Worse than learnt ones, and
 * there at once however many classes there are.
 */
export function centroidBorders(
  lessons: readonly Lesson[],
  { classCount, size }: { readonly classCount: number; readonly size: number },
): PackedWeights {
  const byClass: Lesson[][] = Array.from({ length: classCount }, () => []);
  for (const lesson of lessons) byClass[lesson.about]?.push(lesson);
  return packWeights({ classCount, size }, (about) => {
    const middle = new Float64Array(size + 1);
    for (const { vector } of byClass[about] ?? []) {
      for (let at = 0; at < vector.ids.length; at += 1) {
        const id = vector.ids[at] as number;
        middle[id] = (middle[id] as number) + (vector.weights[at] as number);
      }
    }
    const length = Math.sqrt(middle.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
    const weights = middle.map((weight) => (scale * weight) / length);
    weights[size] = bias;
    return weights;
  });
}
