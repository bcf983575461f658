import { chatNameDetectors } from './chat-name-detectors.ts';
import { contactDetectors } from './contact-detectors.ts';
import type { Detector } from './detector.ts';
import { namedSecretDetectors } from './named-secret-detectors.ts';
import { numberDetectors } from './number-detectors.ts';
import { pathDetectors } from './path-detectors.ts';
import { tokenDetectors } from './token-detectors.ts';

/**
 * In this order: tokens first, because they contain what looks like the later ones; mail addresses before QQ numbers,
 * because many are one; numbers with a check digit before those without. Addresses of machines (IP, MAC) stay: without
 * them nobody can tell what is wrong with a network, and they name a machine, not a person.
 */
export const detectors: readonly Detector[] = [
  ...tokenDetectors,
  ...namedSecretDetectors,
  ...pathDetectors,
  ...contactDetectors.filter(({ kind }) => kind === 'email'),
  ...numberDetectors,
  ...chatNameDetectors,
  ...contactDetectors.filter(({ kind }) => kind === 'phone'),
];
