import type { Article, Cause, Fix, Observation, Pack, Problem } from '../knowledge.ts';
import { systemObservation } from '../knowledge.ts';
import type { Entries, Entry, PackSources } from '../read/pack-sources.ts';
import type { ArticleSource, CauseSource, FixSource, ProblemSource } from '../schema.ts';
import { compileObservation } from './compile-observation.ts';
import { fixVariants } from './fix-variants.ts';
import { observationsOf, priorsOf } from './priors.ts';
import { compileSystemObservation } from './system-observation.ts';

/** A checked pack as the engine reads it. The checks must have found no error in it. */
export function compilePack(sources: PackSources): Pack {
  const { id, title, owner, languages, handOver, handOverMinutes, reviewDays } = sources.pack.source;
  return {
    ...{ id, title, owner, languages, handOver, handOverMinutes, reviewDays },
    problems: compileEach(sources.problems, (entry) => compileProblem(entry, sources)),
    causes: compileEach(sources.causes, (entry) => compileCause(entry, sources.fixes)),
    observations: compileObservations(sources),
    fixes: compileEach(sources.fixes, (entry) => compileFix(entry, sources)),
    articles: compileEach(sources.articles, compileArticle),
  };
}

function compileEach<Source, Compiled>(
  entries: Entries<Source>,
  compile: (entry: Entry<Source>) => Compiled,
): Record<string, Compiled> {
  return Object.fromEntries([...entries.values()].map((entry) => [entry.id, compile(entry)]));
}

function compileObservations(sources: PackSources): Record<string, Observation> {
  const causes = [...sources.causes.keys()];
  return {
    [systemObservation]: compileSystemObservation(sources.causes),
    ...compileEach(sources.observations, (entry) => compileObservation(entry, causes)),
  };
}

function compileProblem(entry: Entry<ProblemSource>, sources: PackSources): Problem {
  const { inline, prior, examples, ...source } = entry.source;
  const { match = [], noMatch = [], dialogues = [] } = examples ?? {};
  return {
    ...source,
    id: entry.id,
    says: source.says ?? {},
    prints: source.prints ?? [],
    unlike: source.unlike ?? {},
    codes: source.codes ?? [],
    causes: priorsOf(entry, sources.causes, sources.pack.source.priors),
    observations: [systemObservation, ...observationsOf(entry, sources.observations)],
    implies: source.implies ?? {},
    examples: { match, noMatch, dialogues },
  };
}

function compileCause(entry: Entry<CauseSource>, fixes: Entries<FixSource>): Cause {
  const { share, fixes: links, ...source } = entry.source;
  const chances = links.map(
    ({ fix, chance }) => [fix, chance ?? fixes.get(fix)?.source.chance ?? 0] as const,
  );
  return { ...source, id: entry.id, fixes: Object.fromEntries(chances) };
}

function compileFix(entry: Entry<FixSource>, sources: PackSources): Fix {
  const { steps, chance, needs, undo, tier, judgement = false, ...source } = entry.source;
  const variants = fixVariants(entry.source, sources.procedures);
  return { ...source, id: entry.id, tier: tier as Fix['tier'], judgement, variants };
}

function compileArticle(entry: Entry<ArticleSource>): Article {
  return { ...entry.source, id: entry.id, unlike: entry.source.unlike ?? {} };
}
