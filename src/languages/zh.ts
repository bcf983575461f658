import type { Language } from './language.ts';
import { rightsInChinese } from './rights.ts';
import { adminInChinese } from './zh/admin.ts';
import { codesInChinese } from './zh/codes.ts';
import { commandsInChinese } from './zh/commands.ts';
import { courseInChinese } from './zh/course.ts';
import { fixesInChinese } from './zh/fixes.ts';
import { heardInChinese } from './zh/heard.ts';
import { limitsInChinese } from './zh/limits.ts';
import { mannersInChinese } from './zh/manners.ts';
import { reasonsInChinese } from './zh/reasons.ts';
import { ticketsInChinese } from './zh/tickets.ts';
import { understandingInChinese } from './zh/understanding.ts';

export const zh: Language = {
  code: 'zh',
  commands: commandsInChinese,
  heard: heardInChinese,
  sentences: {
    ...adminInChinese,
    ...codesInChinese,
    ...courseInChinese,
    ...fixesInChinese,
    ...limitsInChinese,
    ...mannersInChinese,
    ...reasonsInChinese,
    ...ticketsInChinese,
    ...understandingInChinese,
    ...rightsInChinese,
  },
};
