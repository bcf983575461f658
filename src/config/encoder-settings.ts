import { z } from 'zod';
import type { Setting } from './setting.ts';

const encoderNames = ['energetic-ai'] as const;
/** Which encoder helps where words lead to a question. */
export type EncoderName = (typeof encoderNames)[number];

/** Whether something besides the words of a message is asked what it means. */
export const encoderSettings = {
  ENCODER: {
    about:
      'A pretrained model that helps to understand English messages whose words alone lead to a question: energetic-ai. Needs packages of its own (a start without them says which) and about 200 MB of memory. Not set: words alone.',
    usual: '',
    secret: false,
    expected: encoderNames.join(' or '),
    example: encoderNames[0],
  },
} as const satisfies Record<string, Setting>;

/** How it is read. */
export const encoderSchema = {
  ENCODER: z
    .enum(['', ...encoderNames])
    .transform((value): EncoderName | null => (value === '' ? null : value)),
} satisfies Record<keyof typeof encoderSettings, z.ZodType>;
