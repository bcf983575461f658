import type { Knowledge, Observation, Pack, Problem } from '../../src/knowledge/knowledge.ts';

const nothing = {
  says: {},
  prints: [],
  unlike: {},
  codes: [],
  causes: {},
  observations: [],
  implies: {},
  examples: { match: [], noMatch: [], dialogues: [] },
};

/** A problem with only what a test names. */
export function problem(id: string, parts: Partial<Problem> = {}): Problem {
  return { ...nothing, id, title: { en: id, zh: id }, ...parts };
}

/** An observation by the phrases of its answers. */
export function observation(id: string, heard: Readonly<Record<string, readonly string[]>>): Observation {
  const answers = Object.entries(heard).map(([answer, phrases]) => ({
    id: answer,
    label: { en: answer },
    heard: { en: phrases },
    usual: 1 / Object.keys(heard).length,
  }));
  return { id, title: { en: id }, minutes: 1, dontKnow: 0.1, answers, likelihood: {} };
}

export function pack(
  id: string,
  parts: { problems?: readonly Problem[]; observations?: readonly Observation[] } = {},
): Pack {
  const byId = <T extends { id: string }>(items: readonly T[] = []): Record<string, T> =>
    Object.fromEntries(items.map((item) => [item.id, item]));
  return {
    id,
    title: { en: id },
    owner: 'test',
    languages: ['en', 'zh'],
    handOver: {},
    handOverMinutes: 1,
    reviewDays: 1,
    problems: byId(parts.problems),
    causes: {},
    observations: byId(parts.observations),
    fixes: {},
    articles: {},
  };
}

/** Knowledge of these packs; the codes of their problems are known. */
export function knowledgeOf(...packs: readonly Pack[]): Knowledge {
  const entries = packs.flatMap((own) =>
    Object.values(own.problems).flatMap(({ id, codes }) =>
      codes.map((code) => ({ code, pack: own.id, problem: id })),
    ),
  );
  const codes = Object.groupBy(entries, ({ code }) => code);
  return {
    version: packs.map(({ id }) => id).join(),
    packs: Object.fromEntries(packs.map((own) => [own.id, own])),
    codes: Object.fromEntries(
      Object.entries(codes).map(([code, list = []]) => [
        code,
        list.map(({ pack: id, problem: name }) => ({ pack: id, problem: name })),
      ]),
    ),
  };
}

/** Knowledge in which each of these codes opens a problem of its own. */
export function knowledgeOfCodes(...codes: readonly string[]): Knowledge {
  return knowledgeOf(
    pack('codes', { problems: codes.map((code, index) => problem(`problem-${index}`, { codes: [code] })) }),
  );
}
