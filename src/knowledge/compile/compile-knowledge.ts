import type { CodeData } from '../codes/code-data.ts';
import type { Knowledge, Pack, ProblemReference } from '../knowledge.ts';
import type { PackSources } from '../read/pack-sources.ts';
import { compilePack } from './compile-pack.ts';

/**
 * Every pack as the engine reads it, and which problems each code opens.
 * @param checked packs, strongest first, and the table of codes
 */
export function compileKnowledge(
  version: string,
  checked: { readonly sources: readonly PackSources[]; readonly codes: CodeData },
): Knowledge {
  const compiled = checked.sources.map(compilePack);
  return {
    version,
    packs: Object.fromEntries(compiled.map((pack) => [pack.id, pack])),
    codes: codesOf(compiled),
    ...(checked.codes.families.length === 0 ? {} : { table: checked.codes }),
  };
}

function codesOf(packs: readonly Pack[]): Record<string, ProblemReference[]> {
  const codes: Record<string, ProblemReference[]> = {};
  for (const pack of packs) {
    for (const problem of Object.values(pack.problems)) {
      for (const code of problem.codes) {
        codes[code] ??= [];
        codes[code].push({ pack: pack.id, problem: problem.id });
      }
    }
  }
  return codes;
}
