import { allEntries, type Entry, type PackSources } from '../read/pack-sources.ts';
import type { Check } from './check.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export const impossibleDate: Check = {
  name: 'impossible-date',
  why: 'A date that does not exist hides how old a fact is.',
  *check(sources, { today }) {
    for (const { entry, asOf } of datesOf(sources)) {
      const isReal = isDay(asOf);
      const isAhead = today > '0000-00-00' && asOf > today;
      if (isReal && !isAhead) continue;
      const expected = isReal ? 'a day that has been' : 'a day of the calendar';
      yield {
        entry,
        path: ['asOf'],
        found: `"${asOf}"`,
        expected,
        tip: 'Write year-month-day, such as 2026-02-28.',
      };
    }
  },
};

export const staleFact: Check = {
  name: 'stale-fact',
  why: 'Limits and menus change; a fact that nobody has looked at for long is a guess.',
  severity: 'warning',
  *check(sources, { today }) {
    const { reviewDays } = sources.pack.source;
    for (const { entry, asOf } of datesOf(sources)) {
      const days = Math.floor((Date.parse(today) - Date.parse(asOf)) / DAY_MS);
      if (!isDay(asOf) || !(days > reviewDays)) continue;
      const tip = "Look it up again, correct it, and write today's date.";
      yield { entry, path: ['asOf'], found: `${days} days old`, expected: `at most ${reviewDays} days`, tip };
    }
  },
};

/** JavaScript takes 30 February for 2 March; then the text that comes back is another one. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

function* datesOf(sources: PackSources): Generator<{ entry: Entry<unknown>; asOf: string }> {
  for (const entry of allEntries(sources)) {
    const { asOf } = entry.source as { asOf?: string };
    if (asOf !== undefined) yield { entry, asOf };
  }
}
