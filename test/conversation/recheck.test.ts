import { beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { systemObservation } from '../../src/knowledge/knowledge.ts';
import { languages } from '../../src/languages/languages.ts';
import type { LanguageCode, Reply } from '../../src/message.ts';
import { startTalk, type TalkPlayer } from '../../src/rehearsal/talk-player.ts';
import { officePrinter } from '../fixtures/office-printer.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await officePrinter();
});

/** The print server is down, and the one question that tells it is answered wrongly: colleagues cannot print either. */
const slipped: Readonly<Record<string, string>> = {
  'q-power': 'yes',
  [systemObservation]: 'linux',
  'q-colleagues': 'fine',
};
const complaints = { en: 'the printer prints nothing', zh: '打印机没反应' } as const;

/** The fixture's own words for the two answers that are looked at again. */
const labels = { en: { fine: 'They can print' }, zh: { fine: '能' } } as const;

function answered(talk: TalkPlayer, observation: string, answer: string): Reply {
  const index = talk.state?.open?.options.findIndex(
    ({ action }) => action.do === 'answer' && action.observation === observation && action.answer === answer,
  );
  return talk.say(String((index ?? -1) + 1));
}

/** The talk up to the offer to look at an answer once more. */
function untilRecheck(language: LanguageCode): { talk: TalkPlayer; reply: Reply } {
  const talk = startTalk(knowledge, { id: 'recheck', language });
  let reply = talk.say(complaints[language]);
  for (let turn = 0; turn < 3; turn++) {
    const asked = talk.state?.open?.observation ?? '';
    reply = answered(talk, asked, slipped[asked] ?? 'unknown');
  }
  return { talk, reply };
}

describe.each(['en', 'zh'] as const)('answers that do not fit together (%s)', (language) => {
  it('are looked at again before handing over, the one that matters most', () => {
    const { reply } = untilRecheck(language);
    const title = knowledge.packs['office-printer']?.observations['q-colleagues']?.title[language] ?? '';
    expect(reply.kind).toBe('question');
    expect(reply.about.question).toBe('q-colleagues');
    expect(JSON.stringify(reply.blocks)).toContain(
      JSON.stringify(languages[language].sentences.recheck(title, labels[language].fine)).slice(1, -1),
    );
  });

  it('lead to the fix that works once the slip is mended', () => {
    const { talk } = untilRecheck(language);
    const reply = answered(talk, 'q-colleagues', 'same');
    expect(reply.about.fix).toBe('tell-it');
  });

  it('are handed over where somebody stands by their answer, without asking a third time', () => {
    const { talk } = untilRecheck(language);
    expect(answered(talk, 'q-colleagues', 'fine').kind).toBe('handover');
  });
});
