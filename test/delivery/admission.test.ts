import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AdmissionParts, createAdmission } from '../../src/delivery/admission.ts';
import type { Incoming } from '../../src/message.ts';
import { incoming, reply, state } from './samples.ts';

/** An entrance on a clock of its own, on which every message that is let in is answered at once. */
function entrance(given: Partial<AdmissionParts> = {}) {
  let now = 0;
  const admission = createAdmission({
    limits: { perPerson: 20, total: 20_000 },
    clock: { now: () => now, elapsed: () => now, after: () => () => {} },
    platforms: 1,
    speaksWithPrograms: () => true,
    answersOpen: () => false,
    ...given,
  });
  let event = 0;
  const say = (message: Partial<Incoming> = {}, about: { open?: true; answer?: string } = {}) => {
    event += 1;
    const said = incoming({ eventKey: `e${event}`, text: `message ${event}`, ...message });
    const verdict = admission.judge(said);
    if (!verdict.isIn) return 'silence';
    admission.kept(said, verdict);
    const open = about.open ? { kind: 'choose' as const, turn: 1, options: [] } : null;
    const blocks = [{ type: 'text' as const, text: about.answer ?? `answer ${event}` }];
    admission.answered(said, reply({ blocks }), { ...state(), open });
    return verdict.care ?? 'whole';
  };
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { admission, say, pass };
}

const times = <T>(count: number, work: (index: number) => T): T[] => [...Array(count).keys()].map(work);
const countOf = (found: readonly string[], what: string) => found.filter((one) => one === what).length;

describe('the limit of a person', () => {
  it('answers twenty, says one polite notice, and then nothing', () => {
    const { say } = entrance();
    const found = times(1_000, () => say());
    expect(found.slice(0, 20).every((one) => one === 'whole')).toBe(true);
    expect(found[20]).toBe('slowDown');
    expect(found.slice(21).every((one) => one === 'silence')).toBe(true);
  });

  it('comes back at five a minute, with a new notice only after a rest', () => {
    const { say, pass } = entrance();
    times(30, () => say());
    pass(12_000);
    expect([say(), say(), say()]).toEqual(['whole', 'silence', 'silence']);
    pass(4 * 60_000);
    const found = times(30, () => say());
    expect([countOf(found, 'whole'), countOf(found, 'slowDown')]).toEqual([20, 1]);
  });

  it('leaves answers to the open question free', () => {
    const { say } = entrance({ answersOpen: (_state, { text }) => text === 'yes' });
    say({}, { open: true });
    expect(
      countOf(
        times(500, () => say({ text: 'yes' }, { open: true })),
        'whole',
      ),
    ).toBe(500);
    expect(
      countOf(
        times(30, () => say()),
        'whole',
      ),
    ).toBe(19);
    say({ text: 'yes' }, { open: true });
    expect(say({ text: 'yes' })).not.toBe('whole');
  });

  it('does not read a flood for answers, word by word', () => {
    let readings = 0;
    const { say } = entrance({
      answersOpen: () => {
        readings += 1;
        return false;
      },
    });
    say({}, { open: true });
    for (let count = 0; count < 10_000; count += 1) say({ text: 'nothing' }, { open: true });
    expect(readings).toBeGreaterThan(0);
    expect(readings).toBeLessThanOrEqual(20);
  });

  it('gives nothing away to somebody who answers the same question many times at once', () => {
    const { admission, say } = entrance({ answersOpen: () => true });
    say({}, { open: true });
    const verdicts = times(100, (index) => {
      const message = incoming({ eventKey: `burst ${index}`, text: 'yes' });
      const verdict = admission.judge(message);
      if (verdict.isIn) admission.kept(message, verdict);
      return verdict;
    });
    expect(verdicts.filter(({ isIn }) => isIn).length).toBe(1 + 19 + 1);
  });

  it('counts an event that comes twice once', () => {
    const { admission } = entrance();
    const message = incoming();
    for (let round = 0; round < 100; round += 1) {
      const verdict = admission.judge(message);
      expect(verdict.isIn).toBe(true);
      if (round === 0) admission.kept(message, verdict);
      else admission.forgive(message, verdict);
    }
  });

  it('is nobody else’s', () => {
    fc.assert(
      fc.property(fc.integer({ min: 21, max: 200 }), fc.integer({ min: 1, max: 20 }), (flood, quiet) => {
        const { say } = entrance();
        times(flood, () => say({ person: 'flooder', conversation: 'fake:a' }));
        const others = times(quiet, () => say({ person: 'other', conversation: 'fake:b' }));
        expect(others.every((one) => one === 'whole')).toBe(true);
      }),
    );
  });

  it('follows a person through all their talks, and never holds for admins', () => {
    const { say } = entrance();
    expect(
      countOf(
        times(50, (index) => say({ conversation: `fake:${index}` })),
        'whole',
      ),
    ).toBe(20);
    expect(
      countOf(
        times(50, () => say({ admin: true })),
        'whole',
      ),
    ).toBe(50);
  });

  it('gives a talk of many people twice that', () => {
    const { say } = entrance();
    expect(
      countOf(
        times(100, (index) => say({ person: `p${index}` })),
        'whole',
      ),
    ).toBe(40);
  });

  it('says nothing to what was only overheard', () => {
    const { say } = entrance({ limits: { perPerson: 20, total: 100 } });
    const found = times(300, () => say({ addressed: 'overheard' }));
    expect([countOf(found, 'whole'), countOf(found, 'silence')]).toEqual([100, 200]);
  });
});

