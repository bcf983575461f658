import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { filesWith } from '../../fixtures/files-with.ts';
import { rightsWords } from '../../fixtures/rights-words.ts';
import { dataFolder, type ServerProcess, startServer } from '../../fixtures/server-process.ts';
import { type Driver, pressablesIn, signingSecret, slackDriver } from './driver.ts';
import { event } from './payload.ts';

/** Who speaks each language. */
const languages = {
  en: { ...rightsWords.en, user: 'U0TESTENGL1', direct: 'D0TESTENGL1' },
  zh: { ...rightsWords.zh, user: 'U0TESTCHIN1', direct: 'D0TESTCHIN1' },
};
const marks = [rightsWords.en.secret, rightsWords.zh.secret];

describe('people’s rights in Slack', () => {
  const folder = dataFolder();
  let bot: ServerProcess;
  let slack: Driver;
  let said = 0;

  beforeAll(async () => {
    slack = await slackDriver();
    bot = await startServer(folder.path, undefined, {
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.api.url,
    });
    slack.origin = bot.origin;
    await bot.ready();
  }, 90_000);
  afterAll(async () => {
    await bot.stop();
    await slack.close();
    folder.remove();
  });

  describe.each(['en', 'zh'] as const)('in %s', (code) => {
    const { user, direct, ...words } = languages[code];
    const secret = marks.find((mark) => words.complaint.includes(mark)) as string;

    /** Does something, and waits for the message that it leads to. */
    async function answered(doing: () => Promise<Response>) {
      const before = slack.countOf('chat.postMessage');
      expect((await doing()).status).toBe(200);
      return slack.posted(before + 1);
    }
    const writes = (text: string, ts = `17000050${String(++said).padStart(2, '0')}.000100`) =>
      answered(() => slack.post(event('message-im', { text, user, channel: direct, ts })));

    it('shows what is kept in private, and nothing of it where others read along', async () => {
      const question = await writes(words.complaint);
      expect(pressablesIn(question).length).toBeGreaterThan(1);
      const shown = await writes(words.export);
      expect(shown.fields.blocks).toContain(words.shown);
      expect(shown.fields.blocks).toContain(secret);
      expect(shown.fields.channel).toBe(direct);
      const ts = `17000060${String(++said).padStart(2, '0')}.000100`;
      const inChannel = await answered(() => slack.mention(words.export, { user, ts }));
      expect(inChannel.fields.blocks).toContain(words.private);
      expect(inChannel.fields.blocks).not.toContain(secret);
    }, 60_000);

    it('keeps everything when asked not to', async () => {
      const question = await writes(words.forget);
      const kept = await answered(() => slack.press(question, words.no, user));
      expect(kept.fields.blocks).toContain(words.kept);
      expect((await writes(words.export)).fields.blocks).toContain(secret);
    }, 60_000);

    it('deletes it after asking once, down to the last byte, and takes no late delivery for new', async () => {
      expect(filesWith(folder.path, secret)).not.toEqual([]);
      const late = `17000070${String(++said).padStart(2, '0')}.000100`;
      await writes(words.complaint, late);
      const question = await writes(words.forget);
      expect(pressablesIn(question).map(({ label }) => label)).toEqual([words.yes, words.no]);
      const done = await answered(() => slack.press(question, words.yes, user));
      expect(done.fields.blocks).toContain(words.forgotten);
      await vi.waitFor(() => expect(filesWith(folder.path, secret)).toEqual([]), 10_000);
      await vi.waitFor(() => expect(filesWith(folder.path, user)).toEqual([]), 10_000);
      const before = slack.countOf('chat.postMessage');
      await slack.post(event('message-im', { text: words.complaint, user, channel: direct, ts: late }));
      expect((await writes(words.export)).fields.blocks).toContain(words.nothing);
      expect(slack.countOf('chat.postMessage')).toBe(before + 1);
      expect(filesWith(folder.path, secret)).toEqual([]);
    }, 60_000);
  });
});
