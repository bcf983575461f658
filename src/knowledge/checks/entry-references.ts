import type { Folder } from '../folders.ts';
import type { Entry, PackSources } from '../read/pack-sources.ts';
import type { Path } from '../read/parse-yaml.ts';
import type { CauseSource, FixSource, ObservationSource, ProblemSource } from '../schema.ts';

/** A place that names an entry, or several by a wildcard. */
export interface EntryReference {
  readonly entry: Entry<unknown>;
  readonly path: Path;
  readonly folder: Folder;
  readonly to: string;
}

/** Every reference from one entry of the pack to another. */
export function* entryReferences(sources: PackSources): Generator<EntryReference> {
  for (const entry of sources.problems.values()) yield* ofProblem(entry);
  for (const entry of sources.causes.values()) yield* ofCause(entry);
  for (const entry of sources.observations.values()) yield* ofObservation(entry);
  for (const entry of sources.fixes.values()) yield* ofFix(entry);
}

function* ofProblem(entry: Entry<ProblemSource>): Generator<EntryReference> {
  const { causes = [], shares = {}, observations = [], examples } = entry.source;
  for (const [index, to] of causes.entries()) yield { entry, path: ['causes', index], folder: 'causes', to };
  for (const to of Object.keys(shares)) yield { entry, path: ['shares', to], folder: 'causes', to };
  for (const [index, to] of observations.entries()) {
    yield { entry, path: ['observations', index], folder: 'observations', to };
  }
  for (const [index, dialogue] of (examples?.dialogues ?? []).entries()) {
    yield { entry, path: ['examples', 'dialogues', index, 'fix'], folder: 'fixes', to: dialogue.fix };
  }
}

function* ofCause(entry: Entry<CauseSource>): Generator<EntryReference> {
  for (const [index, { fix }] of entry.source.fixes.entries()) {
    yield { entry, path: ['fixes', index], folder: 'fixes', to: fix };
  }
}

function* ofObservation(entry: Entry<ObservationSource>): Generator<EntryReference> {
  for (const [id, answer] of Object.entries(entry.source.answers)) {
    const at = ['answers', id];
    for (const [sign, list] of Object.entries(answer.weights ?? {})) {
      for (const [index, to] of list.entries()) {
        yield { entry, path: [...at, 'weights', sign, index], folder: 'causes', to };
      }
    }
    for (const to of Object.keys(answer.p ?? {}))
      yield { entry, path: [...at, 'p', to], folder: 'causes', to };
    if (answer.opens !== undefined)
      yield { entry, path: [...at, 'opens'], folder: 'problems', to: answer.opens };
  }
}

function* ofFix(entry: Entry<FixSource>): Generator<EntryReference> {
  for (const [system, steps] of Object.entries(entry.source.steps)) {
    for (const [index, step] of (steps ?? []).entries()) {
      if ('use' in step) yield { entry, path: ['steps', system, index], folder: 'procedures', to: step.use };
    }
  }
}
