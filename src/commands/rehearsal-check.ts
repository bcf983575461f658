import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../knowledge/finding.ts';
import type { Pack } from '../knowledge/knowledge.ts';
import { rehearsalFile } from '../knowledge/read/read-files.ts';
import { type AcceptedReport, rehearsePack, type Worsened, worsened } from '../rehearsal/accepted-report.ts';

/** A pack as compiled, and the folder it stands in. */
interface PlacedPack {
  readonly pack: Pack;
  readonly root: string;
}

/** Warnings where an edit made a problem measurably worse than when its pack was accepted; packs never accepted pass. */
export function rehearsalFindings(packs: readonly PlacedPack[]): Finding[] {
  return packs.flatMap(({ pack, root }) => {
    const file = join(root, rehearsalFile);
    const accepted = readReport(file);
    if (!accepted) return [];
    return worsened(accepted, rehearsePack(pack, accepted)).map((one) => findingOf(file, one));
  });
}

/** Plays each pack and keeps how it fared beside it. @returns the files written. */
export function acceptRehearsal(packs: readonly PlacedPack[]): string[] {
  return packs.map(({ pack, root }) => {
    const file = join(root, rehearsalFile);
    const report = rehearsePack(pack, readReport(file) ?? undefined);
    const lines = Object.entries(report.problems).map(
      ([id, problem]) => `    ${JSON.stringify(id)}: ${JSON.stringify(problem)}`,
    );
    writeFileSync(file, `{\n  "version": 1,\n  "problems": {\n${lines.join(',\n')}\n  }\n}\n`);
    return file;
  });
}

/** Null when there is none, or it is of another version: then the next acceptance writes it anew. */
function readReport(file: string): AcceptedReport | null {
  try {
    const report: AcceptedReport = JSON.parse(readFileSync(file, 'utf8'));
    return report.version === 1 ? report : null;
  } catch {
    return null;
  }
}

function findingOf(file: string, { problem, before, after }: Worsened): Finding {
  const told = ({ resolved, minutes }: Worsened['before']) =>
    `${Math.round(resolved * 100)} % resolved, ${minutes.toFixed(1)} minutes`;
  return {
    file,
    line: 1,
    rule: 'rehearsal-worse',
    severity: 'warning',
    found: `${problem}: ${told(after)}`,
    expected: `${told(before)}, as accepted`,
    tip: 'Forty simulated people fare worse since the edit. Mend it, or accept it with "askfix check --accept".',
  };
}
