import { z } from 'zod';
import type { CodeFamily } from './code-data.ts';

const text = z.strictObject({ en: z.string().min(1).max(500), zh: z.string().min(1).max(500) });
const words = z.array(z.string().min(1).max(60)).max(60);

/** What `<family>.yaml` beside a table of codes says; each key is explained at `CodeFamily`. */
export const familySchema = z.strictObject({
  title: text,
  vendor: z.string().min(1).max(60),
  printed: z.enum(['hex', 'decimal', 'literal', 'name']),
  prefix: z.string().max(8).optional(),
  group: z.string().max(20).optional(),
  names: z.enum(['sure', 'camel', 'caps', 'context', 'none']),
  alone: z.array(z.string().min(3).max(60)).max(60).optional(),
  official: z.enum(['true', 'false']).transform((value) => value === 'true'),
  rank: z
    .string()
    .regex(/^[0-4]$/, 'must be a digit from 0 to 4')
    .transform(Number),
  platforms: z.array(z.string()).default([]),
  words: z.strictObject({ en: words.default([]), zh: words.default([]) }),
  advice: text,
});

/** The family of an owner's table that has no `<family>.yaml`: its codes are the owner's own, and sure. */
export function plainFamily(id: string): Omit<CodeFamily, 'rows'> {
  return {
    id,
    title: { en: id, zh: id },
    vendor: id,
    printed: 'literal',
    names: 'sure',
    official: true,
    rank: 4,
    platforms: [],
    words: { en: [id], zh: [] },
    advice: {},
  };
}
