/**
 * Words that people take for one another when they answer: "private machine" for "my own", 单位 for 公司. Each line is one
 * meaning; the first word stands for it. For guessing at answers only, because they are not the same.
 */
const english = [
  'own mine ours personal private self',
  'company work office corporate employer job workplace business firm',
  'game gaming games playing play',
  'busy peak load rush traffic heavy noon',
  'ci pipeline runner jenkins actions buildserver',
  'server vps box host droplet instance',
  'single one alone',
  'start boot startup booting starting launch',
  'every always constantly all each whole entire everything',
  'computer pc laptop desktop machine notebook',
  'memory ram',
  'full maxed exhausted filled',
  'first initial',
  'sometimes occasionally rarely random randomly intermittent',
  'disk drive storage ssd hdd',
  'site website page domain',
  'program app application software tool',
  'plenty lots tons heaps enough',
  'immediately instantly instant once directly',
  'later after eventually while',
  'right correct ok okay fine good',
  'wrong incorrect off bad',
  'script code',
  'phone mobile cell handset',
  'home house flat apartment',
];

const chinese = [
  '公司 单位 厂里 公家',
  '自己 自家 私人 个人',
  '启动 开机 刚开',
  '玩游戏 打游戏 游戏时',
  '高峰 忙的时候 人多 高负载',
  '每次 一直 总是 老是 每回',
  '偶尔 有时 时不时 随机',
  '马上 立刻 立马 秒',
  '硬盘 磁盘',
  '网站 站点 网页',
  '软件 程序 应用',
];

const groups = (lines: readonly string[]): readonly (readonly string[])[] =>
  lines.map((line) => line.split(' '));

const first = new Map(
  groups(english).flatMap(([head = '', ...others]) => others.map((word) => [word, head] as const)),
);
const chineseGroups = groups(chinese);

const heads = new Set(groups(english).map(([head]) => head));

/** The word that stands for an English word's meaning; null when it has no kin. */
export function kinOf(word: string): string | null {
  return first.get(word) ?? (heads.has(word) ? word : null);
}

/** A Chinese text with kin words replaced by the one that stands for them. */
export function withKin(text: string): string {
  let said = text;
  for (const [head = '', ...others] of chineseGroups)
    for (const other of others) said = said.replaceAll(other, head);
  return said;
}
