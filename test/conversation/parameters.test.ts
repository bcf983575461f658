import { beforeAll, describe, expect, it } from 'vitest';
import { advance } from '../../src/conversation/advance.ts';
import type { Conversation, World } from '../../src/conversation/state.ts';
import type { ParameterSet } from '../../src/diagnosis/parameters.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

const set = (version: string): ParameterSet => ({ version, problems: {} });
let events = 0;

function say(state: Conversation | null, text: string, learning?: World['learning']) {
  const world: World = { knowledge, now: 0, seed: 's', ...(learning ? { learning } : {}) };
  const incoming = {
    platform: 'test',
    conversation: 'test:1',
    person: 'p',
    eventKey: String(++events),
    kind: 'text',
    text,
    addressed: 'direct',
    address: { to: 'p' },
  } as const;
  return advance(state, incoming, world);
}

describe('the numbers of a talk', () => {
  it('are those that were newest when it began, until it ends', () => {
    const first = say(null, 'the printer prints nothing', { sets: [set('one')] });
    expect(first.state.parameters).toBe('one');
    const next = say(first.state, 'yes', { sets: [set('one'), set('two')] });
    expect(next.state.parameters).toBe('one');
    const anew = say(next.state, 'start over', { sets: [set('one'), set('two')] });
    expect(say(anew.state, 'the printer prints nothing', { sets: [set('two')] }).state.parameters).toBe(
      'two',
    );
  });

  it("stay the author's for a talk that began with them", () => {
    const first = say(null, 'the printer prints nothing');
    expect(say(first.state, 'yes', { sets: [set('one')] }).state).not.toHaveProperty('parameters');
  });

  it('are the newest when its own are no longer kept', () => {
    const first = say(null, 'the printer prints nothing', { sets: [set('one')] });
    expect(say(first.state, 'yes', { sets: [set('two')] }).state.parameters).toBe('two');
  });
});

describe('the end of a talk', () => {
  const solve = (learning?: World['learning']) => {
    const first = say(null, 'the printer prints nothing', learning);
    return say(first.state, 'it works now', learning).effects.find(({ kind }) => kind === 'outcome');
  };

  it('tells what it teaches where something is learnt', () => {
    expect(solve({ sets: [] })).toHaveProperty('evidence');
  });

  it('tells nothing for learning where nothing is', () => {
    expect(solve()).toMatchObject({ kind: 'outcome' });
    expect(solve()).not.toHaveProperty('evidence');
  });
});
