import { escapedStart } from './escape.ts';

/** A text object in which Slack formats nothing. Never empty, which Slack would refuse. @param longest UTF-16 units */
export function plain(text: string, longest: number): object {
  return { type: 'plain_text', text: escapedStart(text.trim(), longest) || '…', emoji: false };
}
