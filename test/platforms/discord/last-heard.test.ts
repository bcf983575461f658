import { describe, expect, it } from 'vitest';
import { createLastHeard } from '../../../src/platforms/discord/last-heard.ts';
import { addressOf, type Target } from '../../../src/platforms/discord/target.ts';

const talk = { owner: '7', place: '8' };
const address = (more: Partial<Target>) =>
  addressOf({ talk, channel: '9', since: '100', canType: true, ...more });

describe('where people last spoke', () => {
  it('is taken over from the addresses of talks', () => {
    const heard = createLastHeard();
    heard.recall([
      address({ channel: '1', isDirect: true, since: '300' }),
      address({ server: '5', since: '250' }),
      address({ channel: '2', isDirect: true, since: '200' }),
      address({ server: '5', since: '260' }),
      address({ channel: null, since: '900' }),
    ]);
    expect(heard.directs()).toEqual(['2', '1']);
    expect(heard.since()).toBe('300');
    expect(heard.since('5')).toBe('260');
    expect(heard.since('6')).toBeUndefined();
  });

  it('moves on with every message, never back', () => {
    const heard = createLastHeard();
    heard.note({ id: '99', channel_id: '1', guild_id: '' });
    heard.note({ id: '100', channel_id: '2' });
    heard.note({ id: '98', channel_id: '1' });
    heard.note({ id: '97', channel_id: '3', guild_id: '5' });
    expect(heard.since()).toBe('100');
    expect(heard.since('5')).toBe('97');
    expect(heard.directs()).toEqual(['2', '1']);
  });

  it('keeps the hundred newest direct channels', () => {
    const heard = createLastHeard();
    for (let channel = 1; channel <= 120; channel += 1)
      heard.note({ id: `${1_000 + channel}`, channel_id: `${channel}` });
    expect(heard.directs()).toHaveLength(100);
    expect(heard.directs()[0]).toBe('21');
  });
});
