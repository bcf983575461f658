import type { z } from 'zod';
import type { Finding } from '../finding.ts';
import { type Described, describeIssue } from './describe-issue.ts';
import type { ParsedYaml, Path } from './parse-yaml.ts';
import { schemaKeys } from './schema-keys.ts';

/**
 * Checks a parsed file against its schema and converts its strings.
 * @returns the converted entry, or one finding per thing that does not fit.
 */
export function convert<T extends z.ZodType>(
  schema: T,
  file: string,
  parsed: ParsedYaml,
): { source: z.infer<T> } | Finding[] {
  const result = schema.safeParse(parsed.value);
  if (result.success) return { source: result.data };
  const keysAt = (path: readonly PropertyKey[]) => schemaKeys(schema, path);
  const described = result.error.issues.flatMap((issue) => describeIssue(issue, parsed.value, keysAt));
  return described
    .filter((words) => !isMistyped(words, described))
    .map(({ path, meant: _, ...words }) => ({
      file,
      line: parsed.lineOf(path),
      severity: 'error',
      ...words,
    }));
}

/** Whether a key is missing only because it was mistyped beside: one mistake is one finding. */
function isMistyped({ rule, path }: Described, all: readonly Described[]): boolean {
  return (
    rule === 'missing-key' &&
    all.some(({ path: typed, meant }) => meant !== undefined && isSame(path, typed.with(-1, meant)))
  );
}

function isSame(one: Path, other: Path): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}
