import { en } from './en.ts';
import type { Language } from './language.ts';
import { zh } from './zh.ts';

/** One line per language. */
export const languages: Readonly<Record<'en' | 'zh', Language>> = { en, zh };
