import { systemNames } from '../folders.ts';
import { systemObservation } from '../knowledge.ts';
import { hasEntry, type PackSources } from '../read/pack-sources.ts';

/** Every observation that may be named: those of the pack and the built-in `system`. */
export function observationIds(sources: PackSources): string[] {
  return [systemObservation, ...sources.observations.keys(), ...sources.broken.observations];
}

export function isObservation(sources: PackSources, id: string): boolean {
  return id === systemObservation || hasEntry(sources, 'observations', id);
}

/** The answers of an observation; undefined when its file cannot be read or there is none. */
export function answerIds(sources: PackSources, observation: string): readonly string[] | undefined {
  if (observation === systemObservation) return systemNames;
  const entry = sources.observations.get(observation);
  return entry && Object.keys(entry.source.answers);
}
