import { hash } from 'node:crypto';

/**
 * The names under which the house knows people, talks and events. They cannot be turned back into what a platform
 * calls them without the key, and without the platform's name the same id elsewhere is somebody else.
 */
export interface Identities {
  /** `slack:` and 32 hexadecimal digits. @param id what the platform's `Incoming.person` was at the entrance */
  person(platform: string, id: string): string;
  /** In the same form. */
  conversation(platform: string, name: string): string;
  /** 32 hexadecimal digits. */
  event(platform: string, key: string): string;
  /** What stands for a hidden value in one talk: 32 hexadecimal digits. */
  value(conversation: string, kind: string, value: string): string;
}

/** 128 bits: as many as a conversation's own secret id has. */
const digits = 32;

/**
 * Names by HMAC-SHA-256 (RFC 2104), shortened to 128 bits. A plain hash would not do: the ids of platforms are short
 * enough to try them all.
 *
 * @param key at least 32 random bytes, the same for as long as the data is kept
 */
export function createIdentities(key: Uint8Array): Identities {
  const sign = hmacOf(key);
  const name = (kind: string, platform: string, id: string) =>
    sign(JSON.stringify([kind, platform, id])).slice(0, digits);
  return {
    person: (platform, id) => `${platform}:${name('person', platform, id)}`,
    conversation: (platform, id) => `${platform}:${name('conversation', platform, id)}`,
    event: (platform, key) => name('event', platform, key),
    value: (conversation, kind, value) => name(`value ${kind}`, conversation, value),
  };
}

/** Bytes that SHA-256 takes at a time. */
const blockBytes = 64;

/**
 * HMAC-SHA-256 by its definition, two hashes over the padded key. Every message is named three times, and Node's own
 * `createHmac` spends ten times as long on making an object of the key as on hashing.
 */
function hmacOf(key: Uint8Array): (text: string) => string {
  const padded = Buffer.alloc(blockBytes);
  padded.set(key.length > blockBytes ? hash('sha256', key, 'buffer') : key);
  const inner = padded.map((byte) => byte ^ 0x36);
  const outer = padded.map((byte) => byte ^ 0x5c);
  return (text) => {
    const within = hash('sha256', Buffer.concat([inner, Buffer.from(text)]), 'buffer');
    return hash('sha256', Buffer.concat([outer, within]), 'hex');
  };
}

/** Whether `text` is already a name that `person` gave: `slack:` and 32 hexadecimal digits. */
export function isIdentity(text: string): boolean {
  return /^[a-z]+:[0-9a-f]{32}$/.test(text);
}
