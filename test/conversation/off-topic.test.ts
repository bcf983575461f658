import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { startTalk } from '../../src/rehearsal/talk-player.ts';

const root = join(import.meta.dirname, '..', '..');
let knowledge: Knowledge;
beforeAll(async () => {
  const loaded = await loadKnowledge({ folders: [join(root, 'knowledge')] });
  knowledge = loaded.knowledge as Knowledge;
});

const languages = ['en', 'zh'] as const;
const sentences = languages.flatMap((language) =>
  readFileSync(join(root, 'test', 'fixtures', 'off-topic', `${language}.txt`), 'utf8')
    .trim()
    .split('\n')
    .map((text) => ({ text, language })),
);

/** Whether it is taken for a problem: opened, or answered at once. */
function isAnswered(text: string, language: 'en' | 'zh'): boolean {
  const talk = startTalk(knowledge, { id: text, language });
  const reply = talk.say(text);
  const opened = talk.state?.events.some(({ type }) => type === 'opened') ?? false;
  return opened || !['notice', 'choose'].includes(reply.kind);
}

describe('what is none of ours', () => {
  it('is answered as a problem in at most 2 of 100 sentences', () => {
    const answered = sentences.filter(({ text, language }) => isAnswered(text, language));
    expect(sentences).toHaveLength(200);
    expect(answered.map(({ text }) => text)).toSatisfy((texts: string[]) => texts.length <= 4);
  });
});

describe('small talk', () => {
  it.each([
    ['en', 'hello', 'Tell me what goes wrong'],
    ['en', 'Hi there, how are you?', 'What can I fix'],
    ['en', 'thank you so much!!', 'welcome'],
    ['en', 'are you a robot?', 'support bot'],
    ['en', 'you are useless', 'human'],
    ['en', 'good night', 'Bye'],
    ['en', 'what can you do?', 'Paste an error code'],
    ['zh', '您好，在吗？', '哪里出了问题'],
    ['zh', '謝謝大佬', '不客气'],
    ['zh', '你是机器人吧', '不是真人'],
    ['zh', '人工智障', '人工'],
    ['zh', '拜拜', '再见'],
  ] as const)('%s: %s', (language, text, answer) => {
    const talk = startTalk(knowledge, { id: text, language });
    expect(JSON.stringify(talk.say(text).blocks)).toContain(answer);
    expect(talk.effects).toEqual([]);
  });

  it('leaves the open question open', () => {
    const talk = startTalk(knowledge, { id: 'rude', language: 'en' });
    const question = talk.say('QQ refuses to send my file');
    expect(talk.say('this sucks').choices).toEqual(question.choices);
  });
});
