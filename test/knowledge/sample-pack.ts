import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { checkPacks } from '../../src/knowledge/check-packs.ts';
import type { Finding } from '../../src/knowledge/finding.ts';
import { openPacks } from '../../src/knowledge/read/open-packs.ts';

/** Path inside the pack → text. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A small pack in which every check is content, warnings included. */
export const samplePack: Files = {
  'pack.yaml': `id: sample
title: {en: Sample, zh: 样例}
languages: [en, zh]
owner: somebody
handOver: {en: We read it., zh: 我们会看。}
`,
  'problems/cannot-print.yaml': `title: {en: Cannot print, zh: 打印不了}
says:
  en: [the printer does nothing]
  zh: [打印机没反应]
examples:
  match: [my printer does nothing, 打印机一点反应都没有]
  noMatch: [I want to buy a printer]
`,
  'causes/p1-no-paper.yaml': `title: {en: No paper, zh: 没纸}
because: {en: The tray is empty., zh: 纸盒空了。}
layer: paper
share: {share: 3}
fixes: [p1-add-paper]
`,
  'causes/p2-stuck-queue.yaml': `title: {en: Stuck queue, zh: 队列卡住}
because: {en: An old job blocks the new ones., zh: 旧任务挡住了新任务。}
layer: queue
share: {share: 1}
systems: [windows, macos]
fixes: [{fix: p2-clear-queue, chance: 0.6}]
`,
  'observations/q1-lamp.yaml': `title: {en: the lamp, zh: 指示灯}
ask: {en: Does the red lamp blink?, zh: 红灯在闪吗？}
why: {en: It blinks when paper is missing., zh: 缺纸时会闪。}
answers:
  blinks:
    label: {en: It blinks, zh: 在闪}
    heard: {en: [red lamp blinks], zh: [红灯闪]}
    usual: 0.2
    weights:
      "++": [p1-no-paper]
      "-": [p2-*]
  dark:
    label: {en: It is dark, zh: 不亮}
`,
  'fixes/p1-add-paper.yaml': `title: {en: Add paper, zh: 加纸}
tier: 1
minutes: 2
risk: low
steps:
  any:
    - {en: Put paper into the tray., zh: 往纸盒里放纸。}
verify: {en: The lamp is dark., zh: 灯灭了。}
judgement: true
`,
  'fixes/p2-clear-queue.yaml': `title: {en: Clear the queue, zh: 清空队列}
tier: 2
minutes: 5
risk: medium
warning: {en: Waiting jobs are lost., zh: 排队的任务会丢失。}
needs: [restart]
steps:
  any:
    - {en: Save your work., zh: 先保存文件。}
    - {use: c1-cancel-jobs}
verify: {en: The queue is empty., zh: 队列是空的。}
undo: {en: Print again., zh: 重新打印。}
sources: [the manual]
`,
  'procedures/c1-cancel-jobs.yaml': `title: {en: Cancel all jobs, zh: 取消所有任务}
systems:
  windows:
    steps:
      - {en: Open the queue and cancel all., zh: 打开队列，全部取消。}
  macos:
    needs: [admin]
    steps:
      - {en: Open Terminal and run this., zh: 打开终端，运行下面的命令。, command: sudo cancel -a}
    sideEffect: {en: The jobs of everybody are lost., zh: 所有人的任务都会丢失。}
`,
  'articles/ink-myth.yaml': `title: {en: Does ink dry out?, zh: 墨会干吗？}
says: {en: [does the ink dry out], zh: [墨会不会干]}
status: background
text: {en: It can., zh: 会。}
`,
};

/** A new temporary folder, removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'askfix-knowledge-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files below `root`; a missing text leaves the file out. */
export function writeFiles(root: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** The sample pack with some files changed or added, in a knowledge folder of its own. Returns that folder. */
export function writeSamplePack(changes: Files = {}): string {
  const folder = temporaryFolder();
  writeFiles(join(folder, 'sample'), { ...samplePack, ...changes });
  return folder;
}

/** One file of the sample pack with a part replaced; fails when the part is not there. */
export function edited(path: string, from: string, to: string): Files {
  const text = String(samplePack[path]);
  if (!text.includes(from)) throw new Error(`${path} has no "${from}"`);
  return { [path]: text.replace(from, () => to) };
}

/** Everything the checks say about the sample pack with some files changed. */
export async function findingsOf(changes: Files, today = '2026-11-23'): Promise<Finding[]> {
  const { findings } = await checkPacks(openPacks([writeSamplePack(changes)]), today);
  return [...findings];
}
