import { createHash } from 'node:crypto';

/** Words that were not understood, as the conversation kept them: redacted before anything was stored. */
export interface StoredUnanswered {
  readonly conversation: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly text: string;
  readonly language: 'en' | 'zh';
  /** The problems that came nearest, as `pack/problem`. */
  readonly nearest: readonly string[];
}

/** What operations needs from a database to show what was not understood. */
export interface UnansweredStore {
  /** Newest first. */
  list(limit: number): Promise<readonly StoredUnanswered[]>;
}

/** Sentences that say the same but for case, width, digits and punctuation. */
export interface UnansweredGroup {
  /** `U-` and six hex digits; the same for the same sentence, today and tomorrow. */
  readonly id: string;
  /** The newest of them. */
  readonly text: string;
  /** How often it was said, and in how many conversations. */
  readonly count: number;
  readonly conversations: number;
  readonly lastAt: number;
  readonly languages: readonly ('en' | 'zh')[];
  /** The different spellings, newest first. */
  readonly sentences: readonly string[];
  /** What came nearest, the most frequent first. */
  readonly nearest: readonly string[];
}

function idOf(key: string): string {
  return `U-${createHash('sha256').update(key).digest('hex').slice(0, 6)}`;
}

function byFrequency(items: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([, one], [, two]) => two - one).map(([item]) => item);
}

function groupOf(key: string, members: readonly StoredUnanswered[]): UnansweredGroup {
  const newestFirst = members.toSorted((one, two) => two.at - one.at);
  const sentences = [...new Set(newestFirst.map(({ text }) => text))];
  return {
    id: idOf(key),
    text: sentences[0] ?? '',
    count: members.length,
    conversations: new Set(members.map(({ conversation }) => conversation)).size,
    lastAt: newestFirst[0]?.at ?? 0,
    languages: [...new Set(members.map(({ language }) => language))].sort(),
    sentences,
    nearest: byFrequency(members.flatMap(({ nearest }) => nearest)),
  };
}

/**
 * Groups what was not understood, the most frequent first and the newest first among equals.
 *
 * @param keyOf what two sentences must share to be one; '' is left out.
 */
export function groupUnanswered(
  list: readonly StoredUnanswered[],
  keyOf: (text: string) => string,
): readonly UnansweredGroup[] {
  const groups = Map.groupBy(list, ({ text }) => keyOf(text));
  groups.delete('');
  return Array.from(groups, ([key, members]) => groupOf(key, members)).sort(
    (one, two) => two.count - one.count || two.lastAt - one.lastAt,
  );
}

/** Longer sentences are cut in the list; `--json` and drafts have them whole. */
const longestShown = 160;

/** A block of lines for each group: id, how often, when last, the words, and what came nearest. '' when there are none. */
export function renderUnanswered(groups: readonly UnansweredGroup[]): string {
  return groups
    .map(({ id, text, count, conversations, lastAt, nearest, sentences }) => {
      const times = `${count}× in ${conversations} ${conversations === 1 ? 'talk' : 'talks'}`;
      const line = text.replaceAll(/\s+/g, ' ');
      const shown = line.length > longestShown ? `${line.slice(0, longestShown)} …` : line;
      const others = sentences.length > 1 ? ` (and ${sentences.length - 1} other spellings)` : '';
      const near = nearest.length > 0 ? `\n  nearest: ${nearest.slice(0, 3).join(', ')}` : '';
      return `${id}  ${times}, last ${new Date(lastAt).toISOString()}\n  ${shown}${others}${near}\n`;
    })
    .join('');
}
