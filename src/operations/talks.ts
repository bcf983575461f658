import type { Conversation } from '../conversation/state.ts';
import type { Address } from '../message.ts';

/** A talk as it is remembered, and where it is answered. */
export interface StoredTalk {
  readonly address: Address;
  readonly state: Conversation;
}

export interface TalkStore {
  /** A person's talks, those that went on last first. @param person as `Identities.person` names them */
  of(person: string, limit: number): Promise<readonly StoredTalk[]>;
}
