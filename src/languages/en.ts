import { adminInEnglish } from './en/admin.ts';
import { codesInEnglish } from './en/codes.ts';
import { commandsInEnglish } from './en/commands.ts';
import { courseInEnglish } from './en/course.ts';
import { fixesInEnglish } from './en/fixes.ts';
import { heardInEnglish } from './en/heard.ts';
import { limitsInEnglish } from './en/limits.ts';
import { mannersInEnglish } from './en/manners.ts';
import { reasonsInEnglish } from './en/reasons.ts';
import { ticketsInEnglish } from './en/tickets.ts';
import { understandingInEnglish } from './en/understanding.ts';
import { rightsInEnglish } from './rights.ts';

/** English is the pattern of every language: what stands here must stand in all of them. */
export const en = {
  code: 'en' as const,
  commands: commandsInEnglish,
  heard: heardInEnglish,
  sentences: {
    ...adminInEnglish,
    ...codesInEnglish,
    ...courseInEnglish,
    ...fixesInEnglish,
    ...limitsInEnglish,
    ...mannersInEnglish,
    ...reasonsInEnglish,
    ...ticketsInEnglish,
    ...understandingInEnglish,
    ...rightsInEnglish,
  },
};
