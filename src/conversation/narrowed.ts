import type { Knowledge } from '../knowledge/knowledge.ts';

const made = new WeakMap<Knowledge, Map<string, Knowledge>>();
/** Sets of packs that are remembered; each is a few references. */
const mostRemembered = 100;

/** The knowledge of some packs only; the same object for the same packs, so that whatever is computed of it is kept. */
export function narrowed(knowledge: Knowledge, packs: readonly string[] | null | undefined): Knowledge {
  if (!packs) return knowledge;
  const key = packs.toSorted().join(',');
  const known = made.get(knowledge) ?? new Map<string, Knowledge>();
  made.set(knowledge, known);
  if (known.size >= mostRemembered) known.clear();
  const narrow = known.get(key) ?? madeOf(knowledge, new Set(packs));
  known.set(key, narrow);
  return narrow;
}

function madeOf(knowledge: Knowledge, packs: ReadonlySet<string>): Knowledge {
  const own = Object.entries(knowledge.codes).map(
    ([code, references]) => [code, references.filter(({ pack }) => packs.has(pack))] as const,
  );
  return {
    ...knowledge,
    packs: Object.fromEntries(Object.entries(knowledge.packs).filter(([id]) => packs.has(id))),
    codes: Object.fromEntries(own.filter(([, references]) => references.length > 0)),
    whole: knowledge,
  };
}
