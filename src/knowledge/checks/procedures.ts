import { procedureIn, type Scope, scopesOf } from '../compile/fix-variants.ts';
import { quote } from '../finding.ts';
import type { Entry, PackSources } from '../read/pack-sources.ts';
import type { ProcedureSource } from '../schema.ts';
import type { Check } from './check.ts';

type Variant = NonNullable<ProcedureSource['systems']['any']>;

export const procedureOnSystem: Check = {
  name: 'procedure-on-system',
  why: 'A step that uses a procedure without steps for that system would silently be missing.',
  *check(sources) {
    for (const entry of sources.fixes.values()) {
      const usable = scopesOf(entry.source, sources.procedures).filter(
        ({ scope }) => scope !== 'any' || !isSplit(entry, sources),
      );
      for (const { scope, steps } of usable) {
        const path = ['steps', Object.hasOwn(entry.source.steps, scope) ? scope : 'any'];
        for (const [index, step] of steps.entries()) {
          if (!('use' in step) || !sources.procedures.has(step.use)) continue;
          if (procedureIn(sources.procedures, step.use, scope) !== undefined) continue;
          const found = `${step.use} has no steps for ${scope}`;
          const tip = `Add ${scope} (or any) to procedures/${step.use}.yaml, or give the fix other steps there.`;
          yield {
            entry,
            path: [...path, index],
            found,
            expected: 'a procedure for every system of the step list',
            tip,
          };
        }
      }
    }
  },
};

/** Whether an `any` list is spread over the systems of its procedures, so that `any` itself may have nothing left. */
function isSplit(
  entry: Entry<{ steps: { any?: readonly object[] | undefined } }>,
  sources: PackSources,
): boolean {
  return (entry.source.steps.any ?? []).some(
    (step) => 'use' in step && hasOwnSystem(sources.procedures.get(String(step.use))?.source),
  );
}

function hasOwnSystem(procedure: ProcedureSource | undefined): boolean {
  return Object.keys(procedure?.systems ?? {}).some((system) => system !== 'any');
}

export const adminWithoutUndo: Check = {
  name: 'admin-without-undo',
  why: 'Whoever changes a system as administrator must know what else changes and how to go back.',
  *check(sources) {
    for (const { entry, scope, variant } of variantsOf(sources)) {
      if (!variant.needs?.includes('admin') || variant.undo !== undefined || variant.sideEffect !== undefined)
        continue;
      const tip = 'Say how to undo it, or what it does besides; "Nothing is changed." is a fine side effect.';
      yield {
        entry,
        path: ['systems', scope],
        found: 'needs admin',
        expected: '"undo" or "sideEffect"',
        tip,
      };
    }
  },
};

export const sudoWithoutAdmin: Check = {
  name: 'sudo-without-admin',
  why: 'People without administrator rights must be told before they begin, not in the middle.',
  *check(sources) {
    for (const { entry, scope, variant } of variantsOf(sources)) {
      const index = variant.steps.findIndex(({ command }) => /\bsudo\b/.test(command ?? ''));
      if (index < 0 || variant.needs?.includes('admin')) continue;
      const path = ['systems', scope, 'steps', index, 'command'];
      yield {
        entry,
        path,
        found: 'sudo',
        expected: 'needs: [admin]',
        tip: 'Add "needs: [admin]" to this system.',
      };
    }
  },
};

export const commandWithoutWords: Check = {
  name: 'command-without-words',
  why: 'A bare command tells nobody where to type it and what to look for.',
  *check(sources) {
    for (const { entry, scope, variant } of variantsOf(sources)) {
      for (const [index, step] of variant.steps.entries()) {
        if (step.en !== undefined || step.zh !== undefined) continue;
        const path = ['systems', scope, 'steps', index];
        const tip = 'Say where to type it and what should appear.';
        yield { entry, path, found: quote(step.command), expected: 'a sentence before the command', tip };
      }
    }
  },
};

/** Resets that Windows finishes at the next start, and that take settings with them. */
const resets = [
  { command: /netsh +winsock +reset/i, mention: undefined },
  {
    command: /netsh +int(?:erface)? +ip(?:v4)? +reset/i,
    mention: /back ?up|by hand|static|save|备份|静态|手动/i,
  },
];

export const resetWithoutPrecautions: Check = {
  name: 'reset-without-precautions',
  why: 'A network reset needs an administrator and a restart, and loses addresses typed in by hand.',
  *check(sources) {
    for (const { entry, scope, variant } of variantsOf(sources)) {
      const reset = resets.find(({ command }) =>
        variant.steps.some((step) => command.test(step.command ?? '')),
      );
      if (reset === undefined) continue;
      const path = ['systems', scope];
      if (!variant.needs?.includes('admin') || !variant.needs.includes('restart')) {
        yield {
          entry,
          path,
          found: 'a network reset',
          expected: 'needs: [admin, restart]',
          tip: 'Add both.',
        };
      }
      if (variant.sideEffect === undefined || !(reset.mention?.test(JSON.stringify(variant)) ?? true)) {
        const tip = 'Say under "sideEffect" what is lost, and have the present settings saved first.';
        yield { entry, path, found: 'a network reset', expected: '"sideEffect" with what is lost', tip };
      }
    }
  },
};

function* variantsOf(
  sources: PackSources,
): Generator<{ entry: Entry<ProcedureSource>; scope: Scope; variant: Variant }> {
  for (const entry of sources.procedures.values()) {
    for (const [scope, variant] of Object.entries(entry.source.systems)) {
      if (variant !== undefined) yield { entry, scope: scope as Scope, variant };
    }
  }
}
