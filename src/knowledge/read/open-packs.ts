import { type CodeFiles, openCodes } from '../codes/open-codes.ts';
import type { Finding } from '../finding.ts';
import { findPacks } from './find-packs.ts';
import { type PackFiles, readPackFiles } from './read-files.ts';

/** The bytes of some packs, strongest first, before anything in them is understood. */
export interface OpenedPacks {
  readonly packs: readonly PackFiles[];
  /** The folders of codes, weakest first. */
  readonly codes: readonly CodeFiles[];
  /** About folders; what is wrong with files stands in each pack's own findings. */
  readonly findings: readonly Finding[];
}

/**
 * Reads the bytes of every pack in `folders`.
 * @param only pack ids to keep; missing or empty = all
 */
export function openPacks(folders: readonly string[], only?: readonly string[]): OpenedPacks {
  const { packs, findings } = findPacks(folders, only);
  return {
    packs: packs.map(({ id, root }) => readPackFiles(id, root)),
    codes: openCodes(folders),
    findings,
  };
}
