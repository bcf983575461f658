import { readFileSync } from 'node:fs';

/** A payload as Discord sends it, with ids and tokens that belong to nobody. */
export function payload<T>(name: string, more: object = {}): T {
  const file = new URL(`../../fixtures/discord/${name}.json`, import.meta.url);
  return { ...JSON.parse(readFileSync(file, 'utf8')), ...more } as T;
}
