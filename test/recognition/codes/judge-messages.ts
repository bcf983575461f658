import { readFileSync } from 'node:fs';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { findCodes } from '../../../src/recognition/codes/find-codes.ts';
import { orderCodes } from '../../../src/recognition/codes/order-codes.ts';

interface Message {
  readonly text: string;
  /** `family/code` or `family/SYMBOL`, any of them; empty for a message without a known code. */
  readonly right: readonly string[];
  /** Whether it is a look-alike, not a code that no table has. */
  readonly isNoCode: boolean;
}

/** Shares from 0 to 1. */
export interface Judged {
  readonly messages: number;
  readonly recall: number;
  readonly recallChinese: number;
  readonly familyFirst: number;
  readonly familyAmongThree: number;
  readonly lookAlikesAnswered: number;
  readonly meaningsInvented: number;
}

function messages(): readonly Message[] {
  const text = readFileSync(new URL('./messages.tsv', import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.includes('\t') && !line.startsWith('# '))
    .map((line) => {
      const [expected = '', said = ''] = line.split('\t');
      const isKnown = expected !== '-' && expected !== '?';
      return { text: said, right: isKnown ? expected.split('|') : [], isNoCode: expected === '-' };
    });
}

interface Outcome {
  readonly message: Message;
  readonly isAnswered: boolean;
  readonly isFound: boolean;
  /** Where the first reading of a right family stands; −1 for nowhere. */
  readonly place: number;
}

function outcomeOf(message: Message, knowledge: Knowledge): Outcome {
  const codes = orderCodes(findCodes(message.text, knowledge), message.text);
  const readings = codes.flatMap(({ also = [], ...one }) => [
    { ...one },
    ...also.map((other) => ({ ...other, symbol: '' })),
  ]);
  const isRight = ({ family, code, symbol = '' }: (typeof readings)[number]) =>
    message.right.includes(`${family}/${code}`) || message.right.includes(`${family}/${symbol}`);
  const families = message.right.map((one) => one.split('/')[0]);
  const isAnswered = codes.some(({ named }) => named);
  return {
    message,
    isAnswered,
    isFound: isAnswered && readings.some(isRight),
    place: isAnswered ? readings.findIndex(({ family }) => families.includes(family)) : -1,
  };
}

function share(outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): number {
  return outcomes.filter(holds).length / outcomes.length;
}

/** How messages as people write them are read: codes in both languages, look-alikes, codes that no table has. */
export function judgeMessages(knowledge: Knowledge): Judged {
  const outcomes = messages().map((message) => outcomeOf(message, knowledge));
  const known = outcomes.filter(({ message }) => message.right.length > 0);
  const chinese = known.filter(({ message }) => /\p{Script=Han}/u.test(message.text));
  const others = outcomes.filter(({ message }) => message.right.length === 0);
  return {
    messages: outcomes.length,
    recall: share(known, ({ isFound }) => isFound),
    recallChinese: share(chinese, ({ isFound }) => isFound),
    familyFirst: share(known, ({ place }) => place === 0),
    familyAmongThree: share(known, ({ place }) => place >= 0 && place < 3),
    lookAlikesAnswered: share(
      others.filter(({ message }) => message.isNoCode),
      ({ isAnswered }) => isAnswered,
    ),
    meaningsInvented: share(
      others.filter(({ message }) => !message.isNoCode),
      ({ isAnswered }) => isAnswered,
    ),
  };
}
