import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';

/** Turns a text into one that tells nothing without the key, and back. `about` must be the same both times. */
export interface Seal {
  close(text: string, about: string): string;
  /** Null when it was closed with another key or about something else, or was changed since. */
  open(sealed: string, about: string): string | null;
}

const version = 'v1';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with a random nonce each time; the key is derived from the secret by scrypt with Node's usual costs, so
 * that a secret made up by a person is not guessed cheaply.
 */
export function createSeal(secret: string): Seal {
  const key = scryptSync(secret, 'askfix slack installations', 32);
  return {
    close(text, about) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')}`;
    },
    open(sealed, about) {
      const [kind, content = ''] = sealed.split('.');
      const bytes = Buffer.from(content, 'base64url');
      if (kind !== version || bytes.length < nonceBytes + tagBytes) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(about))
        .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      try {
        const hidden = bytes.subarray(nonceBytes + tagBytes);
        return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
