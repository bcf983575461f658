/** What is kept a record of. */
export type AuditAction =
  | 'answered'
  | 'exported'
  | 'forgotten'
  | 'consented'
  | 'withdrawn'
  | 'administered'
  | 'refused'
  | 'replayed';

/** Something that happened. It holds names of things and never what anybody wrote. */
export interface AuditEntry {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly action: AuditAction;
  /** Whom it is about, as a keyed hash: who is forgotten takes it along. Null = nobody. */
  readonly subject: string | null;
  /** Ids, counts and words of our own. */
  readonly detail: Readonly<Record<string, string | number>>;
}

/** What a record promises about its entry, and what is left of it when the entry is forgotten. */
export interface AuditRecord {
  /** 1, 2, 3 … without a gap. */
  readonly sequence: number;
  readonly at: number;
  readonly action: string;
  /** The salted digest of subject and detail. */
  readonly commitment: string;
  /** The digest of this record and of the hash before it. */
  readonly hash: string;
  /** Null when it was forgotten. */
  readonly content: {
    readonly salt: string;
    readonly subject: string | null;
    /** Canonical JSON. */
    readonly detail: string;
  } | null;
}

/** The end of the chain at some time, kept where whoever can change the database cannot. */
export interface AuditAnchor {
  /** How many records there were. */
  readonly sequence: number;
  /** The last one's hash; that of an empty chain is 64 zeros. */
  readonly hash: string;
  /** Epoch milliseconds when it was taken. */
  readonly at: number;
}

/** What the audit needs from a database. Writing means adding; nothing is ever changed but by `forget`. */
export interface AuditStore {
  append(entry: AuditEntry): Promise<void>;
  /** Records of a higher sequence than `after`, lowest first. */
  records(after: number, limit: number): Promise<readonly AuditRecord[]>;
  head(): Promise<Pick<AuditAnchor, 'sequence' | 'hash'>>;
  /** Takes the content away from all records about somebody; the chain stays whole. Resolves with how many. */
  forget(subject: string): Promise<number>;
}
