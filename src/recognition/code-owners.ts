import type { Knowledge } from '../knowledge/knowledge.ts';
import { readApps } from './told.ts';

type Owner = NonNullable<Knowledge['codes'][string]>[number];

const appsByKnowledge = new WeakMap<Knowledge, Map<string, string | null>>();

/**
 * The one program that a pack is about, as `app/…`; null for a pack about none or many. By its title: a pack about codes
 * names many programs in its problems and is about none of them.
 */
export function appOf(knowledge: Knowledge, packId: string): string | null {
  const known = appsByKnowledge.get(knowledge) ?? new Map<string, string | null>();
  appsByKnowledge.set(knowledge, known);
  const found = known.get(packId);
  if (found !== undefined) return found;
  const titles = Object.values(knowledge.packs[packId]?.title ?? {}).join('\n');
  const [app, ...others] = new Set(readApps(titles).map(({ fact }) => fact));
  const only = app !== undefined && others.length === 0 ? app : null;
  known.set(packId, only);
  return only;
}

/**
 * The entries that explain a code to whoever wrote `words`. Where a pack about one program and a general one both do,
 * the program's counts when it is named, and the general one otherwise: 0xC0000005 is any program's crash until
 * somebody says QQ.
 *
 * @param code its family and form, as the table has them.
 */
export function codeOwners(
  knowledge: Knowledge,
  { family, code }: { readonly family: string; readonly code: string },
  words: string,
): readonly Owner[] {
  const owners = knowledge.codes[`${family}/${code}`] ?? [];
  if (owners.length < 2) return owners;
  const named = new Set(readApps(words).map(({ fact }) => fact));
  const ofNamed = owners.filter(({ pack }) => named.has(appOf(knowledge, pack) ?? ''));
  if (ofNamed.length > 0) return ofNamed;
  const general = owners.filter(({ pack }) => appOf(knowledge, pack) === null);
  return general.length > 0 ? general : owners;
}
