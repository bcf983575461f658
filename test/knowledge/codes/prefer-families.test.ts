import { describe, expect, it } from 'vitest';
import { shippedFolder } from '../../../src/commands/shipped-knowledge.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { findCodes } from '../../../src/recognition/codes/find-codes.ts';

async function load(codeFamilies: readonly string[]) {
  const { knowledge, findings } = await loadKnowledge({ folders: [shippedFolder], codeFamilies });
  return { knowledge: knowledge as Knowledge, findings };
}

describe('families that the owner names', () => {
  it('are the likelier reading of a number that several families have', async () => {
    const family = async (names: readonly string[], text: string) =>
      findCodes(text, (await load(names)).knowledge)[0]?.family;
    expect(await family(['tencent_im'], 'error code 10002')).toBe('tencent_im');
    expect(await family(['discord_rest'], 'error code 10002')).toBe('discord_rest');
    // Words beside the code know better.
    expect(await family(['discord_rest'], '腾讯云 IM SDK 错误码 10002')).toBe('tencent_im');
  }, 60_000);

  it('may be groups, and one that there is not is said', async () => {
    const { knowledge, findings } = await load(['windows', 'mysq']);
    const preferred = (knowledge.table?.families ?? []).filter((one) => one.preferred).map(({ id }) => id);
    expect(preferred).toContain('win32');
    expect(preferred).toContain('hresult');
    expect(preferred).not.toContain('mysql');
    expect(findings).toMatchObject([{ rule: 'code-families', severity: 'warning', found: '"mysq"' }]);
    expect(findings[0]?.tip).toContain('"mysql"');
  }, 60_000);
});
