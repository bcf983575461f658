import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hear, heardWeight } from '../../src/recognition/hear.ts';
import { observation, pack } from './small-knowledge.ts';

const own = pack('p', {
  observations: [
    observation('muted', {
      muted: ['被禁言', 'I was muted', '全员禁言'],
      free: ['没被禁言', 'not muted', '能打字'],
    }),
    observation('vpn', { on: ['vpn is on', '开着VPN', 'using a VPN'], off: ['no vpn', '没开VPN'] }),
    observation('stuck', { early: ['stuck at 0'], late: ['stuck at 99', '卡在…99', 'stops … end'] }),
    observation('system', { windows: ['windows'] }),
  ],
});

function heard(text: string): string[] {
  return hear(text, own).map((one) => `${one.observation}=${one.answer}`);
}

describe('hear', () => {
  it.each([
    ['I was muted yesterday', ['muted=muted']],
    ['Being stuck at 99 percent', ['stuck=late']],
    ['我被禁言了，开着vpn', ['muted=muted', 'vpn=on']],
    ['我開著VPN', ['vpn=on']],
    ['Ｉ　ｗａｓ　ｍｕｔｅｄ', ['muted=muted']],
    ['I used VPNs', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(heard(text)).toEqual(expected);
  });

  it.each([
    ['the longest phrase rules', '我没被禁言', ['muted=free']],
    ['a denied phrase is not heard', "I don't think I was muted. It is not stuck at 99", ['muted=muted']],
    ['nor with a filler between', '没有在全员禁言', []],
    ['a comma ends a denial', 'no, I was muted', ['muted=muted']],
    ['two answers with equally long phrases say nothing', 'stuck at 0, then stuck at 99', []],
    ['the same answer twice is one answer', '被禁言，全员禁言', ['muted=muted']],
    ['the system has a reader of its own', 'windows', []],
  ])('%s', (_, text, expected) => {
    expect(heard(text)).toEqual(expected);
  });

  it.each([
    ['卡在百分之99', ['stuck=late']],
    ['it stops right before the very end', ['stuck=late']],
    ['it stops after one two three four five six seven words at the end', []],
    ['it stops. That is the end', []],
  ])('a gap takes up to six words or twelve characters of one sentence: %s', (text, expected) => {
    expect(heard(text)).toEqual(expected);
  });

  it('quotes the words that said it', () => {
    expect(hear('嗯，我 被禁言 了', own)).toEqual([
      { observation: 'muted', answer: 'muted', phrase: '被禁言' },
    ]);
  });

  it('never throws, and quotes only what was said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { phrase } of hear(`${text}被禁言`, own)) expect(`${text}被禁言`).toContain(phrase);
      }),
    );
  });
});

describe('heardWeight', () => {
  it('counts English words twice', () => {
    expect(heardWeight('被禁言', own)).toBe(3);
    expect(heardWeight('I was muted', own)).toBe(6);
    expect(heardWeight('nothing of it', own)).toBe(0);
  });
});
