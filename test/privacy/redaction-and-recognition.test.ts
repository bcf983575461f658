import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CodeFamily } from '../../src/knowledge/codes/code-data.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { redact } from '../../src/privacy/redact.ts';
import { recognise } from '../../src/recognition/recognise.ts';

const shipped = fileURLToPath(new URL('../../knowledge', import.meta.url));
let knowledge: Knowledge;

beforeAll(async () => {
  const loaded = await loadKnowledge({ folders: [shipped] });
  if (!loaded.knowledge) throw new Error('The shipped knowledge is broken.');
  knowledge = loaded.knowledge;
});

/** A code as programs print it; 32-bit codes also as the decimal numbers that logs make of them. */
function printedForms({ printed, prefix = '' }: CodeFamily, code: string, symbol: string): readonly string[] {
  const number = Number(code);
  const decimals =
    printed === 'hex' && Number.isInteger(number) ? [String(number), String(number - 2 ** 32)] : [];
  return [code, `${prefix}${code}`, ...decimals, symbol].filter((form) => form !== '');
}

/** What people write around a code. */
const around = (form: string) =>
  `${form}\nerror ${form}: failed\n错误码：${form}，怎么办\nQQ 提示 ${form}\nQQ ${form}\n微信 ${form} (${form})`;

/** Every sentence by which the packs know their problems. */
function sayings(): readonly string[] {
  return Object.values(knowledge.packs).flatMap(({ problems }) =>
    Object.values(problems).flatMap(({ says }) => Object.values(says).flat()),
  );
}

describe('what is left after redaction', () => {
  it('still has every code of the table, however it is printed', () => {
    const families = knowledge.table?.families ?? [];
    const hidden: string[] = [];
    let codes = 0;
    for (const family of families) {
      for (const line of family.rows.split('\n')) {
        const [code = '', symbol = ''] = line.split(',');
        if (code === '') continue;
        codes += 1;
        const text = printedForms(family, code, symbol).map(around).join('\n');
        if (redact(text).found.length > 0) hidden.push(`${family.id}/${line}`);
      }
    }
    expect(codes).toBeGreaterThan(30_000);
    expect(hidden).toEqual([]);
  });

  it('still has every sentence that a problem is known by', () => {
    expect(sayings().length).toBeGreaterThan(500);
    expect(sayings().filter((said) => redact(said).text !== said)).toEqual([]);
  });

  it('is recognised as if the private part had never stood there', () => {
    const tails = [
      ' (13812345678)',
      ' QQ号123456789',
      ' bo@mail.example',
      ' 密码：abc12345',
      ' wxid_abcdefgh1234',
    ];
    for (const [index, said] of sayings().entries()) {
      const tail = tails[index % tails.length] as string;
      const hidden = redact(`${said} 0x80070057${tail}`).text;
      expect(hidden).toContain('0x80070057');
      expect(hidden).not.toContain(tail.slice(-6));
      const { codes, problems } = recognise(hidden, knowledge);
      expect(codes.map(({ code }) => code)).toEqual(
        recognise(`${said} 0x80070057`, knowledge).codes.map(({ code }) => code),
      );
      const words = hidden.replaceAll(/\[[a-z]+ \d\]/g, '');
      expect(problems).toEqual(recognise(words, knowledge).problems);
    }
  });
});
