/** Somebody else wrote the conversation between reading and completing: read it again and compute anew. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';

  /** @param expected the version that was read; null when there was no state yet. */
  constructor(conversation: string, expected: number | null) {
    super(
      `Conversation ${conversation} is no longer at version ${expected ?? 'none'}: read it again and compute anew.`,
    );
  }
}

/**
 * The database cannot take or give anything at the moment. Nothing of the piece was kept, so that delivery refuses new
 * messages and tries unfinished work again until it is back.
 */
export class StoreUnavailable extends Error {
  override readonly name: string = 'StoreUnavailable';
}
