import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { watchKnowledge } from '../../src/knowledge/watch-knowledge.ts';
import { edited, samplePack, writeFiles, writeSamplePack } from './sample-pack.ts';

const cause = 'causes/p1-no-paper.yaml';
const better = edited(cause, 'No paper', 'Paper is out');
const worse = edited(cause, 'layer:', 'lauer:');

/** A watched sample pack; `seen` lists what was reported, in order. */
async function watched() {
  const folder = writeSamplePack();
  const { knowledge } = await loadKnowledge({ folders: [folder] });
  const seen: string[] = [];
  const watch = watchKnowledge({
    folders: [folder],
    current: knowledge?.version ?? '',
    onChange: ({ packs }) => seen.push(String(packs.sample?.causes['p1-no-paper']?.title.en)),
    onRefused: (findings) => seen.push(findings.map(({ rule, line }) => `${rule}:${line}`).join()),
    intervalMs: 20,
  });
  onTestFinished(() => watch.stop());
  return { root: join(folder, 'sample'), seen, watch };
}

/** Long enough for several looks, to show that nothing is reported. */
const severalLooks = () => new Promise((resolve) => setTimeout(resolve, 200));

describe('watchKnowledge', () => {
  it('brings a good edit', async () => {
    const { root, seen } = await watched();
    writeFiles(root, better);
    await vi.waitFor(() => expect(seen).toEqual(['Paper is out']), 5000);
  });

  it('refuses a broken edit once, names it, and brings the repair', async () => {
    const { root, seen } = await watched();
    writeFiles(root, worse);
    await vi.waitFor(() => expect(seen).toEqual(['unknown-key:3']), 5000);
    await severalLooks();
    writeFiles(root, better);
    await vi.waitFor(() => expect(seen).toEqual(['unknown-key:3', 'Paper is out']), 5000);
  });

  it('sees files that are replaced, added and removed, as editors do', async () => {
    const { root, seen } = await watched();
    writeFileSync(join(root, 'causes', '.draft.swp'), String(better[cause]));
    renameSync(join(root, 'causes', '.draft.swp'), join(root, cause));
    await vi.waitFor(() => expect(seen).toEqual(['Paper is out']), 5000);
    writeFiles(root, { 'causes/p9-new.yaml': 'x' });
    await vi.waitFor(() => expect(seen).toHaveLength(2), 5000);
    expect(seen[1]).toContain('yaml-key:1');
    rmSync(join(root, 'articles'), { recursive: true });
    rmSync(join(root, 'causes/p9-new.yaml'));
    await vi.waitFor(() => expect(seen[2]).toBe('Paper is out'), 5000);
  });

  it('says nothing when files are touched, or broken and put back', async () => {
    const { root, seen } = await watched();
    utimesSync(join(root, cause), new Date(0), new Date(0));
    await severalLooks();
    expect(seen).toEqual([]);
    writeFiles(root, worse);
    await vi.waitFor(() => expect(seen).toHaveLength(1), 5000);
    writeFiles(root, { [cause]: samplePack[cause] ?? '' });
    await severalLooks();
    expect(seen).toEqual(['unknown-key:3']);
  });

  it('names what is refused without being read, and a folder that vanished', async () => {
    const { root, seen } = await watched();
    symlinkSync('/', join(root, 'causes', 'root.yaml'));
    await vi.waitFor(() => expect(seen).toEqual(['file-kind:1']), 5000);
    rmSync(join(root, '..'), { recursive: true });
    await vi.waitFor(() => expect(seen).toEqual(['file-kind:1', 'no-folder:1']), 5000);
    mkdirSync(join(root, '..'));
    writeFiles(root, { ...samplePack, ...better });
    await vi.waitFor(() => expect(seen[2]).toBe('Paper is out'), 5000);
  });

  it('looks no more when it is stopped', async () => {
    const { root, seen, watch } = await watched();
    watch.stop();
    writeFiles(root, better);
    await severalLooks();
    expect(seen).toEqual([]);
  });
});
