import type { Fix, FixVariant, Pack, Problem, System } from '../knowledge/knowledge.ts';

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
