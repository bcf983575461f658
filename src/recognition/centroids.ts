import type { Lesson } from './lessons.ts';
import { type KeptWeights, type PackedWeights, packWeights } from './packed-weights.ts';

/** Brings the nearness to a class's middle, 0–1, to the scale of learnt borders: about 0 where a class begins. */
const scale = 3;
const bias = -1.2;

function middleOf(lessons: readonly Lesson[]): KeptWeights {
  const middle = new Map<number, number>();
  for (const { vector } of lessons) {
    for (let at = 0; at < vector.ids.length; at += 1) {
      const id = vector.ids[at] as number;
      middle.set(id, (middle.get(id) ?? 0) + (vector.weights[at] as number));
    }
  }
  let square = 0;
  for (const weight of middle.values()) square += weight * weight;
  const stretch = scale / (Math.sqrt(square) || 1);
  return {
    ids: Int32Array.from(middle.keys()),
    weights: Float32Array.from(middle.values(), (weight) => weight * stretch),
    bias,
  };
}

/**
 * Borders for a start, without learning: how near a text is to the middle of each class. Worse than learnt ones, and
 * there at once however many classes there are.
 */
export function centroidBorders(
  lessons: readonly Lesson[],
  options: { readonly classCount: number; readonly size: number },
): PackedWeights {
  const byClass: Lesson[][] = Array.from({ length: options.classCount }, () => []);
  for (const lesson of lessons) byClass[lesson.about]?.push(lesson);
  return packWeights(options, (about) => middleOf(byClass[about] ?? []));
}
