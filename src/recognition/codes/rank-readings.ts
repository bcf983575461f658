import type { CodeFamily } from '../../knowledge/codes/code-data.ts';
import type { CodeIndex } from './code-index.ts';

/** What is known about the asker besides the words near the code. */
export interface Priors {
  /** How strongly the words speak for each family, 0–5. */
  readonly context: ReadonlyMap<string, number>;
  /** Families that are called by their name near by. */
  readonly called: ReadonlySet<string>;
  /** Where it was said, e.g. `slack`. */
  readonly platform?: string;
  /** Families that the code's own spelling names, likeliest first. */
  readonly detected?: readonly string[];
  /** Families whose own name for the number follows it. */
  readonly named: readonly string[];
  /** Whether it was written as a number, not as a name. */
  readonly isNumber: boolean;
}

interface Rankable {
  readonly family: string;
  readonly code: string;
  readonly symbol?: string;
}

export interface Ranked<R> {
  /** Best first; siblings of an earlier one stand at the end. */
  readonly readings: readonly R[];
  /** Whether the first is so much likelier than the second that nobody needs to be asked. */
  readonly sure: boolean;
  /** How many of the readings are candidates of their own. */
  readonly distinct: number;
}

/** More candidates of one number than anybody compares; and as many siblings. */
const mostShown = 10;
/** Words beside a code outweigh how common a family is. */
const contextFactor = 1.5;
const platformBonus = 2;
/** The owner knows better than the platform what their people use, words beside the code know better still. */
const preferredBonus = 3;
const ownBonus = 20;
const detectedBonus = 6;
const namedBonus = 5;
/** `discord 报错 20028 频道`: who calls a family by its name means it, whatever other words stand there. */
const calledBonus = 5;
/** Between equals; hundreds of codes have an entry, so that having one says little. */
const curatedBonus = 0.3;
/** Sure at this share of the likelihood, and this many times likelier than the next. */
const sureShare = 0.75;
const sureRatio = 3;
const usualRank = 1;
/** What most people mean by 400 to 599 is HTTP; by 12 hardly anybody. */
const httpRank = 4;

function rankOf(family: CodeFamily | undefined, code: string, isNumber: boolean): number {
  if (family === undefined) return usualRank;
  if (/^52[0-7]$|^530$/.test(code))
    return family.id === 'cloudflare' ? httpRank : Math.min(family.rank, usualRank);
  if (family.id === 'http') return /^[45]\d\d$/.test(code) ? httpRank : 0;
  // 128 and a signal: what is left of the range belongs to nobody else that is known.
  if (family.id === 'exit_signal' && isNumber) return 3;
  return family.rank;
}

/** The likelihood of a reading, as log-odds against the others. */
function strengthOf(reading: Rankable, priors: Priors, index: CodeIndex): number {
  const { family: id, code } = reading;
  const family = index.families.get(id);
  const detected = priors.detected?.indexOf(id) ?? -1;
  const isOwn = index.rowsOf(id, code).some(({ own }) => own !== undefined);
  return (
    rankOf(family, code, priors.isNumber) +
    contextFactor * (priors.context.get(id) ?? 0) +
    (priors.platform !== undefined && family?.platforms.includes(priors.platform) ? platformBonus : 0) +
    (family?.preferred === true ? preferredBonus : 0) +
    (detected >= 0 ? detectedBonus - detected : 0) +
    (priors.named.includes(id) ? namedBonus : 0) +
    (priors.called.has(id) ? calledBonus : 0) +
    (index.isCurated(id, code) ? curatedBonus : 0) +
    (isOwn ? ownBonus : 0)
  );
}

/** Whether two readings are one candidate: the same name in sibling families, or the same number where one has only labels. */
function areSiblings(one: Rankable, other: Rankable, index: CodeIndex): boolean {
  const left = index.families.get(one.family);
  const right = index.families.get(other.family);
  if (left?.group === undefined || left.group !== right?.group) return false;
  const nameOf = ({ symbol, code }: Rankable) => symbol ?? code;
  if (nameOf(one) === nameOf(other)) return true;
  return one.code === other.code && !(left.official && right.official);
}

/** Puts the readings of one code in the order in which they are likely. */
export function rankReadings<R extends Rankable>(
  readings: readonly R[],
  priors: Priors,
  index: CodeIndex,
): Ranked<R> {
  const rated = readings.map((reading) => ({ reading, strength: strengthOf(reading, priors, index) }));
  rated.sort((left, right) => right.strength - left.strength);
  const distinct: typeof rated = [];
  const siblings: typeof rated = [];
  for (const one of rated) {
    const isSibling = distinct.some(({ reading }) => areSiblings(reading, one.reading, index));
    (isSibling ? siblings : distinct).push(one);
  }
  const shares = distinct.map(({ strength }) => Math.exp(strength));
  const [first = 1, second = 0] = shares;
  const sum = shares.reduce((total, share) => total + share, 0);
  return {
    readings: [...distinct.slice(0, mostShown), ...siblings.slice(0, mostShown)].map(
      ({ reading }) => reading,
    ),
    sure: first / sum >= sureShare && first >= sureRatio * second,
    distinct: Math.min(distinct.length, mostShown),
  };
}
