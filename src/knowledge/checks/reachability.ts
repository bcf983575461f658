import { fixVariants } from '../compile/fix-variants.ts';
import { causesOf, columnsOf, shareOf } from '../compile/priors.ts';
import { systemNames } from '../folders.ts';
import type { Entry, PackSources } from '../read/pack-sources.ts';
import type { CauseSource, FixSource } from '../schema.ts';
import type { Check } from './check.ts';

export const causeWithoutProblem: Check = {
  name: 'cause-without-problem',
  why: 'A cause that no problem can have is never suspected.',
  needsWhole: true,
  *check(sources) {
    const used = new Set(
      [...sources.problems.values()].flatMap((problem) => causesOf(problem, sources.causes)),
    );
    for (const entry of sources.causes.values()) {
      if (used.has(entry.id)) continue;
      const tip = 'Name it under "causes" of a problem, or remove it.';
      yield { entry, path: [], found: 'a cause of no problem', expected: 'at least one problem', tip };
    }
  },
};

export const causeWithoutShare: Check = {
  name: 'cause-without-share',
  why: 'Without a share in the column that a problem reads, a cause counts as impossible there.',
  *check(sources) {
    const { priors } = sources.pack.source;
    for (const entry of sources.problems.values()) {
      const columns = columnsOf(entry.source, priors);
      const isNamed = entry.source.causes !== undefined || entry.source.shares !== undefined;
      for (const id of isNamed ? causesOf(entry, sources.causes) : []) {
        const cause = sources.causes.get(id);
        if (columns.some((column) => shareOf(entry.source, cause, column) > 0)) continue;
        const expected = `a share in ${columns.join(' or ')}`;
        yield {
          entry,
          path: ['causes'],
          found: `${id} has none`,
          expected,
          tip: `Add it to causes/${id}.yaml, or name it under "shares" here.`,
        };
      }
    }
  },
};

export const fixWithoutCause: Check = {
  name: 'fix-without-cause',
  why: 'A fix that no cause names is never given.',
  needsWhole: true,
  *check(sources) {
    const used = new Set(
      [...sources.causes.values()].flatMap(({ source }) => source.fixes.map(({ fix }) => fix)),
    );
    for (const entry of sources.fixes.values()) {
      if (used.has(entry.id)) continue;
      const tip = 'Name it under "fixes" of the cause it mends, or remove it.';
      yield { entry, path: [], found: 'a fix of no cause', expected: 'at least one cause', tip };
    }
  },
};

export const procedureWithoutFix: Check = {
  name: 'procedure-without-fix',
  why: 'A procedure that no fix uses is never shown.',
  severity: 'warning',
  needsWhole: true,
  *check(sources) {
    const used = new Set([...sources.fixes.values()].flatMap(({ source }) => proceduresOf(source)));
    for (const entry of sources.procedures.values()) {
      if (used.has(entry.id)) continue;
      const tip = 'Let a fix "use" it, or remove it.';
      yield { entry, path: [], found: 'a procedure of no fix', expected: 'at least one fix', tip };
    }
  },
};

export const causeWithoutFixOnSystem: Check = {
  name: 'cause-without-fix-on-system',
  why: 'A person whose system no fix serves gets no help although the cause is found.',
  needsWhole: true,
  *check(sources) {
    for (const entry of sources.causes.values()) {
      const unserved = unservedSystems(entry, sources);
      if (unserved.length === 0) continue;
      const found = `no fix for ${unserved.join(', ')}`;
      const tip =
        'Add steps (or an "any" list) to a fix, or say under "systems" where this cause can happen at all.';
      yield { entry, path: ['fixes'], found, expected: 'a fix on every system of the cause', tip };
    }
  },
};

function unservedSystems(cause: Entry<CauseSource>, sources: PackSources): string[] {
  const served = cause.source.fixes.flatMap(({ fix }) => {
    const source = sources.fixes.get(fix)?.source;
    const isKnown = source !== undefined && proceduresOf(source).every((id) => sources.procedures.has(id));
    // What is missing altogether is a dangling reference, and may serve every system once it is there.
    return isKnown ? Object.keys(fixVariants(source, sources.procedures)) : ['any'];
  });
  if (served.includes('any')) return [];
  return (cause.source.systems ?? systemNames).filter((system) => !served.includes(system));
}

function proceduresOf(fix: FixSource): string[] {
  const steps = Object.values(fix.steps).flatMap((list) => list ?? []);
  return steps.flatMap((step) => ('use' in step ? [step.use] : []));
}
