/**
 * Which of several outcomes comes up.
 *
 * @param chances of each outcome; they sum to 1
 * @param at a number in [0, 1)
 */
export function draw(chances: ArrayLike<number>, at: number): number {
  let sum = 0;
  for (let index = 0; index < chances.length; index++) {
    sum += chances[index] as number;
    if (at < sum) return index;
  }
  return chances.length - 1;
}
