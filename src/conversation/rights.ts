import type { Block } from '../message.ts';
import { aside } from './aside.ts';
import { readCommand } from './command.ts';
import { type Outcome, text } from './draft.ts';
import type { PersonRecord } from './state.ts';
import type { Turn } from './turn.ts';
import { recordBlocks } from './wording/person-record.ts';

/** Of the question whether talks may be learnt from; a new wording that asks for more is a new version. */
const consentVersion = 1;

/** Whether the answer to a message needs to know what is kept of the person. */
export function asksForRecord({ kind, text: words }: Turn['incoming']): boolean {
  const command = kind === 'text' ? readCommand(words) : null;
  return command === 'export' || command === 'privacy';
}

/** What is kept, how long, and what the person can do about it. */
export function privacy(turn: Turn): Outcome {
  const { sentences, world } = turn;
  const learns = world.learning !== undefined;
  const agreed = world.record?.consent?.learning === true;
  const blocks: Block[] = [
    text(sentences.privacyKept),
    text(sentences.privacyHidden),
    ...(world.retention ? [text(sentences.privacyDays(world.retention.talks, world.retention.log))] : []),
    text(sentences.privacyCommands),
    ...(learns ? [text(agreed ? sentences.privacyLearningYes : sentences.privacyLearningNo)] : []),
  ];
  return aside(turn, blocks);
}

/** Everything kept of the person; only where nobody else reads along. */
export function exportRecord(turn: Turn): Outcome {
  const { sentences, world, incoming } = turn;
  if (incoming.addressed !== 'direct') return aside(turn, [text(sentences.exportInPrivate)]);
  if (!world.record) return aside(turn, [text(sentences.exportNothing)]);
  const said = aside(turn, exportBlocks(turn, world.record));
  return { ...said, effects: [{ kind: 'audit', action: 'exported', detail: {} }] };
}

function exportBlocks(turn: Turn, record: PersonRecord): Block[] {
  const { sentences } = turn;
  if (record.messages.length <= 1 && record.talks.length === 0) return [text(sentences.exportNothing)];
  return [...recordBlocks(turn, record), text(sentences.exportWhole(record.person))];
}

/** Asks once; a press or a "yes" does it. */
export function askToForget(turn: Turn): Outcome {
  const { sentences } = turn;
  return {
    draft: {
      kind: 'choose',
      blocks: [text(sentences.forgetQuestion)],
      about: {},
      wait: {
        kind: 'choose',
        aside: true,
        options: [
          { label: sentences.forgetYes, action: { do: 'forgetMe' } },
          { label: sentences.forgetNo, action: { do: 'continue' } },
        ],
      },
    },
  };
}

/** The talk ends here; the store does the rest in the same transaction. */
export function forget(turn: Turn): Outcome {
  return {
    events: [],
    draft: { kind: 'notice', blocks: [text(turn.sentences.forgotten)], about: {} },
    effects: [{ kind: 'forget' }, { kind: 'audit', action: 'forgotten', detail: {} }],
  };
}

/** Lets talks of the person be learnt from, or takes that back with everything that was learnt. */
export function consentToLearning(turn: Turn, learning: boolean): Outcome {
  const { sentences } = turn;
  const said = aside(turn, [text(learning ? sentences.learningYes : sentences.learningNo)]);
  return {
    ...said,
    effects: [
      { kind: 'consent', learning, version: consentVersion },
      {
        kind: 'audit',
        action: learning ? 'consented' : 'withdrawn',
        detail: { to: 'learning', version: consentVersion },
      },
    ],
  };
}
