import { seededRandom } from '../src/diagnosis/seeded-random.ts';
import type { Chooser } from './diagnosis-chooser.ts';
import type { Case } from './diagnosis-model.ts';

/** How a flowchart is shaped; drawn anew for each. */
export interface FlowchartKind {
  readonly name: string;
  /** P(the next question hangs on the newest branch): 0 = bushy, 1 = a chain of yes and no. */
  readonly chain: number;
  /** Spread of the shares of the causes, as the standard deviation of their logarithms; 0 = all alike. */
  readonly skew: number;
}

/** A question with what follows each of its answers, or the cause at the end of a branch. */
type Node = { readonly cause: number } | { readonly question: number; readonly branches: readonly Node[] };

export interface Flowchart {
  readonly case: Case;
  readonly root: Node;
}

const fewestCauses = 10;
const mostCauses = 25;
/**
 * So that following the chart fares as published charts do (12 charts of FloDial: 11.5 min, 5.9 turns and 6 % handed over
 * when clean, 21.3 min and 40 % with one wrong answer in ten): what no step of the chart helps with …
 */
const otherShare = 0.03;
/** … how certainly a question is answered on its path; off it the answer says nothing … */
const certain = 0.998;
/** … and how often the step at the end helps. */
const helps = 0.98;
const minutes = { question: 1, fix: 5, handOver: 30 } as const;

/** A troubleshooting flowchart as a model: questions that split causes, of which most matter on one branch only. */
export function drawFlowchart(kind: FlowchartKind, number: number): Flowchart {
  const random = seededRandom(`flowchart/${kind.name}/${number}`);
  const count = fewestCauses + Math.floor(random() * (mostCauses - fewestCauses + 1));
  const root = grow(count, kind.chain, random);
  const weights = [...Array(count).keys()].map(() => Math.exp(kind.skew * normal(random)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const causes = weights.map((weight, index) => ({
    id: `c${index}`,
    prior: ((1 - otherShare) * weight) / total,
  }));
  return {
    root,
    case: {
      name: `${kind.name} ${number}`,
      escalate: minutes.handOver,
      causes: [...causes, { id: 'other', prior: otherShare }],
      questions: questionsOf(root, count),
      fixes: causes.map(({ id }, index) => ({ id: `f${index}`, minutes: minutes.fix, p: { [id]: helps } })),
    },
  };
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

function questionsOf(root: Node, causes: number): Case['questions'] {
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
