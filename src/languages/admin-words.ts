/** What admins can tell the bot, wherever they write. */
export type AdminCommand =
  | 'listen'
  | 'stopListening'
  | 'packs'
  | 'language'
  | 'takeOver'
  | 'handBack'
  | 'markSolved'
  | 'status';

/** The words of a command, in every language: commands are understood in all of them at once. */
export const adminWords: Readonly<Record<AdminCommand, readonly string[]>> = {
  listen: ['listen here', 'listening on', 'start listening', '在这里旁听', '开启旁听', '开始旁听'],
  stopListening: [
    'stop listening',
    'listening off',
    'do not listen here',
    '停止旁听',
    '关闭旁听',
    '不要旁听',
  ],
  packs: ['packs here', '本频道资料', '这里用的资料'],
  language: ['language here', '本频道语言', '这里的语言'],
  takeOver: ['take over', 'i take over', 'taking over', '我来接管', '接管', '人工接管'],
  handBack: ['hand back', 'hand it back', 'back to the bot', '交还', '交回给机器人', '结束接管'],
  markSolved: ['mark solved', 'mark as solved', '标记已解决', '标记为已解决'],
  status: ['status', 'status here', '状态', '本频道状态'],
};

/** What follows `packs` or `language` and means "no setting". */
export const adminDefaults: readonly string[] = [
  'all',
  'any',
  'default',
  'auto',
  '全部',
  '所有',
  '默认',
  '自动',
];
