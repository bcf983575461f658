import type { courseInEnglish } from '../en/course.ts';

export const courseInChinese: typeof courseInEnglish = {
  startOverLabel: '重新开始',
  goOn: '继续这里',
  staleChoice: '那个按钮是之前问题的，现在到这里了：',
  foreignChoice: '那个按钮是另一个对话的，现在到这里了：',
  unknownChoice: '没有这个选项，现在到这里了：',
  nothingOpen: '现在没有要选的。直接说哪里出了问题就行。',
  backAtStart: '已经回到最开始了。说说哪里出了问题吧。',
  wentBack: '好，回到这里：',
  idle: (title) => `上次我们说到「${title}」，接着来吗？`,
  idleHint: '想接着上次的，说「继续」就行。',
  resumeYes: '接着来',
  resumeNo: '重新开始',
  nothingToResume: '没有可以接着说的。直接说哪里出了问题吧。',
  knowledgeChanged: '我们聊的时候资料更新了，刚才那部分已经没有了。从头来一次吧：哪里出了问题？',
};
