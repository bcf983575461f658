import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeFact } from './derived-codes.ts';

/** C headers that name their errors `…_ERROR_…` and count their codes from a base: `NAME = (BASE + 13)`. */
const headers = [
  { file: 'nss/secerr.h', family: 'firefox_nss' },
  { file: 'nss/sslerr.h', family: 'firefox_nss' },
] as const;

const baseLine = /^#define\s+(?<name>\w+_BASE)\s+\(?(?<value>-?0x[0-9a-f]+|-?\d+)\)?/gim;
const codeLine =
  /^\s*(?<name>[A-Z]+_ERROR_[A-Z0-9_]+)\s*(?:\/\*[^*]*\*\/)?\s*=\s*\(?\s*(?<base>\w+_BASE)\s*\+\s*(?<offset>\d+)\s*\)?/gm;

/** The codes that a header defines. */
export function codesOfHeader(family: string, text: string): readonly CodeFact[] {
  const bases = new Map(
    Array.from(text.matchAll(baseLine), ({ groups }) => {
      const written = groups?.value ?? '0';
      const size = Number(written.replace('-', ''));
      return [groups?.name ?? '', written.startsWith('-') ? -size : size] as const;
    }),
  );
  return Array.from(text.matchAll(codeLine)).flatMap(({ groups }) => {
    const base = bases.get(groups?.base ?? '');
    if (base === undefined) return [];
    return [{ family, code: String(base + Number(groups?.offset)), symbol: groups?.name ?? '' }];
  });
}

/**
 * The codes of the C headers in a folder such as `/usr/include`, where their development packages are installed.
 * @throws when a header is not there
 */
export function headerCodes(folder: string): readonly CodeFact[] {
  return headers.flatMap(({ file, family }) =>
    codesOfHeader(family, readFileSync(join(folder, file), 'utf8')),
  );
}
