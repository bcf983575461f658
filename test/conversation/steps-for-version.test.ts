import { describe, expect, it } from 'vitest';
import { stepsForVersion } from '../../src/conversation/steps-for.ts';
import { startTalk } from '../../src/rehearsal/talk-player.ts';
import { shippedPacks } from '../fixtures/shipped-packs.ts';

const steps = [
  { text: { en: 'for all' } },
  { text: { en: 'new' }, versions: { from: 11 } },
  { text: { en: 'old' }, versions: { below: 11 } },
];
const shown = (version: string | null) => stepsForVersion(steps, version).map(({ text }) => text.en);

describe('steps for a version', () => {
  it.each([
    ['Windows 11 23H2', ['for all', 'new']],
    ['Windows 10', ['for all', 'old']],
    ['Windows 8.1', ['for all', 'old']],
    ['macOS Sonoma', ['for all', 'new']],
    ['iOS 9', ['for all', 'old']],
  ])('%s', (version, expected) => {
    expect(shown(version)).toEqual(expected);
  });

  it.each([[null], ['Windows Server 2019'], ['Windows XP'], ['Ubuntu 22.04']])(
    'all of them for %s',
    (version) => {
      expect(shown(version)).toEqual(['for all', 'new', 'old']);
    },
  );

  it('are those that a talk gives', async () => {
    const knowledge = await shippedPacks(['windows-codes']);
    const given = (opening: string) => {
      const reply = startTalk(knowledge, { id: opening, language: 'en' }).say(opening);
      return JSON.stringify(reply.blocks.filter(({ type }) => type === 'steps'));
    };
    const eleven = given('windows update fails 0x80070643, windows 11 23h2');
    expect(eleven).toContain('Windows 11:');
    expect(eleven).not.toContain('Windows 10:');
    expect(given('windows update fails 0x80070643, win 10')).not.toContain('Windows 11:');
    expect(given('windows update fails 0x80070643')).toContain('Windows 10:');
  });
});
