import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createIdentities, isIdentity } from '../../src/privacy/identities.ts';

const key = Buffer.alloc(32, 7);
const { person, conversation, event } = createIdentities(key);

describe('identities', () => {
  it('are the keyed hash that anybody with the key can compute', () => {
    const digest = createHmac('sha256', key).update('["person","slack","T1:U1"]').digest('hex');
    expect(person('slack', 'T1:U1')).toBe(`slack:${digest.slice(0, 32)}`);
  });

  it('stay the same, and are told from everything else by platform, kind, id and key', () => {
    expect(person('slack', 'U1')).toBe(person('slack', 'U1'));
    const names = [
      person('slack', 'U1'),
      person('slack', 'U2'),
      person('discord', 'U1').replace('discord', 'slack'),
      conversation('slack', 'U1'),
      `slack:${event('slack', 'U1')}`,
      createIdentities(Buffer.alloc(32, 8)).person('slack', 'U1'),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it('are recognised, and platforms’ own names are not taken for them', () => {
    expect(isIdentity(person('web', 'x'))).toBe(true);
    for (const name of ['slack:T1:U1', 'discord:123456789012345678', `web:${'a'.repeat(43)}`, 'slack:'])
      expect(isIdentity(name)).toBe(false);
  });
});
