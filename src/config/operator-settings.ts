import { z } from 'zod';
import type { Setting } from './setting.ts';

/** Who gets what people hand over. */
export const operatorSettings = {
  OPERATORS: {
    about:
      'Channels that get every ticket, comma-separated: slack:C… (slack:T…:C… with several workspaces) and discord:… by channel id. The bot must be a member there.',
    usual: '',
    secret: false,
    expected:
      'slack:<channel id>, slack:<workspace id>:<channel id> or discord:<channel id>, separated by commas',
    example: 'slack:C0123456789,discord:123456789012345678',
  },
} as const satisfies Record<string, Setting>;

/** A channel that gets every ticket. */
export interface OperatorChannel {
  readonly platform: 'slack' | 'discord';
  /** The platform's own id of it; in Slack `T…:C…` where there are several workspaces. */
  readonly channel: string;
}

const one = z
  .string()
  .regex(/^(?:slack:(?:T[A-Z0-9]+:)?[A-Z0-9]+|discord:\d{1,20})$/)
  .transform((text): OperatorChannel => {
    const platform = text.startsWith('slack:') ? 'slack' : 'discord';
    return { platform, channel: text.slice(platform.length + 1) };
  });

/** How it is read. A channel that is named twice gets each ticket once. */
export const operatorSchema = {
  OPERATORS: z
    .string()
    .transform((value) => [...new Set(value.split(',').flatMap((item) => item.trim() || []))])
    .pipe(z.array(one)),
} satisfies Record<keyof typeof operatorSettings, z.ZodType>;
