import type { Fix, FixStep, FixVariant, Pack, Problem, System } from '../knowledge/knowledge.ts';

const computers: readonly System[] = ['windows', 'macos', 'linux'];
const windowsFamilies = new Set(['win32', 'hresult', 'ntstatus', 'windows_bugcheck']);

/** The system that only can print the codes of a problem; null for a problem without codes, or with others too. */
export function systemOfCodes({ codes }: Pick<Problem, 'codes'>): System | null {
  const isWindows = codes.length > 0 && codes.every((code) => windowsFamilies.has(code.split('/')[0] ?? ''));
  return isWindows ? 'windows' : null;
}

/**
 * The steps of a fix when they are the same on every computer, so that nobody need be asked which one it is; null when
 * they differ, or when phones have steps of their own.
 */
export function alikeOnComputers({ variants }: Pick<Fix, 'variants'>): FixVariant | null {
  if (variants.android || variants.ios) return null;
  const [first, ...others] = computers.map((system) => variants[system]);
  const isSame = first && others.every((one) => one && JSON.stringify(one) === JSON.stringify(first));
  return isSame ? first : null;
}

/**
 * The systems to choose from where the steps of a fix differ: those that have steps. With steps for any other system it
 * is all of them (undefined), but no phones in a pack that has nothing to do on one.
 */
export function systemsToAsk(
  { fixes }: Pick<Pack, 'fixes'>,
  { variants }: Pick<Fix, 'variants'>,
): readonly System[] | undefined {
  const named = Object.keys(variants).filter((system): system is System => system !== 'any');
  if (!variants.any) return named;
  const onPhones = Object.values(fixes).some((fix) => fix.variants.android || fix.variants.ios);
  return onPhones ? undefined : computers;
}

/** The numbers behind the names that macOS goes by. */
const namedVersions: Readonly<Record<string, number>> = {
  'big sur': 11,
  monterey: 12,
  ventura: 13,
  sonoma: 14,
  sequoia: 15,
  tahoe: 26,
};

function numberOf(version: string): number | null {
  const said = version.toLowerCase();
  const [, number] =
    /^(?:windows|macos|ios|ipados|android|harmonyos) (\d+(?:\.\d+)?)(?![\dh])/.exec(said) ?? [];
  if (number !== undefined) return Number(number);
  const name = Object.keys(namedVersions).find((one) => said.includes(one));
  return name === undefined ? null : (namedVersions[name] ?? null);
}

/**
 * The steps that are for somebody's version of their system; all of them where it is not known.
 *
 * @param version as `versionOf` gives it: `Windows 11 23H2`, `macOS Sonoma`.
 */
export function stepsForVersion(steps: readonly FixStep[], version: string | null): readonly FixStep[] {
  const number = version === null ? null : numberOf(version);
  if (number === null) return steps;
  return steps.filter(
    ({ versions: { from = 0, below = Number.POSITIVE_INFINITY } = {} }) => number >= from && number < below,
  );
}
