import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { identityKey, readIdentityKey } from '../../src/storage/identity-key.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('the identity key', () => {
  it('is made once, of 32 random bytes, for its owner only', () => {
    const folder = temporaryFolder();
    expect(readIdentityKey(folder)).toBeNull();
    const key = identityKey(folder);
    expect(key).toHaveLength(32);
    expect(identityKey(folder)).toEqual(key);
    expect(readIdentityKey(folder)).toEqual(key);
    expect(statSync(join(folder, 'identity.key')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(folder, 'identity.key.new'))).toBe(false);
    expect(identityKey(temporaryFolder())).not.toEqual(key);
  });

  it('is not made anew in the place of a damaged one', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'identity.key'), 'half');
    expect(() => identityKey(folder)).toThrow(/identity\.key is damaged/);
    expect(readFileSync(join(folder, 'identity.key'), 'utf8')).toBe('half');
  });
});
