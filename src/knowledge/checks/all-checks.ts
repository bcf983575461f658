import type { Check } from './check.ts';
import { carelessWildcard, danglingReference } from './dangling.ts';

/** Every rule over whole packs, in the order in which findings are shown. */
export const allChecks: readonly Check[] = [danglingReference, carelessWildcard];
