import { type CodeIndex, codeIndexOf } from '../src/recognition/codes/code-index.ts';
import { findCodes } from '../src/recognition/codes/find-codes.ts';
import { judgeMessages } from '../test/recognition/codes/judge-messages.ts';
import { formsOfWin32, leadsTo, win32Codes } from '../test/recognition/codes/ladders.ts';
import { linesThatAreNoCodes } from '../test/recognition/codes/no-codes.ts';
import { rowSentences } from '../test/recognition/codes/row-sentences.ts';
import { families, knowledge, row, subject } from './codes-subject.ts';
import { type Row, rowOf } from './report.ts';

/** What is the same in every run is measured once. */
function percent(share: number): readonly number[] {
  return [100 * share];
}

function messages(): Row[] {
  const judged = judgeMessages(knowledge);
  const name = `${judged.messages} messages`;
  return [
    row(name, 'recall', '%', percent(judged.recall)),
    row(name, 'recall, Chinese', '%', percent(judged.recallChinese)),
    row(name, 'family first', '%', percent(judged.familyFirst)),
    row(name, 'family among three', '%', percent(judged.familyAmongThree)),
    row(name, 'look-alikes answered', '%', percent(judged.lookAlikesAnswered)),
    row(name, 'meanings invented', '%', percent(judged.meaningsInvented)),
  ];
}

function ladders(): Row[] {
  const asked = win32Codes(families).flatMap((code) => formsOfWin32(code).map((text) => ({ code, text })));
  const found = asked.filter(({ code, text }) => leadsTo(text, code, knowledge)).length;
  return [row(`${asked.length} forms of Win32 codes`, 'found', '%', percent(found / asked.length))];
}

/** The families of every token that the table has, in any order: what a look-up without reading comes to. */
function lookUpTokens(text: string, index: CodeIndex): string[] {
  return (text.match(/-?[\w./:-]*\w/g) ?? []).flatMap((token) =>
    [
      ...index.byName(token),
      ...(/^-?\d+$/.test(token) ? index.byDigits(token) : []),
      ...(/^0x[0-9a-f]{1,8}$/i.test(token) ? index.byValue(Number(token)) : []),
    ].map(({ family }) => family),
  );
}

function ours(text: string): string[] {
  return findCodes(text, knowledge).flatMap(({ family, also = [] }) => [
    family,
    ...also.map((one) => one.family),
  ]);
}

function sideBySide(): Row[] {
  const index = codeIndexOf(knowledge);
  const asked = families.flatMap((family) => [...rowSentences(family)]);
  const silent = [...linesThatAreNoCodes(20_000)];
  const finders = [
    { name: subject, find: ours },
    { name: 'plain look-up', find: (text: string) => lookUpTokens(text, index) },
  ];
  return finders.flatMap(({ name, find }) => {
    const places = asked.map(({ family, text }) => find(text).indexOf(family));
    const within = (most: number) =>
      percent(places.filter((place) => place >= 0 && place <= most).length / asked.length);
    const quiet = percent(silent.filter((line) => find(line).length === 0).length / silent.length);
    const about = { subject: name, unit: '%', name: `${asked.length} sentences, every row` };
    return [
      rowOf({ ...about, metric: 'family found' }, within(Number.POSITIVE_INFINITY)),
      rowOf({ ...about, metric: 'family first' }, within(0)),
      rowOf({ ...about, metric: 'family among three' }, within(2)),
      rowOf({ ...about, name: `${silent.length} lines without`, metric: 'silent' }, quiet),
    ];
  });
}

/** How much is found, how much is right, and how often nothing is said where there is nothing to say. */
export function quality(): Row[] {
  return [...messages(), ...ladders(), ...sideBySide()];
}
