import { z } from 'zod';
import { Secret } from './secret.ts';

/** One environment variable, as `.env.example` and errors describe it. */
export interface Setting {
  /** What it does, for `.env.example`. */
  readonly about: string;
  /** What counts when it is not set; '' = nothing. */
  readonly usual: string;
  readonly secret: boolean;
  /** What a value must be, to follow "expected". */
  readonly expected: string;
  /** A value that works, for the advice in an error. */
  readonly example: string;
}

/** A secret that matches `pattern`, or null when it is not set. */
export function secretOrNull(pattern: RegExp): z.ZodType<Secret | null, string> {
  return z
    .string()
    .refine((value) => value === '' || pattern.test(value))
    .transform((value) => (value === '' ? null : new Secret(value)));
}
