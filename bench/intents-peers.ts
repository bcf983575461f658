import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Contender, type Guess, wordsOf } from './intents-contender.ts';
import type { IntentSet } from './intents-set.ts';

/** Peers have no types here, so each is described by the little that is used of it. */
interface NaturalBayes {
  addDocument(text: string | string[], label: string): void;
  train(): void;
  getClassifications(text: string | string[]): { label: string; value: number }[];
}

interface NlpManager {
  addDocument(language: string, text: string, label: string): void;
  train(): Promise<unknown>;
  process(language: string, text: string): Promise<{ classifications: { intent: string; score: number }[] }>;
}

interface MiniSearch {
  addAll(documents: readonly { id: number; text: string }[]): void;
  search(text: string, options: object): { id: number; score: number }[];
}

interface FastText {
  trainSupervised(url: string, options: object, onProgress: () => void): Promise<FastTextModel>;
}

interface FastTextModel {
  predict(text: string, most: number, least: number): { size(): number; get(at: number): [number, string] };
}

function loadFrom(folder: string, name: string): unknown {
  return createRequire(join(folder, 'package.json'))(name);
}

/** `natural`'s naive Bayes; its own tokenizer drops Chinese, so it gets words there. */
const naturalBayes: Contender = ({ lang, train }) => {
  const Bayes = createRequire(import.meta.url)('natural/lib/natural/classifiers/bayes_classifier.js') as {
    new (): NaturalBayes;
  };
  const classifier = new Bayes();
  const input = (text: string): string | string[] => (lang === 'zh' ? wordsOf(text) : text);
  for (const [text, label] of train) classifier.addDocument(input(text), label);
  classifier.train();
  return (text) => {
    const found = classifier.getClassifications(input(text));
    const sum = found.reduce((total, { value }) => total + value, 0);
    const [best] = found;
    return { label: best?.label ?? '', confidence: best && sum > 0 ? best.value / sum : 0 };
  };
};

/** nlp.js with its default options; the best label counts even where it would rather say none. */
const nodeNlp: Contender = async ({ lang, train }, { folder }) => {
  const { NlpManager } = loadFrom(folder, 'node-nlp') as { NlpManager: new (options: object) => NlpManager };
  const manager = new NlpManager({
    languages: [lang],
    nlu: { log: false },
    autoSave: false,
    forceNER: false,
  });
  for (const [text, label] of train) manager.addDocument(lang, text, label);
  await manager.train();
  return async (text) => {
    const { classifications } = await manager.process(lang, text);
    const best = classifications.find(({ intent }) => intent !== 'None');
    return { label: best?.intent ?? '', confidence: best?.score ?? 0 };
  };
};

function piecesOf(text: string): string[] {
  const words = wordsOf(text);
  const characters = [...words.join('')];
  return [
    ...words,
    ...characters,
    ...characters.slice(1).map((character, at) => `${characters[at]}${character}`),
  ];
}

/** The five nearest sentences by minisearch's BM25 vote with their scores; in Chinese over words and characters 1–2. */
const miniSearch: Contender = ({ lang, train }, { folder }) => {
  const MiniSearch = loadFrom(folder, 'minisearch') as new (options: object) => MiniSearch;
  const index = new MiniSearch({ fields: ['text'], ...(lang === 'zh' ? { tokenize: piecesOf } : {}) });
  index.addAll(train.map(([text], id) => ({ id, text })));
  return (text): Guess => {
    const votes = new Map<string, number>();
    for (const { id, score } of index.search(text, { combineWith: 'OR' }).slice(0, 5)) {
      const label = train[id]?.[1] ?? '';
      votes.set(label, (votes.get(label) ?? 0) + score);
    }
    const [best] = [...votes].sort((one, two) => two[1] - one[1]);
    return { label: best?.[0] ?? '', confidence: (best?.[1] ?? 0) / Math.max(1, wordsOf(text).length) };
  };
};

const bigSet = 5000;

function fastTextOptions({ lang, train }: IntentSet, seed: number): object {
  const letters = lang === 'zh' ? { minn: 1, maxn: 3 } : { minn: 2, maxn: 5 };
  const epoch = train.length > bigSet ? 25 : 50;
  return {
    dim: 64,
    lr: 0.5,
    epoch,
    wordNgrams: 2,
    loss: 'softmax',
    minCount: 1,
    bucket: 200_000,
    seed,
    ...letters,
  };
}

/** fastText, supervised: words 1–2 and letters 2–5 (Chinese: words and characters 1–3). */
const fastText: Contender = async (set, { folder, seed }) => {
  const main = join(folder, 'node_modules', 'fasttext.wasm.js', 'dist', 'main', 'node.mjs');
  const { getFastTextModule, getFastTextClass } = (await import(pathToFileURL(main).href)) as {
    getFastTextModule: unknown;
    getFastTextClass(options: object): Promise<new () => FastText>;
  };
  const FastTextClass = await getFastTextClass({ getFastTextModule });
  const labels = [...new Set(set.train.map(([, label]) => label))];
  const lines = set.train.map(
    ([text, label]) => `__label__${labels.indexOf(label)} ${wordsOf(text).join(' ')}`,
  );
  const url = `data:text/plain;base64,${Buffer.from(`${lines.join('\n')}\n`).toString('base64')}`;
  const model = await new FastTextClass().trainSupervised(url, fastTextOptions(set, seed), () => {});
  return (text) => {
    const found = model.predict(wordsOf(text).join(' '), 1, 0);
    const [confidence, label] = found.size() > 0 ? found.get(0) : [0, ''];
    return { label: labels[Number(label.replace('__label__', ''))] ?? '', confidence };
  };
};

export const peers: Readonly<Record<string, Contender>> = {
  'natural Bayes': naturalBayes,
  'node-nlp': nodeNlp,
  'minisearch 5-NN': miniSearch,
  fasttext: fastText,
};
