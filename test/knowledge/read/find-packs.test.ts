import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPacks } from '../../../src/knowledge/read/find-packs.ts';
import { temporaryFolder, writeFiles } from '../sample-pack.ts';

function folderWith(...paths: string[]): string {
  const folder = temporaryFolder();
  writeFiles(folder, Object.fromEntries(paths.map((path) => [path, ''])));
  return folder;
}

describe('findPacks', () => {
  it('finds the packs of several folders, strongest first; a later one replaces an earlier one of the same id', () => {
    const shipped = folderWith(
      'a/pack.yaml',
      'b/pack.yaml',
      'README.md',
      'codes/x.csv',
      'schema/x.json',
      '.git/x',
    );
    const own = folderWith('b/pack.yaml', 'c/pack.yaml');
    const { packs, findings } = findPacks([shipped, own]);
    expect(findings).toEqual([]);
    expect(packs.map(({ root }) => root)).toEqual([join(own, 'b'), join(own, 'c'), join(shipped, 'a')]);
  });

  it('takes a folder that holds a pack.yaml for the pack', () => {
    const root = folderWith('pack.yaml', 'causes/a.yaml');
    expect(findPacks([root])).toEqual({ packs: [{ id: basename(root), root }], findings: [] });
  });

  it('keeps only the packs that are asked for, and names one that is not there', () => {
    const folder = folderWith('first/pack.yaml', 'second/pack.yaml');
    const { packs, findings } = findPacks([folder], ['first', 'secnd']);
    expect(packs.map(({ id }) => id)).toEqual(['first']);
    expect(findings).toMatchObject([
      { rule: 'no-pack', found: 'no pack "secnd"', tip: expect.stringContaining('"second"') },
    ]);
  });

  it('names a folder without pack.yaml, and a knowledge folder that is not there', () => {
    const folder = folderWith('a/pack.yaml', 'notes/x.txt');
    const { findings } = findPacks([folder, join(folder, 'none')]);
    expect(findings.map(({ rule, file }) => [rule, file])).toEqual([
      ['no-folder', join(folder, 'none')],
      ['no-pack', join(folder, 'notes')],
    ]);
  });

  it('names an empty folder instead of being content with nothing', () => {
    const folder = folderWith('README.md');
    expect(findPacks([folder]).findings).toMatchObject([{ rule: 'no-pack', file: folder, found: 'no pack' }]);
  });
});