describe('the limit of all', () => {
  it('gives a brief answer above it, and a whole one again a minute later', () => {
    const { say, pass } = entrance({ limits: { perPerson: 0, total: 100 } });
    const found = times(150, (index) => say({ person: `p${index}` }));
    expect([countOf(found, 'whole'), countOf(found, 'brief')]).toEqual([100, 50]);
    pass(60_000);
    expect(say()).toBe('whole');
  });

  it('lets no platform use up what all share', () => {
    const { say } = entrance({ limits: { perPerson: 0, total: 100 }, platforms: 2 });
    times(500, () => say({ platform: 'loud' }));
    expect(
      countOf(
        times(25, () => say({ platform: 'calm' })),
        'whole',
      ),
    ).toBe(25);
  });

  it('is off at 0', () => {
    const { say } = entrance({ limits: { perPerson: 0, total: 0 } });
    expect(
      countOf(
        times(50_000, () => say()),
        'whole',
      ),
    ).toBe(50_000);
  });
});

describe('two bots that answer each other', () => {
  const person = { speaksWithPrograms: () => false };

  it.each([
    ['say the same again and again', () => 'Sorry, I did not understand that. Please try again.'],
    ['count their tickets', (index: number) => `Thank you, your ticket number ${4711 + index} was created.`],
    [
      'take turns with two sentences',
      (index: number) => ['How can I help you today?', 'Is there anything else?'][index % 2],
    ],
  ])('end within five turns when they %s', (_name, textOf) => {
    const { say, pass } = entrance(person);
    const found = times(50, (index) => {
      pass(900);
      return say({ text: textOf(index) ?? '' });
    });
    expect(found.filter((one) => one !== 'silence').length).toBeLessThanOrEqual(5);
    expect(found.slice(5).every((one) => one === 'silence')).toBe(true);
    expect(countOf(found, 'loop')).toBe(1);
  });

  it('end when one gives our own words back', () => {
    const { say, pass } = entrance(person);
    let heard = 'hello there';
    const found = times(20, (index) => {
      pass(2_000);
      const answer = `I do not know this one, number ${'abcdefghij'[index % 10]?.repeat(9)}; which program shows it?`;
      const outcome = say({ text: `You said: ${heard}` }, { answer });
      heard = answer;
      return outcome;
    });
    expect(found.filter((one) => one !== 'silence').length).toBeLessThanOrEqual(5);
  });

  it('are not suspected in people who write at their own pace, repeat themselves later, or press buttons', () => {
    const { say, pass } = entrance(person);
    const words = [
      'hello',
      'my printer is broken',
      'it says error 5',
      'hello?',
      'windows 11',
      'still broken',
      'help',
    ];
    for (const text of words) {
      pass(3_000);
      expect(say({ text })).toBe('whole');
    }
    for (let round = 0; round < 6; round += 1) {
      pass(40_000);
      expect(say({ text: 'still broken' })).toBe('whole');
    }
    for (let round = 0; round < 6; round += 1)
      expect(say({ kind: 'choice', text: '', choice: 'x' })).toBe('whole');
  });

  it('may talk again after a pause', () => {
    const { say, pass } = entrance(person);
    times(10, () => say({ text: 'the same words once more' }));
    pass(40_000);
    expect(say({ text: 'the same words once more' })).toBe('whole');
  });
});
