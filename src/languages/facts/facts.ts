import { textIn } from '../text.ts';
import { apps } from './apps.ts';
import { deeds } from './deeds.ts';
import type { FactTopic, FactValue } from './fact-table.ts';
import { direction, fileKind, place } from './file.ts';
import { network, vpn } from './network.ts';
import { others } from './others.ts';
import { hotspot, otherDevice, outcome } from './outcome.ts';
import { owner } from './owner.ts';
import { since } from './since.ts';

/** Every built-in kind of fact, by the topic that knowledge names it with. */
export const factTopics: Readonly<Record<string, FactTopic>> = {
  app: apps,
  did: deeds,
  direction,
  file: fileKind,
  hotspot,
  network,
  'other-device': otherDevice,
  others,
  outcome,
  owner,
  place,
  since,
  vpn,
};

/** All names that knowledge may give a built-in fact, as `topic/value`. */
export const factNames: readonly string[] = Object.entries(factTopics).flatMap(([topic, { values }]) =>
  Object.keys(values).map((value) => `${topic}/${value}`),
);

/** The kind of a built-in fact, by its name `topic/value`. */
export function topicOf(name: string): string {
  return name.split('/')[0] ?? name;
}

/** What a built-in fact is called; its name when there is none of it. */
export function factLabel(name: string, language: 'en' | 'zh'): string {
  const value = factNamed(name);
  return value ? textIn(value.label, language) : name;
}

/** The built-in fact of this name; undefined when there is none. */
export function factNamed(name: string): FactValue | undefined {
  const [topic = '', value = ''] = name.split('/');
  return factTopics[topic]?.values[value];
}
