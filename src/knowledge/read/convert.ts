import type { z } from 'zod';
import type { Finding } from '../finding.ts';
import { describeIssue } from './describe-issue.ts';
import type { ParsedYaml } from './parse-yaml.ts';
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
  return result.error.issues
    .flatMap((issue) => describeIssue(issue, parsed.value, keysAt))
    .map(({ path, ...words }) => ({ file, line: parsed.lineOf(path), severity: 'error', ...words }));
}
