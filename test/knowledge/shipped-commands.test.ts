import { describe, expect, it } from 'vitest';
import { shippedFolder } from '../../src/commands/shipped-knowledge.ts';
import type { Pack } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { cookbookCommands } from '../fixtures/cookbook-commands.ts';

function commandsOf(pack: Pack | undefined): readonly string[] {
  const variants = Object.values(pack?.fixes ?? {}).flatMap((fix) => Object.values(fix.variants));
  return [
    ...new Set(
      variants.flatMap(({ steps }) =>
        steps.flatMap(({ command }) => (command === undefined ? [] : [command])),
      ),
    ),
  ];
}

describe('the commands of the shipped pack', () => {
  it('are those of the cookbook, letter by letter, and no others', async () => {
    const { knowledge } = await loadKnowledge({ folders: [shippedFolder] });
    const printed = commandsOf(knowledge?.packs['qq-file-transfer']);
    expect([...printed].sort()).toEqual([...cookbookCommands].sort());
  });
});
