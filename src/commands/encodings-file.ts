import type { Encoder } from '../recognition/encoder.ts';
import type { Encodings } from '../recognition/encoder-learning.ts';
import { keepFile, readKept } from './kept-file.ts';

/** As many sentences at once as make good use of the model. */
const batch = 32;

/** What an encoder made of sentences, as it is kept. */
interface Kept {
  readonly name: string;
  readonly encodings: Encodings;
}

/**
 * What an encoder makes of sentences. Those that the file holds from before are not encoded again; afterwards it holds
 * these sentences and no others. A file that cannot be read or written costs only time.
 */
export async function encodingsOf(
  texts: readonly string[],
  encoder: Encoder,
  file: string,
): Promise<Encodings> {
  const before = keptOf(encoder, file);
  const wanted = [...new Set(texts)];
  const fresh = wanted.filter((text) => !before.has(text));
  const made = new Map<string, Float32Array>();
  for (let from = 0; from < fresh.length; from += batch) {
    const some = fresh.slice(from, from + batch);
    const vectors = await encoder.encode(some);
    for (const [at, text] of some.entries()) made.set(text, vectors[at] as Float32Array);
  }
  const encodings = new Map(
    wanted.map((text) => [text, (before.get(text) ?? made.get(text)) as Float32Array] as const),
  );
  const isSame = fresh.length === 0 && before.size === encodings.size;
  if (!isSame) keepFile(file, { name: encoder.name, encodings } satisfies Kept, /^$/);
  return encodings;
}

function keptOf({ name }: Encoder, file: string): Encodings {
  const found = readKept(file);
  return isKept(found) && found.name === name ? found.encodings : new Map();
}

function isKept(found: unknown): found is Kept {
  return (
    typeof found === 'object' &&
    found !== null &&
    'encodings' in found &&
    found.encodings instanceof Map &&
    'name' in found
  );
}
