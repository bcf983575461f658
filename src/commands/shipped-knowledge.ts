import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import { loadConfig } from '../config.ts';
import { hasErrors } from '../knowledge/finding.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type LoadOptions, loadKnowledge } from '../knowledge/load-knowledge.ts';
import { printFindings } from './print-findings.ts';

/** The packs that come with Askfix. */
export const shippedFolder = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** Which knowledge a configuration asks for: the shipped packs, and the operator's own above them. */
export function knowledgeOptions(config: Config): LoadOptions & { readonly cacheFolder: string } {
  return {
    folders: [shippedFolder, ...config.knowledgeFolders],
    cacheFolder: join(config.dataFolder, 'cache'),
    codeFamilies: config.codeFamilies,
    ...(config.packs ? { packs: config.packs } : {}),
  };
}

/**
 * The knowledge for a command that opens no store. What is wrong with it goes to stderr; null when it cannot be used.
 * Nothing is written: such commands must run beside a server, or where the folder is read-only.
 */
export async function shippedKnowledge(): Promise<Knowledge | null> {
  const { cacheFolder: _unused, ...options } = knowledgeOptions(loadConfig());
  const { knowledge, findings } = await loadKnowledge(options);
  // A family that CODE_FAMILIES names wrongly would otherwise do nothing, and say nothing.
  const isWrong = hasErrors(findings) || findings.some(({ rule }) => rule === 'code-families');
  if (isWrong) printFindings(findings, process.stderr);
  return knowledge ?? null;
}
