import type { Entry, PackSources } from '../read/pack-sources.ts';
import type { Path } from '../read/parse-yaml.ts';

/** A place that names an answer to an observation. */
export interface AnswerReference {
  readonly entry: Entry<unknown>;
  readonly path: Path;
  readonly observation: string;
  readonly answer: string;
}

/** Every place of the pack that names an observation together with one of its answers. */
export function* answerReferences(sources: PackSources): Generator<AnswerReference> {
  for (const entry of sources.observations.values()) {
    for (const [observation, answers] of Object.entries(entry.source.askIf ?? {})) {
      for (const [index, answer] of answers.entries()) {
        yield { entry, path: ['askIf', observation, index], observation, answer };
      }
    }
  }
  for (const entry of sources.problems.values()) {
    yield* inRecord(entry, ['implies'], entry.source.implies ?? {});
    for (const [index, { answers }] of (entry.source.examples?.dialogues ?? []).entries()) {
      yield* inRecord(entry, ['examples', 'dialogues', index, 'answers'], answers);
    }
  }
}

function* inRecord(
  entry: Entry<unknown>,
  path: Path,
  record: Readonly<Record<string, string>>,
): Generator<AnswerReference> {
  for (const [observation, answer] of Object.entries(record)) {
    yield { entry, path: [...path, observation], observation, answer };
  }
}
