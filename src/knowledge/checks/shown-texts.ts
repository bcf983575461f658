import type { Text } from '../../languages/text.ts';
import { allEntries, type Entry, type PackSources } from '../read/pack-sources.ts';
import type { Path } from '../read/parse-yaml.ts';

/** A text of an entry in its languages, and the command that stands with it. */
export interface TextPlace {
  readonly entry: Entry<unknown>;
  readonly path: Path;
  readonly text: Text;
  readonly command?: string;
}

/** One sentence as a person would see it. */
export interface ShownText {
  readonly entry: Entry<unknown>;
  readonly path: Path;
  readonly text: string;
  readonly isCommand: boolean;
}

/** Keys under which people's own words, references or whole entries stand: nothing of that is shown as it is. */
const notShown = new Set(['says', 'unlike', 'heard', 'examples', 'sources', 'implies', 'inline']);

/** Every text that the bot may show, entry by entry. */
export function* textPlaces(sources: PackSources): Generator<TextPlace> {
  for (const entry of allEntries(sources)) yield* textsIn(entry, entry.source, []);
}

/** Every sentence and command that the bot may show, language by language. */
export function* shownTexts(sources: PackSources): Generator<ShownText> {
  for (const { entry, path, text, command } of textPlaces(sources)) {
    for (const [language, words] of Object.entries(text)) {
      yield { entry, path: [...path, language], text: words, isCommand: false };
    }
    if (command !== undefined) yield { entry, path: [...path, 'command'], text: command, isCommand: true };
  }
}

function* textsIn(entry: Entry<unknown>, value: unknown, path: Path): Generator<TextPlace> {
  if (typeof value !== 'object' || value === null) return;
  if (isText(value)) {
    const { command, versions: _notShown, ...text } = value;
    yield command === undefined ? { entry, path, text } : { entry, path, text, command };
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    if (!notShown.has(key)) yield* textsIn(entry, inner, [...path, step]);
  }
}

function isText(value: object): value is Text & { command?: string; versions?: unknown } {
  const { en, zh, command } = value as Record<string, unknown>;
  return [en, zh, command].some((part) => typeof part === 'string');
}
