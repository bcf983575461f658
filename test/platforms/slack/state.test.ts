import { describe, expect, it } from 'vitest';
import { isState, makeState, stateLifeMs } from '../../../src/platforms/slack/state.ts';

const now = 1_700_000_000_000;
const state = makeState('secret', now);

describe('a state', () => {
  it('is ours for ten minutes, in the browser that began', () => {
    expect(isState({ state, cookie: state }, 'secret', now)).toBe(true);
    expect(isState({ state, cookie: state }, 'secret', now + stateLifeMs - 1)).toBe(true);
    expect(isState({ state, cookie: state }, 'secret', now + stateLifeMs)).toBe(false);
  });

  it('is nobody else’s', () => {
    expect(isState({ state, cookie: '' }, 'secret', now)).toBe(false);
    expect(isState({ state, cookie: makeState('secret', now) }, 'secret', now)).toBe(false);
    expect(isState({ state, cookie: state }, 'another', now)).toBe(false);
    const [, nonce, signature] = state.split('.');
    const longer = `zzzzzzzzzz.${nonce}.${signature}`;
    expect(isState({ state: longer, cookie: longer }, 'secret', now)).toBe(false);
    expect(isState({ state: '', cookie: '' }, 'secret', now)).toBe(false);
  });
});
