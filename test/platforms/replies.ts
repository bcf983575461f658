import type { Reply } from '../../src/message.ts';
import { answerReply } from './scripted-host.ts';

const choices = (count: number, label: string) =>
  Array.from({ length: count }, (_, index) => ({ id: `talk01-1-${index}`, label: `${label}${index}` }));

const numbered = (count: number, word: string) =>
  Array.from({ length: count }, (_, index) => `${word}${index}`);

/** What every platform must be able to say: each kind of reply, in both languages, short and long. */
export const replies: readonly Reply[] = [
  answerReply('a sentence', 'Hello there'),
  answerReply('a question with two answers', 'Which one', {
    kind: 'question',
    choices: choices(2, 'Answer'),
  }),
  answerReply('a question with many answers', 'Which one', {
    kind: 'question',
    choices: choices(30, 'Answer'),
  }),
  answerReply('a choice with long labels', 'Which one', {
    kind: 'choose',
    choices: choices(3, `${'long '.repeat(40)}Label`),
  }),
  answerReply('a fix in Chinese', '', {
    kind: 'fix',
    language: 'zh',
    about: { cause: 'n5-dns' },
    blocks: [
      { type: 'heading', text: '重新获取地址' },
      { type: 'badges', items: [{ kind: 'minutes', text: '约三分钟' }] },
      { type: 'steps', items: [{ text: '打开命令提示符' }, { text: '运行', command: 'ipconfig' }] },
      { type: 'note', tone: 'verify', title: '好了吗', text: '网页能打开' },
      { type: 'rows', rows: [{ label: '十六进制', value: '0x80070057' }] },
    ],
    choices: [
      { id: 'talk01-1-0', label: '好了' },
      { id: 'talk01-1-1', label: '没好' },
    ],
  }),
  answerReply('a hand-over with a long trail', '', {
    kind: 'handover',
    blocks: [{ type: 'list', items: numbered(300, 'Line') }],
  }),
  answerReply('steps that fill several messages', '', {
    kind: 'fix',
    about: { cause: 'c' },
    blocks: [
      { type: 'steps', items: numbered(120, 'Step').map((text) => ({ text, command: `run${text}` })) },
    ],
  }),
];

/** Every word that a reader must find: those of blocks and labels, without what platforms write differently. */
export function wordsOf({ blocks, choices: pressable }: Reply): readonly string[] {
  const texts = [...JSON.stringify(blocks).matchAll(/"(?:text|title|label|value|command)":"([^"]*)"/g)];
  const items = [...JSON.stringify(blocks).matchAll(/"items":\[("[^\]]*")\]/g)];
  const all = [
    ...texts.map(([, text = '']) => text),
    ...items.flatMap(([, list = '']) => list.split('","')),
    ...pressable.map(({ label }) => label),
  ];
  return [...new Set(all.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []))];
}
