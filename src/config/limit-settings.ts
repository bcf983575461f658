import { z } from 'zod';
import type { Setting } from './setting.ts';

/** How many messages are answered. */
export const limitSettings = {
  LIMIT_PER_USER: {
    about:
      'Messages that one person gets answered at once; a quarter of it comes back each minute, and answers to an open question are free. Above it: one notice, then silence. 0: no limit, and no guard against bots that answer each other.',
    usual: '20',
    secret: false,
    expected: 'a whole number from 0 to 1000000',
    example: '20',
  },
  LIMIT_TOTAL: {
    about:
      'Messages that get a whole answer each minute, over all platforms; above it error codes are still looked up. 0: no limit.',
    usual: '20000',
    secret: false,
    expected: 'a whole number from 0 to 1000000000',
    example: '20000',
  },
} as const satisfies Record<string, Setting>;

const count = (digits: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .pipe(z.number().max(10 ** digits));

/** How each of them is read. */
export const limitSchema = { LIMIT_PER_USER: count(6), LIMIT_TOTAL: count(9) };

/** Both limits; 0 = none. */
export interface LimitConfig {
  readonly perPerson: number;
  readonly total: number;
}
