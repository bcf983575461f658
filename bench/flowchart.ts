import { seededRandom } from '../src/diagnosis/seeded-random.ts';
import type { Chooser } from './diagnosis-chooser.ts';
import type { Case } from './diagnosis-model.ts';

/** How a flowchart is shaped; drawn anew for each. */
export interface FlowchartKind {
  readonly name: string;
  /** The fewest and most causes. */
  readonly causes: readonly [number, number];
  /** P(the next question hangs on the newest branch): 0 = bushy, 1 = a chain of yes and no. */
  readonly chain: number;
  /** Shares of the commonest causes; the others have what is left. */
  readonly common: readonly number[];
  /** Spread of the others' shares, as the standard deviation of their logarithms: drawn from here to there per chart. */
  readonly spread: readonly [number, number];
}

/**
 * Shapes on which the chart itself, fixes alone and asking for information fare as they do on the twelve real charts of
 * FloDial (183 causes, 176 questions), whose minutes, turns and hand-overs are published; see `published`. What the
 * figures do not tell is whether one cause is common in every chart or the charts differ, so there is a kind for each.
 */
export const likeRealCharts: readonly FlowchartKind[] = [
  { name: 'one common cause', causes: [6, 25], chain: 0.1, common: [0.55], spread: [0.3, 0.3] },
  { name: 'a few common causes', causes: [8, 23], chain: 0.1, common: [0.5, 0.15, 0.05], spread: [0.3, 0.3] },
  { name: 'every chart another', causes: [8, 23], chain: 0.1, common: [], spread: [0.3, 2.8] },
];

/** Shapes with causes more alike than those of real charts, where knowing what is common helps little or not at all. */
export const harsherCharts: readonly FlowchartKind[] = [
  { name: 'all alike, bushy', causes: [10, 25], chain: 0, common: [], spread: [0, 0] },
  { name: 'some common, mixed', causes: [10, 25], chain: 0.5, common: [], spread: [1, 1] },
  { name: 'some common, chain', causes: [10, 25], chain: 0.85, common: [], spread: [1, 1] },
];

/** A question with what follows each of its answers, or the cause at the end of a branch. */
type Node = { readonly cause: number } | { readonly question: number; readonly branches: readonly Node[] };

export interface Flowchart {
  readonly case: Case;
  readonly root: Node;
}

/** What no step of a chart helps with … */
const otherShare = 0.05;
/** … how often the step at the end helps … */
const helps = 0.99;
/** … and how certainly its author believes a question to be answered on its path. People there do answer so, and anyhow beside it. */
const believed = 0.98;
const minutes = { question: 1, fix: 5, handOver: 30 } as const;

/** A troubleshooting flowchart as a model: questions that split causes, of which most matter on one branch only. */
export function drawFlowchart(kind: FlowchartKind, number: number): Flowchart {
  const random = seededRandom(`flowchart/${kind.name}/${number}`);
  const [fewest, most] = kind.causes;
  const count = fewest + Math.floor(random() * (most - fewest + 1));
  const root = grow(count, kind.chain, random);
  const causes = sharesOf(kind, count, random).map((share, index) => ({
    id: `c${index}`,
    prior: (1 - otherShare) * share,
  }));
  return {
    root,
    case: {
      name: `${kind.name} ${number}`,
      escalate: minutes.handOver,
      causes: [...causes, { id: 'other', prior: otherShare }],
      questions: questionsOf(root, count, believed),
      fixes: causes.map(({ id }, index) => ({ id: `f${index}`, minutes: minutes.fix, p: { [id]: helps } })),
      truth: { questions: questionsOf(root, count, 1) },
    },
  };
}

/** Shares that sum to 1, the common ones at places drawn anew. */
function sharesOf(
  { common, spread: [from, to] }: FlowchartKind,
  count: number,
  random: () => number,
): number[] {
  const spread = from + (to - from) * random();
  const weights = [...Array(count - common.length)].map(() => Math.exp(spread * normal(random)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const left = 1 - common.reduce((sum, share) => sum + share, 0);
  const shares = weights.map((weight) => (left * weight) / total);
  for (const share of common) shares.splice(Math.floor(random() * (shares.length + 1)), 0, share);
  return shares;
}

/** Splits causes off until each stands alone. */
function grow(count: number, chain: number, random: () => number): Node {
  let questions = 0;
  let causes = 0;
  return split(count);

  function split(left: number): Node {
    if (left === 1) return { cause: causes++ };
    const question = questions++;
    const first = random() < chain ? 1 : 1 + Math.floor(random() * (left - 1));
    return { question, branches: [split(first), split(left - first)] };
  }
}

/** @param certain P(the answer that leads to the cause | the cause), on its path. */
function questionsOf(root: Node, causes: number, certain: number): Case['questions'] {
  const p = new Map<number, Record<string, number[]>>();
  visit(root);
  return [...Array(causes - 1).keys()].map((question) => ({
    id: `q${question}`,
    minutes: minutes.question,
    dontKnow: 0,
    answers: ['yes', 'no'],
    p: p.get(question) ?? {},
  }));

  function visit(node: Node): number[] {
    if ('cause' in node) return [node.cause];
    const below = node.branches.map(visit);
    p.set(
      node.question,
      Object.fromEntries(
        below.flatMap((branch, answer) =>
          branch.map((cause) => [
            `c${cause}`,
            answer === 0 ? [certain, 1 - certain] : [1 - certain, certain],
          ]),
        ),
      ),
    );
    return below.flat();
  }
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The chart as its author follows it: down by the answers, the step at the end, and a person when it fails or nobody knows. */
export function followChart({ root }: Flowchart): Chooser {
  return {
    times: [],
    work: [],
    choose(evidence) {
      let node = root;
      for (const piece of evidence) {
        if (piece.kind !== 'answer' || 'cause' in node) return null;
        node = node.branches[piece.answer === 'yes' ? 0 : 1] as Node;
      }
      return 'cause' in node ? { repair: node.cause } : { ask: node.question };
    },
  };
}
