import { systemNames } from '../folders.ts';
import type { FixStep, FixVariant, System } from '../knowledge.ts';
import type { Entries } from '../read/pack-sources.ts';
import type { FixSource, ProcedureSource } from '../schema.ts';

export type Scope = System | 'any';
type StepSource = NonNullable<FixSource['steps']['any']>[number];
type ProcedureVariant = NonNullable<ProcedureSource['systems']['any']>;
type Procedures = Entries<ProcedureSource>;

/** Steps per system with the procedures put in. A scope in which a used procedure has no steps is left out. */
export function fixVariants(fix: FixSource, procedures: Procedures): Partial<Record<Scope, FixVariant>> {
  const variants: Partial<Record<Scope, FixVariant>> = {};
  for (const { scope, steps } of scopesOf(fix, procedures)) {
    const used = steps.map((step) => ('use' in step ? procedureIn(procedures, step.use, scope) : undefined));
    const isComplete = steps.every((step, index) => !('use' in step) || used[index] !== undefined);
    if (isComplete) variants[scope] = variantOf(fix, steps, used);
  }
  return variants;
}

/**
 * The systems that a fix has steps for: those named, and for an `any` list also each system for which a used procedure
 * has steps of its own; `any` itself stands for the rest.
 */
export function scopesOf(
  fix: FixSource,
  procedures: Procedures,
): { scope: Scope; steps: readonly StepSource[] }[] {
  const { any, ...named } = fix.steps;
  const scopes = systemNames.flatMap((scope) => {
    const steps = named[scope] ?? (any !== undefined && isExpanded(any, scope, procedures) ? any : undefined);
    return steps === undefined ? [] : [{ scope: scope as Scope, steps }];
  });
  return any === undefined ? scopes : [...scopes, { scope: 'any', steps: any }];
}

/** The steps of a procedure on a system, or those for any system. */
export function procedureIn(procedures: Procedures, id: string, scope: Scope): ProcedureVariant | undefined {
  const systems = procedures.get(id)?.source.systems;
  return systems?.[scope] ?? systems?.any;
}

function isExpanded(steps: readonly StepSource[], system: System, procedures: Procedures): boolean {
  return steps.some(
    (step) => 'use' in step && procedures.get(step.use)?.source.systems[system] !== undefined,
  );
}

function variantOf(
  fix: FixSource,
  steps: readonly StepSource[],
  used: readonly (ProcedureVariant | undefined)[],
): FixVariant {
  const procedures = used.filter((variant) => variant !== undefined);
  return {
    steps: steps.flatMap((step, index) => ('use' in step ? stepsOf(used[index]) : [stepOf(step)])),
    needs: [...new Set([fix.needs ?? [], ...procedures.map(({ needs }) => needs ?? [])].flat())],
    sideEffects: procedures
      .flatMap(({ sideEffect }) => sideEffect ?? [])
      // Said of one procedure, it would read as if it held for the other steps too.
      .filter((effect) => steps.length === 1 || !/^nothing is changed/i.test(effect.en ?? '')),
    undo: [...procedures.map(({ undo }) => undo), fix.undo].filter((text) => text !== undefined),
  };
}

function stepsOf(variant: ProcedureVariant | undefined): FixStep[] {
  return (variant?.steps ?? []).map(stepOf);
}

function stepOf({ command, versions, ...text }: ProcedureVariant['steps'][number]): FixStep {
  return { text, ...(command === undefined ? {} : { command }), ...(versions ? { versions } : {}) };
}
