import { z } from 'zod';
import type { Setting } from './setting.ts';

const setting = (about: string, usual: string) => ({
  about,
  usual,
  secret: false,
  expected: 'a whole number of days from 1 to 3650',
  example: usual,
});

/** After how many days something goes by itself. */
export const retentionSettings = {
  RETENTION_TALKS_DAYS: setting(
    'Days after the last word until a talk goes, with its replies, tickets and hidden numbers.',
    '90',
  ),
  RETENTION_LOG_DAYS: setting(
    "Days until the record of what happened (audit, how often codes were named; nobody's words) loses what it said.",
    '180',
  ),
  RETENTION_LEARNING_DAYS: setting(
    'Days until what talks taught (answers by id, of people who agreed) goes.',
    '365',
  ),
} as const satisfies Record<string, Setting>;

const days = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(3_650));

/** How each of them is read. */
export const retentionSchema = {
  RETENTION_TALKS_DAYS: days,
  RETENTION_LOG_DAYS: days,
  RETENTION_LEARNING_DAYS: days,
};

/** Days per kind. */
export interface RetentionConfig {
  readonly talks: number;
  readonly log: number;
  readonly learning: number;
}
