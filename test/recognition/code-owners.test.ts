import { describe, expect, it } from 'vitest';
import { shippedFolder } from '../../src/commands/shipped-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { codeOwners } from '../../src/recognition/code-owners.ts';

const { knowledge } = await loadKnowledge({ folders: [shippedFolder] });
if (!knowledge) throw new Error('The shipped knowledge does not load');
const crash = { family: 'ntstatus', code: '0xC0000005' };

describe('a code that a general pack and the pack of one program explain', () => {
  it.each([
    ['0xC0000005', 'windows-codes'],
    ['my game crashes with 0xC0000005', 'windows-codes'],
    ['QQ 闪退 0xC0000005', 'qq-file-transfer'],
    ['QQ crashes, 0xc0000005', 'qq-file-transfer'],
  ])('"%s" is for %s', (words, pack) => {
    expect(codeOwners(knowledge, crash, words).map((owner) => owner.pack)).toEqual([pack]);
  });

  it('has the one that there is, whatever is named', () => {
    const only = { family: 'hresult', code: '0x80070057' };
    expect(codeOwners(knowledge, only, 'some program').map(({ pack }) => pack)).toEqual(['qq-file-transfer']);
  });
});
