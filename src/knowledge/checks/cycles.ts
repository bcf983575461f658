import { observationsOf } from '../compile/priors.ts';
import type { PackSources } from '../read/pack-sources.ts';
import type { Check } from './check.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

export const askIfCycle: Check = {
  name: 'ask-if-cycle',
  why: 'Questions that wait for one another are never asked.',
  *check(sources) {
    const graph = new Map(
      [...sources.observations.values()].map(({ id, source }) => [id, Object.keys(source.askIf ?? {})]),
    );
    for (const cycle of cyclesOf(graph)) {
      const entry = sources.observations.get(cycle[0] ?? '');
      if (entry === undefined) continue;
      const tip = 'Remove "askIf" from one of them.';
      yield {
        entry,
        path: ['askIf'],
        found: showCycle(cycle),
        expected: 'a question that can be asked first',
        tip,
      };
    }
  },
};

export const opensCycle: Check = {
  name: 'opens-cycle',
  why: 'Problems that open one another would send a person round in circles.',
  *check(sources) {
    for (const cycle of cyclesOf(opensGraph(sources))) {
      const entry = sources.problems.get(cycle[0] ?? '');
      if (entry === undefined) continue;
      const tip =
        'Let the problem that is opened say under "implies" which answer led to it, or leave the observation out of its list.';
      yield { entry, path: [], found: showCycle(cycle), expected: 'a problem where the way ends', tip };
    }
  },
};

/** From each problem to those that an answer may open there. What is implied is known and never asked again. */
function opensGraph(sources: PackSources): Graph {
  const graph = new Map<string, string[]>();
  for (const problem of sources.problems.values()) {
    const asked = observationsOf(problem, sources.observations).filter(
      (id) => !Object.hasOwn(problem.source.implies ?? {}, id),
    );
    const answers = asked.flatMap((id) => Object.values(sources.observations.get(id)?.source.answers ?? {}));
    graph.set(
      problem.id,
      answers.flatMap(({ opens }) => opens ?? []),
    );
  }
  return graph;
}

/** One cycle for each node that closes one, as the list of nodes on it; found by walking depth first. */
function cyclesOf(graph: Graph): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const start of graph.keys()) walk(start, []);
  return cycles;

  function walk(node: string, trail: readonly string[]): void {
    if (trail.includes(node)) cycles.push([...trail.slice(trail.indexOf(node)), node]);
    if (done.has(node)) return;
    done.add(node);
    for (const next of graph.get(node) ?? []) walk(next, [...trail, node]);
  }
}

function showCycle(cycle: readonly string[]): string {
  return cycle.join(' → ');
}
