import type { Observation } from '../knowledge/knowledge.ts';
import { textIn } from '../languages/text.ts';
import type { LanguageCode } from '../message.ts';
import type { AnswerOption } from '../recognition/option-phrases.ts';

/** The answers of a question as what may be said for them, in their order. */
export function answerOptions({ answers }: Observation, language: LanguageCode): readonly AnswerOption[] {
  return answers.map(({ label, heard, facts, megabytes }) => ({
    label: textIn(label, language),
    heard,
    ...(facts ? { facts } : {}),
    ...(megabytes ? { megabytes } : {}),
  }));
}
