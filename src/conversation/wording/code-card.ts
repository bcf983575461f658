import type { CodeFamily } from '../../knowledge/codes/code-data.ts';
import { textIn } from '../../languages/text.ts';
import type { Block } from '../../message.ts';
import { codeIndexOf } from '../../recognition/codes/code-index.ts';
import type { KnownCode } from '../../recognition/codes/known-code.ts';
import type { CodeSighting } from '../../recognition/recognition.ts';
import { type Draft, text } from '../draft.ts';
import type { Turn } from '../turn.ts';
import { codeRows } from './code.ts';

/** A code of the table, and what it was unwrapped from. */
type Shown = Pick<CodeSighting, 'family' | 'code' | 'via'>;

/** Names of one code that are shown; some have ten. */
const mostNames = 3;

function rowsOf(turn: Turn, { family, code }: Shown): readonly KnownCode[] {
  return codeIndexOf(turn.world.knowledge).rowsOf(family, code);
}

function familyOf(turn: Turn, { family }: Shown): CodeFamily | undefined {
  return codeIndexOf(turn.world.knowledge).families.get(family);
}

/** The names of a code: the vendor's own, or for families that have only labels what they stand for. */
function namesOf(turn: Turn, shown: Shown): { readonly official: string[]; readonly labels: string[] } {
  const names = [...new Set(rowsOf(turn, shown).flatMap(({ symbol }) => symbol ?? []))].slice(0, mostNames);
  const others = names.filter((name) => name !== shown.code);
  if (familyOf(turn, shown)?.official !== false) return { official: others, labels: [] };
  return { official: [], labels: others.map((name) => name.toLowerCase().replaceAll('_', ' ')) };
}

/** The line that tells a candidate from the others: whose code it is, and its name. */
export function codeLabel(turn: Turn, shown: Shown): string {
  const title = textIn(familyOf(turn, shown)?.title ?? { en: shown.family }, turn.language.code);
  const { official, labels } = namesOf(turn, shown);
  const [name] = [...official, ...labels];
  return turn.sentences.codeTitle(title, name ?? shown.code);
}

/** What the table knows about a code that no problem is about: its names, its parts, and advice for its family. */
export function codeCard(turn: Turn, shown: Shown): Draft {
  const own = rowsOf(turn, shown).find((row) => row.own !== undefined)?.own;
  const blocks = own === undefined ? tableBlocks(turn, shown) : ownBlocks(own);
  return { kind: 'answer', blocks, about: { code: shown.code } };
}

function ownBlocks(own: NonNullable<KnownCode['own']>): Block[] {
  return [
    { type: 'heading', text: `${own.code}: ${own.title}` },
    ...(own.text === undefined ? [] : [text(own.text)]),
    ...(own.steps.length === 0
      ? []
      : [{ type: 'steps' as const, items: own.steps.map((step) => ({ text: step })) }]),
  ];
}

function tableBlocks(turn: Turn, shown: Shown): Block[] {
  const { sentences, language } = turn;
  const family = familyOf(turn, shown);
  const title = textIn(family?.title ?? { en: shown.family }, language.code);
  const { official, labels } = namesOf(turn, shown);
  const hasName = official.length + labels.length > 0 || family?.printed === 'name';
  const rows = [
    ...official.map((value) => ({ label: sentences.rowSymbol, value })),
    ...labels.map((value) => ({ label: sentences.rowDescription, value })),
  ];
  const advice = textIn(family?.advice ?? {}, language.code);
  return [
    { type: 'heading', text: sentences.codeTitle(shown.code, title) },
    ...(rows.length === 0 ? [] : [{ type: 'rows' as const, rows }]),
    ...codeRows(turn, { ...shown, span: [0, 0], score: 1, named: true, sure: true, rivals: 1, count: 1 }),
    text(hasName ? sentences.codeNameOnly : sentences.codeNumberOnly),
    ...(advice === '' ? [] : [text(sentences.codeAdvice(title, advice))]),
  ];
}
