import { type Finding, quote } from '../finding.ts';
import type { Knowledge } from '../knowledge.ts';
import { didYouMean } from '../nearest.ts';

/**
 * The knowledge with some families of codes marked as those that the owner's people use.
 *
 * @param names ids of families (`mysql`) or of groups of them (`windows`); one that is neither stands in the findings
 */
export function preferFamilies(
  knowledge: Knowledge,
  names: readonly string[],
): { readonly knowledge: Knowledge; readonly findings: readonly Finding[] } {
  const { table } = knowledge;
  if (table === undefined || names.length === 0) return { knowledge, findings: [] };
  const known = new Set(
    table.families.flatMap(({ id, group }) => [id, ...(group === undefined ? [] : [group])]),
  );
  const families = table.families.map((family) =>
    names.includes(family.id) || names.includes(family.group ?? family.id)
      ? { ...family, preferred: true }
      : family,
  );
  return {
    knowledge: { ...knowledge, table: { ...table, families } },
    findings: names.filter((name) => !known.has(name)).map((name) => unknownFamily(name, [...known])),
  };
}

function unknownFamily(name: string, known: readonly string[]): Finding {
  return {
    file: 'CODE_FAMILIES',
    line: 1,
    rule: 'code-families',
    severity: 'warning',
    found: quote(name),
    expected: 'the id of a family of codes or of a group',
    tip: `${didYouMean(name, known)} A family is named like its file in knowledge/codes/.`,
  };
}
