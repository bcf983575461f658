import { describe, expect, it } from 'vitest';
import type { CodeFamily } from '../../src/knowledge/codes/code-data.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Reply } from '../../src/message.ts';
import { startTalk } from '../../src/rehearsal/talk-player.ts';
import { officePrinter } from '../fixtures/office-printer.ts';
import { knowledgeOfCodes } from '../recognition/small-knowledge.ts';

function family(id: string, rows: string, parts: Partial<CodeFamily> = {}): CodeFamily {
  return {
    id,
    title: { en: `${id} error`, zh: `${id} 错误` },
    vendor: 'test',
    printed: 'decimal',
    names: 'sure',
    official: true,
    rank: 1,
    platforms: [],
    words: { en: [id], zh: [] },
    advice: { en: `Advice for ${id}.`, zh: `${id} 的建议。` },
    rows,
    ...parts,
  };
}

const knowledge: Knowledge = {
  ...knowledgeOfCodes(),
  table: {
    families: [
      family('mysql', '1045,ER_ACCESS_DENIED_ERROR\n5001,ER_ONLY_HERE'),
      family('fridge', '1045,DOOR_OPEN'),
      family('bash', '127,COMMAND_NOT_FOUND', { official: false, names: 'none' }),
      family('win32', '87,ERROR_INVALID_PARAMETER'),
      family('shop', '', { rank: 4 }),
    ],
    own: [
      {
        family: 'shop',
        code: '5001',
        title: 'No stock',
        text: 'The shelf is empty.',
        steps: ['Order more'],
        aliases: [],
      },
    ],
  },
};

let talks = 0;

/** Says some things one after the other; the last reply. */
function talk(...said: readonly string[]): Reply {
  const player = startTalk(knowledge, { id: `codes-${++talks}`, language: 'en' });
  const replies = said.map((words) => player.say(words));
  return replies.at(-1) as Reply;
}

const labels = (reply: Reply) => reply.choices.map(({ label }) => label);
const words = (reply: Reply) => JSON.stringify(reply.blocks);

describe('a code of the table', () => {
  it('is answered with its name, honestly, and with advice for its family', () => {
    const reply = talk('mysql error 1045');
    expect(reply).toMatchObject({ kind: 'answer', about: { code: '1045' } });
    expect(words(reply)).toContain('ER_ACCESS_DENIED_ERROR');
    expect(words(reply)).toContain('do not want to guess');
    expect(words(reply)).toContain('Advice for mysql.');
  });

  it('that two families have is asked about, with a line for each', () => {
    const reply = talk('error 1045');
    expect(reply.kind).toBe('choose');
    expect(labels(reply).slice(0, 2).sort()).toEqual([
      'fridge error: DOOR_OPEN',
      'mysql error: ER_ACCESS_DENIED_ERROR',
    ]);
  });

  it.each(['the mysql one', 'mysql的', 'mysql'])('is chosen by the name of its family: %s', (answer) => {
    expect(words(talk('error 1045', answer))).toContain('ER_ACCESS_DENIED_ERROR');
  });

  it('with a label shows what it stands for, and no name', () => {
    const reply = words(talk('bash error 127'));
    expect(reply).toContain('command not found');
    expect(reply).not.toContain('COMMAND_NOT_FOUND');
  });
});

describe("the owner's own code", () => {
  it('outranks the table, also beside a word of another family', () => {
    const reply = words(talk('mysql error 5001'));
    expect(reply).toContain('No stock');
    expect(reply).toContain('Order more');
  });
});

describe('a mistyped name', () => {
  it('is asked about, never answered', () => {
    const reply = talk('ER_ACCES_DENIED_ERROR');
    expect(reply.kind).toBe('choose');
    expect(labels(reply)[0]).toBe('ER_ACCESS_DENIED_ERROR');
  });
});

describe('a mistyped number', () => {
  it('is asked about, and answered only when it was meant', () => {
    const asked = talk('we get 0x8OO7OO57 at start');
    expect(asked.kind).toBe('choose');
    expect(words(asked)).toContain('0x8OO7OO57');
    expect(labels(asked)[0]).toBe('0x80070057');
    expect(words(talk('we get 0x8OO7OO57 at start', '1'))).toContain('ERROR_INVALID_PARAMETER');
  });
});

describe('a code that somebody wrote as a name', () => {
  const named = async () => ({
    ...(await officePrinter()),
    table: { families: [family('win32', '1798,ERROR_PRINTER_LOST')], own: [] },
  });

  it('is called by that name, not by the number behind it', async () => {
    const reply = startTalk(await named(), { id: 'by-name', language: 'en' }).say('error_printer_lost');
    expect(reply.about).toMatchObject({ problem: 'prints-nothing', code: '1798' });
    expect(words(reply)).toContain('ERROR_PRINTER_LOST');
    expect(words(reply)).not.toContain('1798');
  });

  it('rules over a program that stands beside it, also in the middle of a talk', async () => {
    const player = startTalk(await named(), { id: 'midway', language: 'en' });
    player.say('the printer prints nothing');
    expect(words(player.say('now my discord says ERROR_PRINTER_LOST'))).toContain('ERROR_PRINTER_LOST');
  });
});

describe('a Windows code that only the pack of one program is about', () => {
  const shipped = async () => {
    const { loadKnowledge } = await import('../../src/knowledge/load-knowledge.ts');
    const { shippedFolder } = await import('../../src/commands/shipped-knowledge.ts');
    return (await loadKnowledge({ folders: [shippedFolder], packs: ['qq-file-transfer', 'curated-codes'] }))
      .knowledge as Knowledge;
  };

  it('comes with a word for those who use another program, unless they named it', async () => {
    const own = await shipped();
    const say = (said: string) => words(startTalk(own, { id: said, language: 'en' }).say(said));
    expect(say('0xC0000005')).toContain('for QQ');
    expect(say('QQ 0xC0000005')).not.toContain('for QQ');
    // A pack about codes is about no program, whatever its titles name.
    expect(say('EADDRINUSE')).not.toContain('go through it with you for');
  });
});
