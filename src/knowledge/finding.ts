/** Something in a knowledge file that its author should look at. */
export interface Finding {
  /** The path as it was opened; the command line shortens it for printing. */
  readonly file: string;
  /** 1-based; 1 where the whole file is meant. */
  readonly line: number;
  /** Name of the check, as in knowledge/README.md. */
  readonly rule: string;
  /** An error keeps the pack from loading; a warning is advice. */
  readonly severity: 'error' | 'warning';
  readonly found: string;
  readonly expected: string;
  readonly tip: string;
}

/** More findings of one rule than a person reads before mending the first. */
const MOST_OF_ONE_RULE = 20;
const LONGEST_QUOTE = 80;

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

/**
 * Keeps the first 20 findings of each rule, in the order given, and says of the rest how many there are.
 */
export function summariseFindings(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  const kept = findings.filter((finding) => {
    const count = (counts.get(finding.rule) ?? 0) + 1;
    counts.set(finding.rule, count);
    return count <= MOST_OF_ONE_RULE;
  });
  for (const [rule, count] of counts) {
    const last = kept.findLast((finding) => finding.rule === rule);
    if (count <= MOST_OF_ONE_RULE || last === undefined) continue;
    kept.push({
      ...last,
      found: `${count - MOST_OF_ONE_RULE} more of ${rule}`,
      expected: 'none',
      tip: 'Mend the ones above first; they often share one reason.',
    });
  }
  return kept;
}

/** `src:line  rule  found → expected  (tip)`, the one line in which a finding is printed and logged. */
export function formatFinding(finding: Finding): string {
  const { file, line, rule, found, expected, tip } = finding;
  const mark = finding.severity === 'warning' ? ' (warning)' : '';
  return `${file}:${line}  ${rule}${mark}  ${found} → ${expected}  (${tip})`;
}

/** A value from a file as it may stand in a message: one line, short, without control characters. */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return `keys ${shorten(Object.keys(value).join(', '))}`;
  return value === '' ? 'an empty value' : `"${shorten(String(value))}"`;
}

function shorten(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}
