import { describe, expect, it } from 'vitest';
import { createHide } from '../../src/delivery/hide.ts';
import type { HiddenValue, PlaceholderStore } from '../../src/delivery/people.ts';
import { createIdentities } from '../../src/privacy/identities.ts';

const identities = createIdentities(Buffer.alloc(32, 3));

interface Kept extends HiddenValue {
  readonly conversation: string;
}

function storeOf(kept: Kept[]): PlaceholderStore {
  return {
    hidden: async (conversation) => kept.filter((value) => value.conversation === conversation),
    hide: async (conversation, value) => void kept.push({ conversation, ...value }),
  };
}

describe('hiding', () => {
  it('gives a value its number for the whole talk, also after a restart, and another talk its own', async () => {
    const kept: Kept[] = [];
    const store = storeOf(kept);
    const say = async (hide: ReturnType<typeof createHide>, conversation: string, text: string) => {
      const { text: hidden, fresh } = await hide({ conversation, text });
      for (const value of fresh) await store.hide(conversation, value);
      return hidden;
    };
    const before = createHide(store, identities);
    expect(await say(before, 'a', '13812345678 and 13912345678')).toBe('[phone 1] and [phone 2]');
    expect(await say(before, 'a', 'mail bo@x.example')).toBe('mail [email 1]');
    const after = createHide(store, identities);
    expect(await say(after, 'a', '139-1234-5678, 13712345678, BO@X.example')).toBe(
      '[phone 2], [phone 3], [email 1]',
    );
    expect(await say(after, 'b', '13912345678')).toBe('[phone 1]');
    expect(kept).toHaveLength(5);
    expect(JSON.stringify(kept)).not.toMatch(/1391234|bo@x/i);
    const [one, other] = ['a', 'b'].map((talk) => identities.value(talk, 'phone', '13912345678'));
    expect(one).not.toBe(other);
  });

  it('asks nobody about a message in which nothing is hidden', async () => {
    const never: PlaceholderStore = {
      hidden: () => Promise.reject(new Error('asked')),
      hide: () => Promise.reject(new Error('asked')),
    };
    const hide = createHide(never, identities);
    expect(await hide({ conversation: 'a', text: '0x80070057' })).toEqual({ text: '0x80070057', fresh: [] });
    await expect(hide({ conversation: 'a', text: '13912345678' })).rejects.toThrow('asked');
  });

  it('counts within a message where nothing remembers', async () => {
    const hide = createHide(undefined, identities);
    const { text } = await hide({ conversation: 'a', text: '13912345678 13812345678 13912345678' });
    expect(text).toBe('[phone 1] [phone 2] [phone 1]');
  });
});
