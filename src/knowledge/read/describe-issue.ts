import type { z } from 'zod';
import { quote } from '../finding.ts';
import { didYouMean, nearest } from '../nearest.ts';
import type { Path } from './parse-yaml.ts';

type Issue = z.core.$ZodIssue;

/** A schema issue in the words of a finding; `path` leads to the value (or the key) in the file. */
export interface Described {
  readonly path: Path;
  readonly rule: string;
  readonly found: string;
  readonly expected: string;
  readonly tip: string;
  /** The known key that an unknown one was probably meant to be. */
  readonly meant?: string | undefined;
}

/**
 * Turns one zod issue into findings' words: one for each unknown key, one otherwise.
 * @param root the value that was checked
 * @param keysAt the keys that the schema knows at a path
 */
export function describeIssue(
  issue: Issue,
  root: unknown,
  keysAt: (path: Path) => readonly string[],
): Described[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, issue.path, keysAt(issue.path)));
    case 'invalid_union': {
      const branch = likeliestBranch(issue.errors);
      return branch.flatMap((inner) =>
        describeIssue({ ...inner, path: [...issue.path, ...inner.path] } as Issue, root, keysAt),
      );
    }
    default:
      return [describePlain(issue, valueAt(root, issue.path))];
  }
}

function unknownKey(key: string, path: Path, known: readonly string[]): Described {
  const names = known.join(', ');
  return {
    path: [...path, key],
    rule: 'unknown-key',
    meant: nearest(key, known),
    found: quote(key),
    expected: names === '' ? 'no such key' : `one of ${names}`,
    tip: /\s/.test(key)
      ? 'Inside { } and [ ] a comma ends the text: put the text in quotes, "…".'
      : `${didYouMean(key, known)}Unknown keys are refused, so that a typing mistake cannot silently lose something.`,
  };
}

type Words = Pick<Described, 'rule' | 'expected' | 'tip'>;

function describePlain(issue: Issue, value: unknown): Described {
  if (issue.code !== 'invalid_key')
    return { path: issue.path, found: quote(value), ...wordsFor(issue, value) };
  const expected = issue.issues[0]?.message ?? 'an id';
  const tip = 'Ids are short names like f3-group-space-full.';
  return { path: issue.path, found: quote(issue.path.at(-1)), rule: 'wrong-id', expected, tip };
}

function wordsFor(issue: Issue, value: unknown): Words {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? missingKey(issue) : wrongKind(issue.expected, value);
    case 'invalid_value':
      return wrongValue(issue.values.map(String), value);
    case 'invalid_format':
      return { rule: 'wrong-form', expected: issue.message, tip: formTip(value) };
    case 'too_small':
    case 'too_big':
      return { rule: 'wrong-size', ...sizeOf(issue, value) };
    default:
      return {
        rule: 'schema',
        expected: issue.message,
        tip: 'See knowledge/README.md for what this key takes.',
      };
  }
}

function missingKey({ path }: Issue): Words {
  const name = String(path.findLast((part) => typeof part === 'string') ?? 'the file');
  const tip = `Add "${name}: …"; the schema in knowledge/schema/ lists what it takes.`;
  return { rule: 'missing-key', expected: `the key "${name}"`, tip };
}

function wrongKind(expected: string, value: unknown): Words {
  return { rule: 'wrong-kind', expected: kindNames[expected] ?? expected, tip: kindTip(expected, value) };
}

function wrongValue(values: readonly string[], value: unknown): Words {
  const tip = `${didYouMean(String(value), values)}Only these words are understood here.`;
  return { rule: 'wrong-value', expected: values.join(' or '), tip };
}

const kindNames: Partial<Record<string, string>> = {
  string: 'a text',
  array: 'a list, each item on a line "- …"',
  object: 'keys with values, such as "en: …" and "zh: …"',
  record: 'keys with values',
};

function kindTip(expected: string, value: unknown): string {
  if (expected === 'string' && typeof value === 'object') {
    return 'A text that holds a colon and a space, or begins with [ or {, needs quotes: "…".';
  }
  if (value === '') return 'Nothing stands after the colon: write the value, or remove the key.';
  if (expected === 'array') return 'Even a single item needs its dash: "- …", or brackets: [one].';
  return 'Indent the keys below this one by two spaces.';
}

function formTip(value: unknown): string {
  const text = String(value);
  if (/[%,，％]/.test(text)) return 'Write a plain number with a point: 0.5 instead of 50 % or 0,5.';
  if (/\p{Lu}/u.test(text)) return 'Use lower-case letters only.';
  if (/^[\d.]+\s*\p{L}/u.test(text)) return 'Write the number alone, without its unit.';
  if (/[_\s]/.test(text)) return 'Use a hyphen between words.';
  return 'See knowledge/README.md for an example.';
}

function sizeOf(
  issue: Issue & { code: 'too_small' | 'too_big' },
  value: unknown,
): { expected: string; tip: string } {
  const limit = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  if (value === '')
    return { expected: 'a text', tip: 'Nothing stands after the colon: write the text, or remove the key.' };
  if (issue.origin === 'number')
    return {
      expected: `a number, ${limit}`,
      tip: 'Shares of 1 are written as 0.8, not 80; times are minutes.',
    };
  return { expected: `${limit} of them`, tip: 'Add what is missing, or remove the key.' };
}

/** The branch the author most probably meant: the one that objects least. */
function likeliestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const objections = (issues: readonly Issue[]) => issues.reduce((sum, issue) => sum + weightOf(issue), 0);
  return branches.toSorted((one, other) => objections(one) - objections(other))[0] ?? [];
}

/** A value of another kind altogether rules a branch out; a wrong key or form inside it does not. */
function weightOf(issue: Issue): number {
  if (issue.code === 'unrecognized_keys') return issue.keys.length;
  return issue.code === 'invalid_type' && issue.path.length === 0 ? 100 : 1;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    root,
  );
}
