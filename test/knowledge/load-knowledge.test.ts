import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { edited, samplePack, temporaryFolder, writeFiles, writeSamplePack } from './sample-pack.ts';

describe('loadKnowledge', () => {
  it('reads, checks and compiles', async () => {
    const { knowledge, findings, fromIndex } = await loadKnowledge({ folders: [writeSamplePack()] });
    expect([findings, fromIndex]).toEqual([[], false]);
    expect(knowledge?.version).toMatch(/^[0-9a-f]{32}$/);
    expect(Object.keys(knowledge?.packs ?? {})).toEqual(['sample']);
  });

  it('gives findings and no knowledge for broken content, and never throws', async () => {
    const broken = { 'causes/p1-no-paper.yaml': 'a:\n\tb', 'pack.yaml': '\0' };
    const { knowledge, findings } = await loadKnowledge({ folders: [writeSamplePack(broken)] });
    expect(knowledge).toBeUndefined();
    expect(findings.map(({ rule }) => rule).sort()).toEqual(['file-hidden-character', 'yaml-tab']);
  });

  it('gives knowledge with warnings', async () => {
    const folder = writeSamplePack(edited('observations/q1-lamp.yaml', 'usual: 0.2', 'usual: 0.5'));
    const { knowledge, findings } = await loadKnowledge({ folders: [folder] });
    expect(knowledge).toBeDefined();
    expect(findings).toMatchObject([{ rule: 'weak-double-plus', severity: 'warning' }]);
  });

  it('lets a later folder replace a pack and outrank the others', async () => {
    const shipped = writeSamplePack();
    const own = writeSamplePack(edited('pack.yaml', 'en: Sample', 'en: Mine'));
    writeFiles(join(shipped, 'other'), { ...samplePack, ...edited('pack.yaml', 'id: sample', 'id: other') });
    const { knowledge } = await loadKnowledge({ folders: [shipped, own] });
    expect(Object.values(knowledge?.packs ?? {}).map(({ id, title }) => [id, title.en])).toEqual([
      ['sample', 'Mine'],
      ['other', 'Sample'],
    ]);
    const restricted = await loadKnowledge({ folders: [shipped, own], packs: ['other'] });
    expect(Object.keys(restricted.knowledge?.packs ?? {})).toEqual(['other']);
  });

  it('has a version that changes with every byte, name and order, and with nothing else', async () => {
    const version = async (changes = {}) =>
      (await loadKnowledge({ folders: [writeSamplePack(changes)] })).knowledge?.version;
    const original = await version();
    expect(await version()).toBe(original);
    const moved = { 'articles/ink-myth.yaml': '', 'articles/ink.yaml': samplePack['articles/ink-myth.yaml'] };
    const changed = [
      await version(edited('causes/p1-no-paper.yaml', 'No paper', 'No Paper')),
      await version(moved),
    ];
    expect(changed).not.toContain(original);
    expect(new Set(changed).size).toBe(changed.length);
  });
});

describe('the compiled index', () => {
  it('is read instead of compiling, and holds exactly the same', async () => {
    const options = { folders: [writeSamplePack()], cacheFolder: join(temporaryFolder(), 'cache') };
    const first = await loadKnowledge(options);
    const second = await loadKnowledge(options);
    expect([first.fromIndex, second.fromIndex]).toEqual([false, true]);
    expect(second.knowledge).toStrictEqual(first.knowledge);
  });

  it('is not read for other content, and older ones are removed', async () => {
    const cacheFolder = temporaryFolder();
    writeFileSync(join(cacheFolder, 'something-else.json'), '{}');
    await loadKnowledge({ folders: [writeSamplePack()], cacheFolder });
    const changed = writeSamplePack(edited('causes/p1-no-paper.yaml', 'No paper', 'Paper is out'));
    const { knowledge, fromIndex } = await loadKnowledge({ folders: [changed], cacheFolder });
    expect(fromIndex).toBe(false);
    expect(readdirSync(cacheFolder).sort()).toEqual([
      `knowledge-${knowledge?.version}.json`,
      'something-else.json',
    ]);
  });

  it.each(['', '{', 'null', '[]', '{"version":"x","packs":{},"codes":{}}'])(
    'is ignored and rebuilt when it is damaged: %j',
    async (text) => {
      const cacheFolder = temporaryFolder();
      const options = { folders: [writeSamplePack()], cacheFolder };
      const { knowledge } = await loadKnowledge(options);
      const file = join(cacheFolder, `knowledge-${knowledge?.version}.json`);
      const whole = readFileSync(file, 'utf8');
      writeFileSync(file, text);
      const again = await loadKnowledge(options);
      expect([again.fromIndex, again.knowledge]).toEqual([false, knowledge]);
      expect(readFileSync(file, 'utf8')).toBe(whole);
    },
  );

  it('is done without where it cannot be written', async () => {
    const cacheFolder = join(temporaryFolder(), 'file');
    writeFileSync(cacheFolder, '');
    const { knowledge, findings } = await loadKnowledge({ folders: [writeSamplePack()], cacheFolder });
    expect(knowledge).toBeDefined();
    expect(findings).toMatchObject([{ rule: 'index-not-written', severity: 'warning', file: cacheFolder }]);
  });

  it('does not hide a file that is refused before it is read', async () => {
    const options = { folders: [writeSamplePack()], cacheFolder: temporaryFolder() };
    await loadKnowledge(options);
    mkdirSync(join(options.folders[0] ?? '', 'sample', 'causes', 'deep'));
    const { knowledge, findings } = await loadKnowledge(options);
    expect(knowledge).toBeUndefined();
    expect(findings).toMatchObject([{ rule: 'file-name' }]);
  });
});
