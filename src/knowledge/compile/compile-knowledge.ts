import type { Knowledge, Pack, ProblemReference } from '../knowledge.ts';
import type { PackSources } from '../read/pack-sources.ts';
import { compilePack } from './compile-pack.ts';

/**
 * Every pack as the engine reads it, and which problems each code opens.
 * @param packs strongest first
 */
export function compileKnowledge(version: string, packs: readonly PackSources[]): Knowledge {
  const compiled = packs.map(compilePack);
  return {
    version,
    packs: Object.fromEntries(compiled.map((pack) => [pack.id, pack])),
    codes: codesOf(compiled),
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
