import type { fixesInEnglish } from '../en/fixes.ts';

const risks = { low: '风险低', medium: '有一定风险，先看提醒', high: '风险较高，务必先看提醒' };
const articleStatus = {
  speculative: '这属于对未来的设想，解决不了眼下的问题。',
  wrong: '这个说法流传很广，但并不对。',
  'not-yours': '这不是用户这边能操作的。',
  background: '背景知识',
};

export const fixesInChinese: typeof fixesInEnglish = {
  worked: '好了',
  didNotWork: '没用',
  couldNotTry: '没法试',
  howDidItGo: '上面的步骤试得怎么样？',
  notTriedYet: '不急，先照步骤试一下，再告诉我结果。做不了也直接说，我换个办法。',
  minutes: (minutes) =>
    minutes < 60
      ? `约 ${Math.max(1, Math.round(minutes))} 分钟`
      : minutes < 1440
        ? `约 ${Math.round(minutes / 60)} 小时`
        : '一天左右',
  thenWait: (time) => `然后等${time}`,
  risk: (risk) => risks[risk],
  needsAdmin: '需要管理员权限',
  needsRestart: '需要重启',
  needsOthers: '需要别人处理',
  likelyCause: (because) => `最可能的原因：${because}`,
  quickCause: (because) => `先排除一个容易查的：${because}`,
  surelyCause: (because) => `跟你说的对得上：${because}`,
  stepsFor: (system) => `${system}${/[a-z0-9]$/i.test(system) ? ' ' : ''}上这样做`,
  warningTitle: '动手之前',
  sideEffectTitle: '副作用',
  verifyTitle: '怎么算好了',
  undoTitle: '想恢复原样',
  outdated: (asOf) => `资料截至 ${asOf}，菜单和限额可能会变，以程序里的实际提示为准。`,
  triedNext: '那试试下一个办法。',
  notSolved: '看来还没真正解决，那接着来。',
  triedAsk: '看来不是这个原因，再问一个问题。',
  consent: (title) => `接下来我建议：${title}。`,
  consentAdmin: '这一步需要管理员权限。',
  consentRestart: '做完要重启。',
  consentRisk: '这一步有点风险，所以先问一声。',
  consentOthers: '这一步可能得请有权限的人来做。',
  consentQuestion: '要我把步骤发给你吗？',
  consentYes: '发步骤',
  consentNo: '先不做这个',
  solved: '好了就好。谢谢告诉我，也能帮到下一个人。',
  articleStatus: (status) => articleStatus[status],
};
