import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Model, measuredTrust, type Trust } from '../src/diagnosis/model.ts';

const share = z.number().min(0).max(1);
const minutes = z.number().min(0);

const shape = z.object({
  escalate: minutes,
  causes: z.array(z.object({ id: z.string(), prior: z.number().min(0) })).min(1),
  questions: z.array(
    z.object({
      id: z.string(),
      minutes,
      dontKnow: share.default(0),
      answers: z.array(z.string()).min(2),
      p: z.record(z.string(), z.array(share)),
    }),
  ),
  fixes: z.array(z.object({ id: z.string(), minutes, p: z.record(z.string(), share) })),
});

const file = z.array(
  shape.extend({
    name: z.string(),
    users: z.array(z.object({ cause: z.string(), answers: z.array(z.number().int().min(-1)) })).optional(),
    truth: shape.partial().optional(),
    optimum: z.number().positive().optional(),
  }),
);

type Shape = z.infer<typeof shape>;
/** A diagnosis problem as numbers; the file is the whole truth, so turns of chat and risk cost nothing besides. */
export type Case = z.infer<typeof file>[number];

/** People who take every answer at its word; what the exact optimum assumes. */
export const fullTrust: Trust = { people: [{ share: 1, error: 0, unsure: 0, doneRight: 1 }], weight: 1 };
export { measuredTrust };

/** @throws when the file cannot be read or has another shape; the message says where. */
export function readCases(path: string): Case[] {
  const parsed = file.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path} is no list of models: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** What the engine is given. */
export function modelOfCase(shaped: Shape, trust: Trust): Model {
  const ids = shaped.causes.map(({ id }) => id);
  const total = shaped.causes.reduce((sum, { prior }) => sum + prior, 0);
  return {
    causes: ids,
    prior: Float64Array.from(shaped.causes, ({ prior }) => prior / total),
    questions: shaped.questions.map((question) => ({
      id: question.id,
      cost: question.minutes,
      dontKnow: question.dontKnow,
      askable: true,
      askIf: {},
      systems: [],
      answers: question.answers,
      likelihood: question.answers.map((_, answer) =>
        Float64Array.from(ids, (id) => question.p[id]?.[answer] ?? 1 / question.answers.length),
      ),
    })),
    repairs: shaped.fixes.map((fix) => {
      const causes = ids.flatMap((id, index) => ((fix.p[id] ?? 0) > 0 ? [index] : []));
      const chance = causes.map((index) => fix.p[ids[index] as string] as number);
      return { id: fix.id, cost: fix.minutes, causes, chance, systems: [] };
    }),
    handOverMinutes: shaped.escalate,
    trust,
  };
}

/** What is really so: the truth where the file tells one apart from what the engine is given. */
export function truthOf(one: Case): Shape {
  return { ...one, ...one.truth } as Shape;
}
