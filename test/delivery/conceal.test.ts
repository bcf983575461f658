import { describe, expect, it } from 'vitest';
import { concealed } from '../../src/delivery/conceal.ts';
import { createIdentities } from '../../src/privacy/identities.ts';
import { createRig } from './rig.ts';
import { incoming } from './samples.ts';
import { scriptedPlatform } from './scripted-platform.ts';

const identities = createIdentities(Buffer.alloc(32, 1));

describe('behind the entrance', () => {
  it('nobody is called what the platform calls them, and the platform finds everything by its own names', async () => {
    const { delivery, host, tables } = createRig();
    const platform = scriptedPlatform();
    const outside = concealed(host, platform, identities);
    await delivery.start();
    const said = incoming({
      platform: platform.name,
      person: 'T1:U-RAW',
      conversation: `${platform.name}:C-RAW:U-RAW`,
      eventKey: 'press:U-RAW:1',
      text: 'hello',
    });
    expect(await outside.receive(said)).toEqual({ status: 'accepted' });
    const replies = await outside.answered(said.conversation, said.eventKey, 1_000);
    expect(replies).toHaveLength(1);
    expect(await outside.replies(said.conversation, 0)).toEqual(replies);
    expect(await outside.knows(said.conversation)).toBe(true);
    expect(await outside.knows(`${platform.name}:C-RAW:U-OTHER`)).toBe(false);
    expect(await outside.receive(said)).toEqual({ status: 'duplicate' });

    const kept = JSON.stringify({ ...tables, conversations: [...tables.conversations] });
    expect(kept).toContain(identities.person(platform.name, 'T1:U-RAW'));
    expect(kept).not.toContain('U-RAW');
    await delivery.stop();
  });
});
