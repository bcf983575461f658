import { textIn } from '../languages/text.ts';
import type { Block } from '../message.ts';
import type { CodeSighting } from '../recognition/recognition.ts';
import { text } from './draft.ts';
import type { Turn } from './turn.ts';
import { codeRows } from './wording/code.ts';

/** An unknown code of a known family is said to be that; neither is given a meaning. */
function unknownCode(turn: Turn, { family, code }: CodeSighting): string {
  const title = turn.world.knowledge.table?.families.find(({ id }) => id === family)?.title;
  if (!title) return turn.sentences.codeUnknown(code);
  return turn.sentences.codeUnknownIn(code, textIn(title, turn.language.code));
}

/** What is said of codes that nothing names: that, and what the number itself shows. */
export function codeBlocks(turn: Turn, codes: readonly CodeSighting[]): Block[] {
  const first = codes[0] as CodeSighting;
  const rows = codeRows(turn, first);
  return [
    text(unknownCode(turn, first)),
    ...(rows.length === 0 ? [] : [text(turn.sentences.codeDecoded), ...rows]),
  ];
}
