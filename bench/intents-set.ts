import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A sentence and its label. */
export type Labelled = readonly [text: string, label: string];

/** A set of sentences to learn from and to be tried on. */
export interface IntentSet {
  readonly lang: 'en' | 'zh';
  readonly train: readonly Labelled[];
  readonly dev: readonly Labelled[];
  readonly test: readonly Labelled[];
  /** Sentences that belong to no label; empty where the set has none. */
  readonly strangersDev: readonly Labelled[];
  readonly strangersTest: readonly Labelled[];
}

const rows = z.array(z.tuple([z.string(), z.string()])).default([]);
const schema = z.object({
  lang: z.enum(['en', 'zh']),
  train: rows,
  dev: rows,
  test: rows,
  oos_dev: rows,
  oos_test: rows,
});

/** Reads `{lang, train, dev, test, oos_dev?, oos_test?}`. @throws when the file is something else. */
export function readSet(file: string): IntentSet {
  const { lang, train, dev, test, oos_dev, oos_test } = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (train.length === 0 || test.length === 0)
    throw new Error(`${file} has no "train" or no "test" sentences`);
  return { lang, train, dev, test, strangersDev: oos_dev, strangersTest: oos_test };
}
