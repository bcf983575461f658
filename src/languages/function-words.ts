import { isStopWord } from './stop-words.ts';

/** Characters that build Chinese sentences whatever they are about; a word of nothing else is a function word. */
const chineseFunctionCharacters = new Set(
  '的了吗呢啊吧呀么嘛哦嗯我你您他她它们这那个样候请帮给想要是在有就都也还和跟把被一下怎什为如何哪可以能会去来说',
);

/** Whether a folded English word, given by its stem, stands in sentences whatever they are about ("how", "my"). */
export function isEnglishFunctionWord(stem: string): boolean {
  return isStopWord(stem);
}

/** Whether a piece of folded Chinese stands in sentences whatever they are about (「怎么」,「我的」). */
export function isChineseFunctionPiece(piece: string): boolean {
  for (const character of piece) if (!chineseFunctionCharacters.has(character)) return false;
  return true;
}
