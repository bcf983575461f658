import type { Check } from './check.ts';
import { codeForm, codeTwice } from './codes.ts';
import { askIfCycle, opensCycle } from './cycles.ts';
import { carelessWildcard, danglingReference } from './dangling.ts';
import { impossibleDate, staleFact } from './facts.ts';
import { commandOutsideProcedure, fixWithoutSource, riskWithoutWarning } from './fixes.ts';
import { phraseTwice, shortPrint, twoOfOneName } from './phrases.ts';
import { closedProblem, emptyProblem, packId, tooFewExamples, unknownColumn } from './problems.ts';
import {
  adminWithoutUndo,
  commandWithoutWords,
  procedureOnSystem,
  resetWithoutPrecautions,
  sudoWithoutAdmin,
} from './procedures.ts';
import { askWithoutWhy, idleQuestion, reservedId, tooFewAnswers } from './questions.ts';
import {
  causeWithoutFixOnSystem,
  causeWithoutProblem,
  causeWithoutShare,
  fixWithoutCause,
  procedureWithoutFix,
} from './reachability.ts';
import { forbiddenText } from './text-safety.ts';
import { heardInOneLanguage, missingTranslation, translationShape, writeMe } from './texts.ts';
import { statedSum, usualOverOne, usualUnderOne, weakDoublePlus, weightTwice } from './weights.ts';

/** Every rule over whole packs, in the order in which findings are shown. knowledge/README.md explains each. */
export const allChecks: readonly Check[] = [
  packId,
  danglingReference,
  carelessWildcard,
  reservedId,
  twoOfOneName,
  missingTranslation,
  heardInOneLanguage,
  translationShape,
  writeMe,
  askWithoutWhy,
  tooFewAnswers,
  idleQuestion,
  usualOverOne,
  usualUnderOne,
  statedSum,
  weightTwice,
  weakDoublePlus,
  askIfCycle,
  opensCycle,
  unknownColumn,
  closedProblem,
  emptyProblem,
  tooFewExamples,
  phraseTwice,
  shortPrint,
  codeForm,
  codeTwice,
  causeWithoutProblem,
  causeWithoutShare,
  causeWithoutFixOnSystem,
  fixWithoutCause,
  fixWithoutSource,
  riskWithoutWarning,
  commandOutsideProcedure,
  procedureWithoutFix,
  procedureOnSystem,
  adminWithoutUndo,
  sudoWithoutAdmin,
  commandWithoutWords,
  resetWithoutPrecautions,
  impossibleDate,
  staleFact,
  forbiddenText,
];
