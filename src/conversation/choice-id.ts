/**
 * Names of choices: talk, turn of the question, place among its options. Short (at most 6 + 1 + 7 + 1 + 2 bytes, where
 * Telegram allows 64), and enough to see that a press is stale or comes from another talk.
 */
export interface ChoiceName {
  readonly talk: string;
  readonly turn: number;
  readonly index: number;
}

const pattern = /^([a-z0-9]{6})-(\d{1,7})-(\d{1,2})$/;

/** The id of a choice as platforms carry it. */
export function choiceId({ talk, turn, index }: ChoiceName): string {
  return `${talk}-${turn}-${index}`;
}

/** What a pressed id says; null when it is none of ours. */
export function parseChoiceId(id: string): ChoiceName | null {
  const match = pattern.exec(id);
  if (!match) return null;
  return { talk: match[1] as string, turn: Number(match[2]), index: Number(match[3]) };
}
