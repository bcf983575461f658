import { describe, expect, it } from 'vitest';
import { createProfiles } from '../../../src/platforms/slack/profiles.ts';

const user = (id: string) => ({ team: 'T1', id });

function profilesOf(locale: () => Promise<string>, kept = new Map<string, 'en' | 'zh'>()) {
  let time = 0;
  const asked: unknown[] = [];
  const profiles = createProfiles(
    () => async (_method, fields) => {
      asked.push(fields.user);
      return { user: { locale: await locale() } };
    },
    {
      of: async (person) => kept.get(person) ?? null,
      choose: async (person, language) => void kept.set(person, language),
    },
    () => time,
  );
  return {
    ...profiles,
    asked,
    pass(ms: number) {
      time += ms;
    },
  };
}

describe('createProfiles', () => {
  it('asks for the language of somebody who pastes a bare code, once', async () => {
    const { languageFor, asked } = profilesOf(async () => 'zh-CN');
    expect(await languageFor(user('U1'), '0x80070057')).toBe('zh');
    expect(await languageFor(user('U1'), '0x80070005')).toBe('zh');
    expect(asked).toEqual(['U1']);
  });

  it('does not ask when the words tell by themselves', async () => {
    const { languageFor, asked } = profilesOf(async () => 'zh-CN');
    expect(await languageFor(user('U1'), 'my file is stuck')).toBeUndefined();
    expect(await languageFor(user('U1'), '错误码10001')).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('does without, for a while, when Slack does not tell', async () => {
    const { languageFor, asked, pass } = profilesOf(() => Promise.reject(new Error('missing_scope')));
    expect(await languageFor(user('U1'), '0x80070057')).toBeUndefined();
    expect(await languageFor(user('U2'), '0x80070057')).toBeUndefined();
    expect(asked).toEqual(['U1']);
    pass(60_000);
    await languageFor(user('U2'), '0x80070057');
    expect(asked).toEqual(['U1', 'U2']);
  });

  it('keeps nobody waiting on a silent Slack', async () => {
    const { languageFor } = profilesOf(() => new Promise(() => {}));
    const start = performance.now();
    expect(await languageFor(user('U1'), '0x80070057')).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  it('knows what was chosen before a restart, and asks Slack nothing', async () => {
    const kept = new Map<string, 'en' | 'zh'>();
    await profilesOf(async () => 'en-US', kept).choose(user('U1'), 'zh');
    expect([...kept]).toEqual([['T1:U1', 'zh']]);
    const { languageFor, asked } = profilesOf(async () => 'en-US', kept);
    expect(await languageFor(user('U1'), '0x80070057')).toBe('zh');
    expect(await languageFor(user('U2'), '0x80070057')).toBe('en');
    expect(asked).toEqual(['U2']);
  });

  it('speaks other languages’ speakers’ own choice', async () => {
    const { languageFor, choose } = profilesOf(async () => 'fr-FR');
    expect(await languageFor(user('U1'), '0x80070057')).toBeUndefined();
    await choose(user('U1'), 'zh');
    expect(await languageFor(user('U1'), '0x80070057')).toBe('zh');
  });
});
