import { describe, expect, it } from 'vitest';
import { allChecks } from '../../../src/knowledge/checks/all-checks.ts';
import { edited, type Files, findingsOf, samplePack } from '../sample-pack.ts';

/** [rule, file, line, what is changed in the sample pack]. Each must lead to exactly that finding and no other. */
type Case = readonly [rule: string, file: string, line: number, changes: Files];

const q1 = 'observations/q1-lamp.yaml';
const problem = 'problems/cannot-print.yaml';
const add = (path: string, text: string): Files => ({ [path]: `${samplePack[path]}${text}` });

const cases: readonly Case[] = [
  ['pack-id', 'pack.yaml', 1, edited('pack.yaml', 'id: sample', 'id: simple')],
  [
    'dangling-reference',
    'causes/p1-no-paper.yaml',
    5,
    { ...edited('causes/p1-no-paper.yaml', 'fixes: [p1-add-paper]', 'fixes: [p1-add-paper, p1-ad-paper]') },
  ],
  ['dangling-reference', q1, 11, edited(q1, '[p2-*]', '[z*]')],
  ['dangling-reference', q1, 10, edited(q1, '[p1-no-paper]', '[p1-no-paper, p3]')],
  [
    'dangling-reference',
    'fixes/p2-clear-queue.yaml',
    11,
    edited('fixes/p2-clear-queue.yaml', '{use: c1-cancel-jobs}', '{use: c1-cancel-jobs}\n    - {use: c9}'),
  ],
  ['dangling-reference', problem, 8, add(problem, 'implies: {q1-lamp: blink}\n')],
  ['dangling-reference', problem, 8, add(problem, 'implies: {q9: blinks}\n')],
  ['dangling-reference', problem, 8, add(problem, 'implies: {system: beos}\n')],
  ['dangling-reference', problem, 8, add(problem, 'causes: [p1-no-paper, p2-stuck-queue, p3-none]\n')],
  ['dangling-reference', problem, 8, add(problem, 'observations: [q1-*, q3-none]\n')],
  ['dangling-reference', q1, 14, edited(q1, 'zh: 不亮}\n', 'zh: 不亮}\n    opens: cannot-scan\n')],
  ['dangling-reference', q1, 4, edited(q1, 'answers:', 'askIf: {q2-none: [yes]}\nanswers:')],
  ['careless-wildcard', q1, 11, edited(q1, '[p2-*]', '[p2*]')],
  ['reserved-id', 'observations/system.yaml', 1, { 'observations/system.yaml': samplePack[q1] ?? '' }],
  ['reserved-id', q1, 12, edited(q1, '  dark:', '  unknown:')],
  [
    'duplicate-id',
    'articles/cannot-print.yaml',
    1,
    {
      'articles/cannot-print.yaml': String(samplePack['articles/ink-myth.yaml']).replace(
        /says.*\n/,
        'says: {en: [can it print], zh: [能不能打印]}\n',
      ),
    },
  ],
  [
    'missing-translation',
    'causes/p1-no-paper.yaml',
    2,
    edited('causes/p1-no-paper.yaml', ', zh: 纸盒空了。', ''),
  ],
  [
    'missing-translation',
    'fixes/p1-add-paper.yaml',
    7,
    edited('fixes/p1-add-paper.yaml', 'en: Put paper into the tray., ', ''),
  ],
  ['missing-translation', problem, 2, edited(problem, '  zh: [打印机没反应]\n', '')],
  ['heard-in-one-language', q1, 7, edited(q1, ', zh: [红灯闪]', '')],
  [
    'translation-shape',
    'articles/ink-myth.yaml',
    4,
    edited('articles/ink-myth.yaml', '{en: It can., zh: 会。}', '{en: "It\\ncan.", zh: 会。}'),
  ],
  [
    'write-me',
    'causes/p1-no-paper.yaml',
    2,
    edited('causes/p1-no-paper.yaml', 'The tray is empty.', '"WRITE ME: why"'),
  ],
  ['write-me', problem, 6, edited(problem, 'my printer does nothing', '"WRITE ME: a message"')],
  ['ask-without-why', q1, 2, edited(q1, /why.*\n/.exec(String(samplePack[q1]))?.[0] ?? '', '')],
  [
    'too-few-answers',
    'observations/q2-colour.yaml',
    2,
    {
      'observations/q2-colour.yaml':
        'title: {en: colour, zh: 颜色}\nanswers:\n  red: {label: {en: red, zh: 红}, weights: {"+": [p2-*]}}\n',
    },
  ],
  [
    'idle-question',
    'observations/q2-colour.yaml',
    2,
    {
      'observations/q2-colour.yaml':
        'title: {en: colour, zh: 颜色}\nanswers:\n  red: {label: {en: red, zh: 红}}\n  blue: {label: {en: blue, zh: 蓝}}\n',
    },
  ],
  ['usual-over-one', q1, 4, add(q1, '    usual: 0.9\n')],
  ['usual-under-one', q1, 4, add(q1, '    usual: 0.75\n')],
  [
    'p-sum',
    q1,
    4,
    edited(
      q1,
      '    usual: 0.2\n    weights:\n      "++": [p1-no-paper]\n      "-": [p2-*]\n  dark:',
      '    usual: 0.2\n    p: {p1-no-paper: 0.7}\n  dark:\n    p: {p1-no-paper: 0.6}',
    ),
  ],
  ['weight-twice', q1, 11, edited(q1, '"-": [p2-*]', '"-": [p2-*, p1-no-paper]')],
  ['weak-double-plus', q1, 10, edited(q1, 'usual: 0.2', 'usual: 0.5')],
  [
    'ask-if-cycle',
    q1,
    4,
    {
      ...edited(q1, 'answers:', 'askIf: {q2-b: [yes]}\nanswers:'),
      'observations/q2-b.yaml':
        'title: {en: b, zh: 乙}\naskIf: {q1-lamp: [dark]}\nanswers:\n  yes: {label: {en: yes, zh: 是}, weights: {"+": [p1-no-paper]}}\n  no: {label: {en: no, zh: 否}}\n',
    },
  ],
  ['opens-cycle', problem, 1, edited(q1, 'zh: 不亮}\n', 'zh: 不亮}\n    opens: cannot-print\n')],
  [
    'unknown-column',
    'causes/p1-no-paper.yaml',
    4,
    edited('causes/p1-no-paper.yaml', '{share: 3}', '{share: 3, shore: 1}'),
  ],
  ['unknown-column', problem, 8, add(problem, 'prior: shore\n')],
  ['closed-problem', 'problems/quiet.yaml', 1, { 'problems/quiet.yaml': 'title: {en: q, zh: 静}\n' }],
  [
    'empty-problem',
    'problems/win32-87.yaml',
    1,
    { 'problems/win32-87.yaml': 'title: {en: q, zh: 静}\ncodes: [win32/87]\ncauses: []\n' },
  ],
  ['too-few-examples', problem, 5, edited(problem, '  noMatch: [I want to buy a printer]\n', '')],
  ['phrase-twice', q1, 14, add(q1, '    heard: {en: [Red lamp blinks], zh: [灯灭]}\n')],
  [
    'phrase-twice',
    'articles/ink-myth.yaml',
    2,
    edited('articles/ink-myth.yaml', 'does the ink dry out', 'the printer does nothing'),
  ],
  [
    'phrase-twice',
    'problems/jammed.yaml',
    3,
    {
      ...add(problem, 'prints: [Paper is missing]\n'),
      'problems/jammed.yaml':
        'title: {en: q, zh: 静}\nmeaning: {en: m, zh: 卡}\nprints: [paper is missing]\ncauses: []\nexamples: {match: [one, two], noMatch: [three]}\n',
    },
  ],
  ['short-print', problem, 8, add(problem, 'prints: [Killed]\n')],
  ['short-print', problem, 8, add(problem, 'prints: [没纸]\n')],
  ['code-form', problem, 8, add(problem, 'codes: [hresult/0x8007000e]\n')],
  [
    'code-twice',
    'problems/win32-87.yaml',
    2,
    {
      ...add(problem, 'codes: [win32/87]\n'),
      'problems/win32-87.yaml': 'title: {en: q, zh: 静}\ncodes: [win32/87]\n',
    },
  ],
  ['cause-without-problem', 'causes/p2-stuck-queue.yaml', 1, add(problem, 'causes: [p1-*]\n')],
  [
    'cause-without-share',
    problem,
    9,
    {
      ...add(problem, 'prior: other\ncauses: [p*]\n'),
      ...add('pack.yaml', 'priors: [share, other]\n'),
      ...edited('causes/p1-no-paper.yaml', '{share: 3}', '{other: 3}'),
    },
  ],
  [
    'cause-without-fix-on-system',
    'causes/p2-stuck-queue.yaml',
    6,
    edited('causes/p2-stuck-queue.yaml', '[windows, macos]', '[windows, macos, linux]'),
  ],
  [
    'fix-without-cause',
    'fixes/p9-lost.yaml',
    1,
    { 'fixes/p9-lost.yaml': samplePack['fixes/p1-add-paper.yaml'] ?? '' },
  ],
  [
    'fix-without-source',
    'fixes/p1-add-paper.yaml',
    1,
    edited('fixes/p1-add-paper.yaml', 'judgement: true\n', ''),
  ],
  [
    'risk-without-warning',
    'fixes/p1-add-paper.yaml',
    4,
    edited('fixes/p1-add-paper.yaml', 'risk: low', 'risk: high'),
  ],
  [
    'command-outside-procedure',
    'fixes/p1-add-paper.yaml',
    7,
    edited('fixes/p1-add-paper.yaml', 'Put paper into the tray.', '"Run ipconfig /all."'),
  ],
  [
    'command-outside-procedure',
    'articles/ink-myth.yaml',
    4,
    edited('articles/ink-myth.yaml', 'It can.', 'Type `winver`.'),
  ],
  [
    'procedure-without-fix',
    'procedures/c2-lost.yaml',
    1,
    { 'procedures/c2-lost.yaml': samplePack['procedures/c1-cancel-jobs.yaml'] ?? '' },
  ],
  [
    'procedure-on-system',
    'fixes/p2-clear-queue.yaml',
    11,
    {
      ...edited(
        'fixes/p2-clear-queue.yaml',
        '{use: c1-cancel-jobs}',
        '{use: c1-cancel-jobs}\n    - {use: c2-wait}',
      ),
      'procedures/c2-wait.yaml':
        'title: {en: w, zh: 等}\nsystems: {windows: {steps: [{en: Wait., zh: 等。}]}}\n',
      ...edited('causes/p2-stuck-queue.yaml', '[windows, macos]', '[windows]'),
    },
  ],
  [
    'admin-without-undo',
    'procedures/c1-cancel-jobs.yaml',
    6,
    edited(
      'procedures/c1-cancel-jobs.yaml',
      '    sideEffect: {en: The jobs of everybody are lost., zh: 所有人的任务都会丢失。}\n',
      '',
    ),
  ],
  [
    'sudo-without-admin',
    'procedures/c1-cancel-jobs.yaml',
    8,
    edited('procedures/c1-cancel-jobs.yaml', '    needs: [admin]\n', ''),
  ],
  [
    'command-without-words',
    'procedures/c1-cancel-jobs.yaml',
    5,
    edited(
      'procedures/c1-cancel-jobs.yaml',
      '{en: Open the queue and cancel all., zh: 打开队列，全部取消。}',
      '{command: printui}',
    ),
  ],
  [
    'reset-without-precautions',
    'procedures/c1-cancel-jobs.yaml',
    3,
    edited(
      'procedures/c1-cancel-jobs.yaml',
      '全部取消。}\n',
      '全部取消。, command: netsh winsock reset}\n    sideEffect: {en: It removes parts., zh: 会删东西。}\n',
    ),
  ],
  [
    'reset-without-precautions',
    'procedures/c1-cancel-jobs.yaml',
    3,
    edited(
      'procedures/c1-cancel-jobs.yaml',
      '    steps:\n      - {en: Open the queue and cancel all., zh: 打开队列，全部取消。}\n',
      '    needs: [admin, restart]\n    steps:\n      - {en: Run this., zh: 运行这条。, command: netsh int ip reset}\n    sideEffect: {en: It removes parts., zh: 会删东西。}\n',
    ),
  ],
  ['impossible-date', 'fixes/p1-add-paper.yaml', 10, add('fixes/p1-add-paper.yaml', 'asOf: 2026-02-30\n')],
  ['impossible-date', 'fixes/p1-add-paper.yaml', 10, add('fixes/p1-add-paper.yaml', 'asOf: 2027-01-01\n')],
  ['stale-fact', 'fixes/p1-add-paper.yaml', 10, add('fixes/p1-add-paper.yaml', 'asOf: 2026-01-01\n')],
  [
    'forbidden-text',
    'fixes/p1-add-paper.yaml',
    7,
    edited('fixes/p1-add-paper.yaml', 'Put paper into the tray.', 'Turn off the firewall.'),
  ],
];

describe('the checks', () => {
  it('are content with the sample pack', async () => {
    expect(await findingsOf({})).toEqual([]);
  });

  it.each(cases)('%s finds what is wrong in %s:%i', async (rule, file, line, changes) => {
    const findings = await findingsOf(changes);
    expect(findings.map((finding) => `${finding.rule} ${finding.file}:${finding.line}`)).toEqual([
      expect.stringMatching(new RegExp(`^${rule} .*/sample/${file}:${line}$`)),
    ]);
  });

  it('have a fixture each', () => {
    const tried = new Set(cases.map(([rule]) => rule));
    expect(allChecks.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  it('have names of their own, and a reason', () => {
    const names = allChecks.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { why } of allChecks) expect(why).toMatch(/^.{20,}\.$/);
  });
});
