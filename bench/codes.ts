import { quality } from './codes-quality.ts';
import { speed } from './codes-speed.ts';
import { printReport } from './report.ts';

/**
 * `npm run bench:codes`: how well codes are found in messages, in every form and in every row's own sentence, beside what a
 * plain look-up of every token in the same table finds; and how fast. Times marked CPU are the processor's, which other
 * work on the machine hardly changes.
 */
const speeds = await speed();
printReport('codes', [...quality(), ...speeds]);
