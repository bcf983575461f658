import { z } from 'zod';
import { factNames } from '../languages/facts/facts.ts';
import type { Folder } from './folders.ts';
import { idPattern, systemNames } from './folders.ts';

/**
 * What may stand in a knowledge file. YAML is read with the failsafe schema, so every scalar arrives as a string
 * (`no`, `00000005` and `0x80070057` stay what the author typed) and is converted here.
 */

/** `f3-group-space-full`, or a wildcard over ids such as `n*`. */
const reference = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*\*?$/, 'must be an id, or the beginning of ids followed by *');
const id = z
  .string()
  .regex(idPattern, 'must be lower-case letters, digits and single hyphens, at least one letter');

/** A number written as digits; anything else is named as such instead of becoming NaN. */
function number(least: number, most: number) {
  return z
    .string()
    .regex(/^\d+(?:\.\d+)?$/, 'must be a plain number such as 0.5 or 10')
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2026-11-23');

const oneLanguage = (value: { en?: unknown; zh?: unknown }) =>
  value.en !== undefined || value.zh !== undefined;
const text = z
  .strictObject({ en: z.string().min(1).optional(), zh: z.string().min(1).optional() })
  .refine(oneLanguage, 'a text in at least one language');
const phrases = z.strictObject({
  en: z.array(z.string().min(1)).optional(),
  zh: z.array(z.string().min(1)).optional(),
});

const system = z.enum(systemNames);

/** One list for every system, or one per system with `any` for the rest. */
function perSystem<T extends z.ZodType>(inner: T) {
  return z.strictObject({
    any: inner.optional(),
    windows: inner.optional(),
    macos: inner.optional(),
    linux: inner.optional(),
    android: inner.optional(),
    ios: inner.optional(),
  });
}

const facts = {
  /** Where a fact comes from: a link, a reference of the facts page, or a sentence. */
  sources: z.array(z.string().min(1)).optional(),
  asOf: date.optional(),
  confidence: z.enum(['high', 'medium', 'low']).optional(),
};

export const packSchema = z.strictObject({
  id,
  title: text,
  languages: z.array(z.enum(['en', 'zh'])).min(1),
  owner: z.string().min(1),
  /** Said when a person is handed over: who reads the ticket, what happens next. */
  handOver: text,
  handOverMinutes: number(1, 10_000).default(120),
  reviewDays: number(1, 3650).default(180),
  /** Names of the share columns that causes fill; a problem picks one, or mixes them with `mean`. */
  priors: z.array(id).min(1).default(['share']),
});

const weightSign = z.enum(['++', '+', '-', '--']);
const references = z.array(reference);

const answerSchema = z.strictObject({
  label: text,
  /** What people say that means this answer; `…` stands for up to six words (or twelve characters) in between. */
  heard: phrases.optional(),
  /** Built-in facts that mean this answer, such as network/company; the phrases for them come with Askfix. */
  facts: z
    .array(z.enum(factNames as [string, ...string[]]))
    .min(1)
    .optional(),
  /** For an answer about a file's size: from this many megabytes to below that many. */
  megabytes: z.strictObject({ from: number(0, 1e9), below: number(0, 1e9) }).optional(),
  /** How often people in general give this answer; missing = an equal share of what the others leave. */
  usual: number(0.001, 0.999).optional(),
  /** How much likelier this answer is when the cause is the true one. */
  weights: z.partialRecord(weightSign, references).optional(),
  /** The exact P(answer | cause), where it is known better than by a weight. */
  p: z.record(reference, number(0, 1)).optional(),
  /** This answer means another problem of the same pack; the talk moves there. */
  opens: id.optional(),
});

export const observationSchema = z.strictObject({
  /** The fact in a few words, for "what I know so far". */
  title: text,
  /** The question; an observation without one is only ever heard. */
  ask: text.optional(),
  /** Said to "why do you ask?". Needed where there is `ask`. */
  why: text.optional(),
  /** What answering costs the person. */
  minutes: number(0, 600).default(0.5),
  /** P("I don't know"). */
  dontKnow: number(0, 0.9).default(0.1),
  /** Ask only when these are known: observation → the answers that allow it. */
  askIf: z.record(id, z.array(id).min(1)).optional(),
  systems: z.array(system).optional(),
  answers: z.record(id, answerSchema),
});

const causeFix = z.union([
  id.transform((fix) => ({ fix, chance: undefined })),
  z.strictObject({ fix: id, chance: number(0.01, 1).optional() }),
]);

const causeSchema = z.strictObject({
  title: text,
  /** One or two sentences for "what is it?": what goes wrong, in the reader's words. */
  because: text,
  layer: id,
  /** Share per prior column; columns need not sum to anything, they are normalised per problem. */
  share: z.record(id, number(0, 100)).default({}),
  /** Systems on which this can happen; missing = all. */
  systems: z.array(system).optional(),
  fixes: z.array(causeFix).min(1),
  ...facts,
});

/** For which versions of the system a step is, by their number (Windows 11 is 11): `from` on, `below` another one. */
const versions = z
  .strictObject({ from: number(1, 100).optional(), below: number(1, 100).optional() })
  .refine(({ from, below }) => from !== undefined || below !== undefined, 'from, below or both')
  .optional();

const stepText = z
  .strictObject({ en: z.string().min(1).optional(), zh: z.string().min(1).optional(), versions })
  .refine(oneLanguage, 'a text in at least one language');

const fixStep = z.union([z.strictObject({ use: id }), stepText]);

const fixSchema = z.strictObject({
  title: text,
  tier: z.enum(['1', '2', '3']).transform(Number),
  minutes: number(0.5, 20_000),
  /** Minutes of mere waiting after the work; told apart, because waiting costs the person little. */
  wait: number(1, 20_000).optional(),
  risk: z.enum(['low', 'medium', 'high']),
  /** P(fixed | the cause is the true one). */
  chance: number(0.01, 1).default(0.8),
  needs: z.array(z.enum(['admin', 'restart'])).optional(),
  /** Said before the steps when the fix can do damage. Needed for risk medium and high. */
  warning: text.optional(),
  steps: perSystem(z.array(fixStep).min(1)),
  /** How the person sees that it worked. */
  verify: text,
  undo: text.optional(),
  /** Deeds (built-in facts did/…) that are this fix: whoever says they did one has tried it already. */
  did: z
    .array(z.enum(factNames.filter((name) => name.startsWith('did/')) as [string, ...string[]]))
    .min(1)
    .optional(),
  /** true = no source, somebody's considered opinion. */
  judgement: flag.optional(),
  ...facts,
});

const procedureStep = z.strictObject({
  en: z.string().min(1).optional(),
  zh: z.string().min(1).optional(),
  /** Literal; shown with a copy button. */
  command: z.string().min(1).optional(),
  versions,
});

const procedureVariant = z.strictObject({
  steps: z.array(procedureStep).min(1),
  needs: z.array(z.enum(['admin', 'restart'])).optional(),
  sideEffect: text.optional(),
  undo: text.optional(),
});

const procedureSchema = z.strictObject({
  title: text,
  systems: perSystem(procedureVariant),
  ...facts,
});

const dialogueSchema = z.strictObject({
  /** The first message. */
  says: z.string().min(1),
  language: z.enum(['en', 'zh']).optional(),
  system: system.optional(),
  /** What the person would answer when asked: observation → answer; what is not here is "don't know". */
  answers: z.record(id, id).default({}),
  /** The fix the talk must reach. */
  fix: id,
});

const inlineOr = <T extends z.ZodType>(schema: T) => z.record(id, schema).optional();

const problemSchema = z.strictObject({
  title: text,
  /** Shown before the first question; for a code: what it means and where it is seen. */
  meaning: text.optional(),
  says: phrases.optional(),
  /** Messages of programs, word for word, that mean this problem; `…` stands for what differs, such as a name. */
  prints: z.array(z.string().min(1)).min(1).optional(),
  /** Near misses: sentences that look like this problem and are not. */
  unlike: phrases.optional(),
  /** Codes that open this problem, as `family/code`. */
  codes: z.array(z.string().regex(/^[a-z0-9_]+\/\S+$/, 'must be family/code, e.g. win32/87')).optional(),
  /** One of the pack's prior columns, or `mean` of them all. */
  prior: id.default('mean'),
  /** Which causes can be behind it; missing = every cause of the pack that has a share. */
  causes: references.optional(),
  /** How often each cause is behind this problem, where that is not the cause's own share; names the causes too. */
  shares: z.record(id, number(0, 100)).optional(),
  /** Which observations may be asked or heard; missing = all. */
  observations: references.optional(),
  /** What opening this problem already says: observation → answer. */
  implies: z.record(id, id).optional(),
  examples: z
    .strictObject({
      match: z.array(z.string().min(1)).optional(),
      noMatch: z.array(z.string().min(1)).optional(),
      dialogues: z.array(dialogueSchema).optional(),
    })
    .optional(),
  /** A small problem may hold its parts here instead of in files of their own. */
  inline: z
    .strictObject({
      causes: inlineOr(causeSchema),
      observations: inlineOr(observationSchema),
      fixes: inlineOr(fixSchema),
    })
    .optional(),
  ...facts,
});

const articleSchema = z.strictObject({
  title: text,
  says: phrases,
  unlike: phrases.optional(),
  /** Why this is an answer and not a fix. */
  status: z.enum(['speculative', 'wrong', 'not-yours', 'background']),
  text,
  ...facts,
});

/** Folder name → schema of its files. */
export const folderSchemas = {
  problems: problemSchema,
  causes: causeSchema,
  observations: observationSchema,
  fixes: fixSchema,
  procedures: procedureSchema,
  articles: articleSchema,
} as const satisfies Record<Folder, z.ZodType>;

export type PackSource = z.infer<typeof packSchema>;
export type ProblemSource = z.infer<typeof problemSchema>;
export type CauseSource = z.infer<typeof causeSchema>;
export type ObservationSource = z.infer<typeof observationSchema>;
export type FixSource = z.infer<typeof fixSchema>;
export type ProcedureSource = z.infer<typeof procedureSchema>;
export type ArticleSource = z.infer<typeof articleSchema>;
