import { didYouMean } from '../nearest.ts';
import { type Fault, hasEntry, type PackSources } from '../read/pack-sources.ts';
import { resolveReferences } from '../references.ts';
import { type AnswerReference, answerReferences } from './answer-references.ts';
import { answerIds, isObservation, observationIds } from './built-in.ts';
import type { Check } from './check.ts';
import { type EntryReference, entryReferences } from './entry-references.ts';

export const danglingReference: Check = {
  name: 'dangling-reference',
  why: 'A reference that leads nowhere would be dropped in silence, and with it a fix, a question or evidence.',
  *check(sources) {
    for (const reference of entryReferences(sources)) {
      const fault = entryFault(sources, reference);
      if (fault !== undefined) yield fault;
    }
    for (const reference of answerReferences(sources)) {
      const fault = answerFault(sources, reference);
      if (fault !== undefined) yield fault;
    }
  },
};

export const carelessWildcard: Check = {
  name: 'careless-wildcard',
  why: '`f1*` means f1-…, and f10-… and f11-… as well.',
  severity: 'warning',
  *check(sources) {
    for (const { entry, path, to } of entryReferences(sources)) {
      if (!/\d\*$/.test(to)) continue;
      const better = to.replace('*', '-*');
      yield {
        entry,
        path,
        found: `"${to}"`,
        expected: `"${better}"`,
        tip: 'Put the hyphen before the star.',
      };
    }
  },
};

function entryFault(sources: PackSources, reference: EntryReference): Fault | undefined {
  const { entry, path, folder, to } = reference;
  if (folder === 'observations' && isObservation(sources, to)) return undefined;
  if (hasEntry(sources, folder, to)) return undefined;
  const ids = folder === 'observations' ? observationIds(sources) : idsOf(sources, folder);
  if (to.endsWith('*') && resolveReferences([to], ids).length > 0) return undefined;
  return {
    entry,
    path,
    found: `"${to}"`,
    expected: to.endsWith('*') ? `ids in ${folder}/ that begin like this` : `an id that exists in ${folder}/`,
    tip: `${didYouMean(to.replace('*', ''), ids)}Correct the id, or add ${folder}/${to.replace('*', '…')}.yaml.`,
  };
}

function idsOf(sources: PackSources, folder: EntryReference['folder']): string[] {
  return [...sources[folder].keys(), ...sources.broken[folder]];
}

function answerFault(sources: PackSources, reference: AnswerReference): Fault | undefined {
  const { entry, path, observation, answer } = reference;
  if (!isObservation(sources, observation)) {
    const ids = observationIds(sources);
    const tip = `${didYouMean(observation, ids)}Correct the id, or add observations/${observation}.yaml.`;
    return { entry, path, found: `"${observation}"`, expected: 'an id that exists in observations/', tip };
  }
  const answers = answerIds(sources, observation);
  if (answers === undefined || answers.includes(answer)) return undefined;
  return {
    entry,
    path,
    found: `"${answer}"`,
    expected: `an answer of ${observation}: ${answers.join(', ')}`,
    tip: `${didYouMean(answer, answers)}Use the id of the answer, not its label.`,
  };
}
