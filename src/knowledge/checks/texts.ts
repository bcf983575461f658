import { quote } from '../finding.ts';
import type { Entry, Fault, PackSources } from '../read/pack-sources.ts';
import type { Path } from '../read/parse-yaml.ts';
import type { Check } from './check.ts';
import { shownTexts, textPlaces } from './shown-texts.ts';

type Phrases = { en?: readonly string[] | undefined; zh?: readonly string[] | undefined };

export const missingTranslation: Check = {
  name: 'missing-translation',
  why: 'A person would be answered in a language they may not read, or could not open the problem in their own words.',
  *check(sources) {
    const { languages } = sources.pack.source;
    for (const { entry, path, text } of textPlaces(sources)) {
      // A command without any words is a finding of its own.
      if (Object.keys(text).length === 0) continue;
      for (const language of languages) {
        if (text[language] === undefined) yield missing(entry, path, language, 'a text');
      }
    }
    for (const { entry, path, phrases } of saysOf(sources)) {
      for (const language of languages) {
        if (!phrases[language]?.length) yield missing(entry, path, language, 'at least one phrase');
      }
    }
  },
};

export const heardInOneLanguage: Check = {
  name: 'heard-in-one-language',
  why: 'What people say unasked would be understood in one language only.',
  severity: 'warning',
  *check(sources) {
    for (const entry of sources.observations.values()) {
      for (const [id, { heard }] of Object.entries(entry.source.answers)) {
        if (heard === undefined) continue;
        for (const language of sources.pack.source.languages) {
          if (!heard[language]?.length) yield missing(entry, ['answers', id, 'heard'], language, 'phrases');
        }
      }
    }
  },
};

export const translationShape: Check = {
  name: 'translation-shape',
  why: 'A step or line that only one language has is a step that the other readers miss.',
  severity: 'warning',
  *check(sources) {
    for (const { entry, path, text } of textPlaces(sources)) {
      const [en, zh] = [linesOf(text.en), linesOf(text.zh)];
      if (en === undefined || zh === undefined || en === zh) continue;
      const found = `${en} lines in English, ${zh} in Chinese`;
      yield { entry, path, found, expected: 'as many lines in both', tip: 'Translate line by line.' };
    }
  },
};

/** What `askfix new` puts where a person has to write. */
export const gapMark = 'WRITE ME';

export const writeMe: Check = {
  name: 'write-me',
  why: 'A skeleton is not knowledge yet.',
  *check(sources) {
    for (const { entry, path, text } of shownTexts(sources)) {
      if (text.includes(gapMark)) yield gap(entry, path, text);
    }
    for (const { entry, path, phrase } of phrasesOf(sources)) {
      if (phrase.includes(gapMark)) yield gap(entry, path, phrase);
    }
  },
};

function gap(entry: Entry<unknown>, path: Path, text: string): Fault {
  const tip = 'Replace the marked text by your own words.';
  return { entry, path, found: quote(text), expected: `no "${gapMark}" left`, tip };
}

/** What people say, and the examples and sources beside it: a gap may be left there too. */
function* phrasesOf(sources: PackSources): Generator<{ entry: Entry<unknown>; path: Path; phrase: string }> {
  for (const entry of sources.problems.values()) {
    const { says, examples, sources: from } = entry.source;
    const lists: [Path, readonly string[] | undefined][] = [
      [['says', 'en'], says?.en],
      [['says', 'zh'], says?.zh],
      [['examples', 'match'], examples?.match],
      [['examples', 'noMatch'], examples?.noMatch],
      [['sources'], from],
    ];
    for (const [path, list] of lists) {
      for (const [index, phrase] of (list ?? []).entries()) yield { entry, path: [...path, index], phrase };
    }
  }
}

function* saysOf(sources: PackSources): Generator<{ entry: Entry<unknown>; path: Path; phrases: Phrases }> {
  for (const entry of [...sources.problems.values(), ...sources.articles.values()]) {
    if (entry.source.says !== undefined) yield { entry, path: ['says'], phrases: entry.source.says };
  }
}

const languageNames = { en: 'English', zh: 'Chinese' } as const;

function missing(entry: Entry<unknown>, path: Path, language: 'en' | 'zh', what: string): Fault {
  return {
    entry,
    path,
    found: `no ${languageNames[language]}`,
    expected: `${what} under "${language}"`,
    tip: `Add "${language}: …" (pack.yaml promises ${languageNames[language]}).`,
  };
}

function linesOf(text: string | undefined): number | undefined {
  return text?.trim().split('\n').length;
}
