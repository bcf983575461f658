import type { OwnCode } from '../../knowledge/codes/code-data.ts';

/** A code that the knowledge names: a row of the table, an owner's own, or one that a problem is about. */
export interface KnownCode {
  readonly family: string;
  readonly code: string;
  readonly symbol?: string;
  readonly own?: OwnCode;
}
