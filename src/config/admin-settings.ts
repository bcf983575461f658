import { z } from 'zod';
import type { Setting } from './setting.ts';

/** Who may tell the bot how to behave. */
export const adminSettings = {
  ADMINS: {
    about:
      'People who may use the admin commands in chat (docs/admins.md), comma-separated: slack:U… and discord:… with the id of the person; slack:T…:U… for one workspace only. Not set: nobody.',
    usual: '',
    secret: false,
    expected: 'slack:<user id> and discord:<user id>, separated by commas',
    example: 'slack:U0123456789,discord:123456789012345678',
  },
} as const satisfies Record<string, Setting>;

/** How it is read. */
export const adminSchema = {
  ADMINS: z
    .string()
    .transform((value) => [...new Set(value.split(',').flatMap((item) => item.trim() || []))])
    .pipe(z.array(z.string().regex(/^(?:slack:(?:[TE][A-Z0-9]+:)?[UW][A-Z0-9]+|discord:\d{1,20})$/))),
} satisfies Record<keyof typeof adminSettings, z.ZodType>;
