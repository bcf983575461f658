/** How simulated people answer. Presets of the diagnosis benches; shares of a mixture sum to 1. */
export interface Habits {
  /** P(a wrong answer, any other one, to a question they do answer). */
  readonly wrong: number;
  /** P("don't know") besides what the question itself brings. */
  readonly dontKnow: number;
  /** P(a fix is done wrong and so does not help). */
  readonly fixDoneWrong: number;
}

const habits = (wrong: number, dontKnow = 0, fixDoneWrong = 0): Habits => ({ wrong, dontKnow, fixDoneWrong });

export const crowds: Readonly<
  Record<string, readonly { readonly share: number; readonly habits: Habits }[]>
> = {
  clean: [{ share: 1, habits: habits(0) }],
  careful: [{ share: 1, habits: habits(0, 0.05) }],
  careless: [{ share: 1, habits: habits(0.1, 0.2) }],
  mixed: [
    { share: 0.7, habits: habits(0.02) },
    { share: 0.3, habits: habits(0.4) },
  ],
  wrong10: [{ share: 1, habits: habits(0.1) }],
  wrong20: [{ share: 1, habits: habits(0.2) }],
  hard: [{ share: 1, habits: habits(0.15, 0.2, 0.1) }],
};

/** One person of a crowd. @param at a number in [0, 1). */
export function personOf(
  crowd: readonly { readonly share: number; readonly habits: Habits }[],
  at: number,
): Habits {
  let sum = 0;
  for (const { share, habits: found } of crowd) {
    sum += share;
    if (at < sum) return found;
  }
  return (crowd.at(-1) as { habits: Habits }).habits;
}
