import { createTextMemory } from '../languages/text-memory.ts';
import { splitWords, type Word } from '../languages/words.ts';
import { endings, hedges, listening, noWords, unknownPhrases, yesWords } from './answer-words.ts';
import { clausesOf, joined } from './clauses.ts';
import { polarityOfSmallWords } from './small-words.ts';

export type Polarity = 'yes' | 'no';

/** The index of the option that means each. */
type YesNo = Readonly<Record<Polarity, number>>;

function withoutEndings(clause: string): string {
  let rest = clause;
  for (;;) {
    const ending = endings.find((candidate) => rest.endsWith(candidate) && rest.length > candidate.length);
    if (ending === undefined) return rest;
    rest = rest.slice(0, -ending.length).trim();
  }
}

/** The clause after what only leads up to it: "i guess not", 应该没有. Letters end a word, Chinese may go on. */
function* withoutHedges(clause: string): Generator<string> {
  let rest = clause;
  yield rest;
  for (;;) {
    const hedge = hedges.find(
      (candidate) =>
        rest.startsWith(/^[a-z]/.test(candidate) ? `${candidate} ` : candidate) &&
        rest.length > candidate.length,
    );
    if (hedge === undefined) return;
    rest = rest.slice(hedge.length).trim();
    yield rest;
  }
}

/** "yesss", "nooo" and 对对对 are one word drawn out or said again. */
function calm(clause: string): string {
  return clause
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/^(\p{Script=Han}{1,2}?)\1+(?=\1|$|\P{L}|[的了啊呀])/u, '$1')
    .replace(/^(no|yes|yeah|nope|ok)(?: \1)+\b/, '$1');
}

function polarityOfClause(clause: string): Polarity | null {
  for (const said of withoutHedges(calm(clause))) {
    for (const form of [said, withoutEndings(said)]) {
      if (yesWords.has(form)) return 'yes';
      if (noWords.has(form)) return 'no';
    }
  }
  return null;
}

/** "yes it does", "no I can not": English puts the whole answer into its first word. */
function polarityOfBeginning(clause: readonly Word[]): Polarity | null {
  const [first, second] = clause;
  if (first === undefined || second?.script !== 'latin') return null;
  if (/^(?:yes|yep|yeah|yup|yea|ya|yah|aye)$/.test(first.text))
    return /^(?:and|no|nah)$/.test(second.text) ? null : 'yes';
  if (first.text === 'not')
    return /^(?:in|on|at|for|here|with|this|that|to|from|by|during|today|as)$/.test(second.text)
      ? 'no'
      : null;
  return /^(?:no|nope|nah)$/.test(first.text) &&
    /^(?:it|i|they|we|he|she|there|that|this|not|my|the|nothing|never|only|just|sorry|sadly|same|still)$/.test(
      second.text,
    )
    ? 'no'
    : null;
}

/** Yes or no, when a message begins with it: 是的，同事也一样 · "nope" · "yes it does". A question (是不是) is neither. */
export function readYesNo(words: readonly Word[]): Polarity | null {
  const clauses = clausesOf(words);
  for (const [index, clause] of clauses.entries()) {
    const text = joined(clause);
    const next = clauses[index + 1];
    // 对了 before something else is "by the way".
    if (next && text === '对了') return null;
    // 嗯 alone agrees; before 没有 it only shows that somebody listens.
    if (next && (hedges.includes(text) || (listening.has(text) && readYesNo(next) !== null))) continue;
    return polarityOfClause(text) ?? polarityOfBeginning(clause) ?? polarityOfSmallWords(clause);
  }
  return null;
}

/** Chinese verbs say no in their middle: 打不开, 看不到, 也不行. */
const chineseNo = /^(?:[不没否无未]|\p{Script=Han}[不没])/u;
const chineseYes = /^[是有能可会对行]/u;

/** A label that denies something is the no of its question: "It never worked", "Nothing opens". */
const labelDenials = new Set(['never', 'not', 'nothing', 'none', 'nobody', 'without']);

function polarityOfLabel(label: string): Polarity | null {
  const [first] = clausesOf(splitWords(label));
  if (first === undefined) return null;
  const clause = joined(first);
  const said = polarityOfClause(clause) ?? (/^(?:yes|no)\b/.exec(clause)?.[0] as Polarity | undefined);
  if (said) return said;
  if (chineseNo.test(clause) || first.some(({ text }) => labelDenials.has(text))) return 'no';
  return chineseYes.test(clause) ? 'yes' : null;
}

/** Among more options than these, "yes" is no answer to the question, whatever an option begins with. */
const mostOptions = 3;

/**
 * Which option means yes and which means no, by their labels; null when they do not look like that. Of two options one
 * is enough: what is not the yes is the no. An option that says "don't know" is neither, and does not count.
 */
export function yesNoOptions(labels: readonly string[]): YesNo | null {
  return readBefore(labels.join('\n'), () => readOptions(labels));
}

const mostRead = 2000;
/** An open question is answered by many, and its labels do not change. */
const readBefore = createTextMemory<YesNo | null>(mostRead);

function readOptions(labels: readonly string[]): YesNo | null {
  const known = labels.flatMap((label, index) => (saysUnknown(label) ? [] : [index]));
  if (known.length > mostOptions) return null;
  const found = (polarity: Polarity): number[] =>
    known.filter((index) => polarityOfLabel(labels[index] ?? '') === polarity);
  const [yes, no] = [found('yes'), found('no')];
  if (yes.length > 1 || no.length > 1 || yes.length + no.length === 0) return null;
  const other = (index: number | undefined): number | undefined =>
    known.length === 2 && index !== undefined ? known.find((candidate) => candidate !== index) : undefined;
  const [yesIndex, noIndex] = [yes[0] ?? other(no[0]), no[0] ?? other(yes[0])];
  return yesIndex === undefined || noIndex === undefined ? null : { yes: yesIndex, no: noIndex };
}

const unknownLabels = new Set(unknownPhrases);

/** Whether a label is the "I don't know" among the options. */
export function saysUnknown(label: string): boolean {
  const words = joined(splitWords(label));
  return unknownLabels.has(words) || unknownLabels.has(words.replace(/^i /, ''));
}
