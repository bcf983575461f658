import type { Standing } from '../../diagnosis/decide.ts';
import type { Cause, Fix, FixVariant, Pack, System } from '../../knowledge/knowledge.ts';
import { systemObservation } from '../../knowledge/knowledge.ts';
import type { Sentences } from '../../languages/language.ts';
import { textIn } from '../../languages/text.ts';
import type { Block } from '../../message.ts';
import { type Draft, text } from '../draft.ts';
import type { Option } from '../state.ts';
import { stepsForVersion } from '../steps-for.ts';
import { versionOf } from '../talk.ts';
import type { Turn } from '../turn.ts';

type Badge = Extract<Block, { type: 'badges' }>['items'][number];

/** A fix given for a cause. */
export interface GivenFix {
  readonly pack: Pack;
  readonly fix: Fix;
  readonly cause: Cause;
  /** How the cause is spoken of. */
  readonly standing: Standing;
}

/** Whether the fix must be agreed to before its steps are shown. */
export function needsConsent(fix: Fix): boolean {
  return fix.tier === 2 || fix.risk !== 'low';
}

/** Asks before anything that needs more rights or carries risk. */
export function consentDraft(turn: Turn, { fix, cause, standing }: GivenFix, variant: FixVariant): Draft {
  const { sentences, language } = turn;
  const title = textIn(fix.title, language.code);
  const reasons = consentReasons(fix, variant, sentences);
  const options: Option[] = [
    { label: sentences.consentYes, action: { do: 'consent', fix: fix.id } },
    { label: sentences.consentNo, action: { do: 'tried', fix: fix.id, outcome: 'declined' } },
    { label: sentences.askPerson, action: { do: 'handOver' } },
  ];
  return {
    kind: 'question',
    blocks: [
      text(because(turn, cause, standing)),
      text([sentences.consent(title), ...reasons].join(sentences.space)),
      ...warnings(turn, fix),
      text(sentences.consentQuestion),
    ],
    about: { ...(turn.talk.problem ?? {}), cause: cause.id },
    wait: { kind: 'consent', options, fix: fix.id },
  };
}

function consentReasons(fix: Fix, variant: FixVariant, sentences: Sentences): string[] {
  const reasons: string[] = [];
  if (variant.needs.includes('admin')) reasons.push(sentences.consentAdmin);
  else if (fix.tier === 2) reasons.push(sentences.consentOthers);
  if (variant.needs.includes('restart')) reasons.push(sentences.consentRestart);
  if (fix.risk !== 'low') reasons.push(sentences.consentRisk);
  return reasons;
}

/** The steps on the person's system, how to see that it worked, and how to undo it. */
export function fixDraft(
  turn: Turn,
  given: GivenFix,
  { variant, system }: { variant: FixVariant; system: System | 'any' },
): Draft {
  const { fix, cause, standing, pack } = given;
  const { sentences, language } = turn;
  // The reason and the warning were already read when consent was asked for.
  const isNew = !turn.talk.consented.has(fix.id);
  const blocks: Block[] = [
    ...(isNew ? [text(because(turn, cause, standing))] : []),
    { type: 'heading', text: textIn(fix.title, language.code) },
    { type: 'badges', items: badges(fix, variant, sentences) },
    ...(isNew ? warnings(turn, fix) : []),
  ];
  for (const effect of variant.sideEffects) {
    blocks.push({
      type: 'note',
      tone: 'warning',
      title: sentences.sideEffectTitle,
      text: textIn(effect, language.code),
    });
  }
  if (system !== 'any') blocks.push(text(sentences.stepsFor(systemLabel(turn, pack, system))));
  blocks.push({
    type: 'steps',
    items: stepsForVersion(variant.steps, versionOf(turn.talk)).map((step) => ({
      text: textIn(step.text, language.code),
      ...(step.command ? { command: step.command } : {}),
    })),
  });
  blocks.push({
    type: 'note',
    tone: 'verify',
    title: sentences.verifyTitle,
    text: textIn(fix.verify, language.code),
  });
  for (const undo of variant.undo) {
    blocks.push({
      type: 'note',
      tone: 'undo',
      title: sentences.undoTitle,
      text: textIn(undo, language.code),
    });
  }
  if (fix.asOf) blocks.push(text(sentences.outdated(fix.asOf)));
  return {
    kind: 'fix',
    blocks,
    about: { ...(turn.talk.problem ?? {}), cause: cause.id, fix: fix.id },
    wait: { kind: 'fix', options: outcomeOptions(fix, sentences), fix: fix.id },
  };
}

function because(turn: Turn, cause: Cause, standing: Standing): string {
  const words = textIn(cause.because, turn.language.code);
  const { surelyCause, likelyCause, quickCause } = turn.sentences;
  return { sure: surelyCause, likeliest: likelyCause, quick: quickCause }[standing](words);
}

function warnings(turn: Turn, fix: Fix): Block[] {
  if (!fix.warning) return [];
  return [
    {
      type: 'note',
      tone: 'warning',
      title: turn.sentences.warningTitle,
      text: textIn(fix.warning, turn.language.code),
    },
  ];
}

function badges(fix: Fix, variant: FixVariant, sentences: Sentences): Badge[] {
  const items: Badge[] = [{ kind: 'minutes', text: sentences.minutes(fix.minutes) }];
  // A low risk is what people expect; only more than that is worth a word.
  if (fix.risk !== 'low') items.push({ kind: 'risk', text: sentences.risk(fix.risk) });
  if (fix.wait) items.push({ kind: 'minutes', text: sentences.thenWait(sentences.minutes(fix.wait)) });
  if (variant.needs.includes('admin')) items.push({ kind: 'admin', text: sentences.needsAdmin });
  if (variant.needs.includes('restart')) items.push({ kind: 'restart', text: sentences.needsRestart });
  if (fix.tier === 3) items.push({ kind: 'support', text: sentences.needsOthers });
  return items;
}

function outcomeOptions(fix: Fix, sentences: Sentences): Option[] {
  return [
    { label: sentences.worked, action: { do: 'tried', fix: fix.id, outcome: 'worked' } },
    { label: sentences.didNotWork, action: { do: 'tried', fix: fix.id, outcome: 'failed' } },
    { label: sentences.couldNotTry, action: { do: 'tried', fix: fix.id, outcome: 'skipped' } },
  ];
}

function systemLabel(turn: Turn, pack: Pack, system: System): string {
  const answer = pack.observations[systemObservation]?.answers.find((candidate) => candidate.id === system);
  return answer ? textIn(answer.label, turn.language.code) : system;
}
