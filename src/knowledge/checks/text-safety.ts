import { quote } from '../finding.ts';
import type { Check } from './check.ts';
import { type ForbiddenText, forbiddenCommands, forbiddenTexts } from './forbidden-texts.ts';
import { type ShownText, shownTexts } from './shown-texts.ts';

export const forbiddenText: Check = {
  name: 'forbidden-text',
  why: 'Invented, harmful, outdated and unverifiable advice is refused before anybody can be given it.',
  *check(sources) {
    for (const shown of shownTexts(sources)) {
      const rules = shown.isCommand ? [...forbiddenTexts, ...forbiddenCommands] : forbiddenTexts;
      for (const rule of rules) if (breaks(rule, shown)) yield faultOf(rule, shown);
    }
  },
};

/** A harmless text is harmless sentence by sentence: a "never" somewhere else does not count. */
function breaks(rule: ForbiddenText, shown: ShownText): boolean {
  const sentences = shown.isCommand ? [shown.text] : shown.text.split(/(?<=[。！？!?;；\n])|(?<=\.)\s/u);
  return sentences.some((sentence) => rule.pattern.test(sentence) && !(rule.unless?.test(sentence) ?? false));
}

function faultOf(rule: ForbiddenText, { entry, path, text }: ShownText) {
  const found = `${rule.id}: ${quote(rule.pattern.exec(text)?.[0] ?? text)}`;
  return {
    entry,
    path,
    found,
    expected: 'advice that is true and harmless',
    tip: `${rule.why} ${rule.instead}`,
  };
}
