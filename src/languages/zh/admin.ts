import type { adminInEnglish } from '../en/admin.ts';

export const adminInChinese: typeof adminInEnglish = {
  adminOnly: '这个操作只有管理员可以用。需要真人帮忙的话，说「人工」。',
  adminChannelOnly: '这是频道的设置，请在频道里说。',
  adminListening: '我开始旁听这个频道，只有看到能确定的错误代码时才会说话。说「停止旁听」就结束。',
  adminNotListening: '我不再旁听这个频道，需要时请提到我。',
  adminPacks: (packs) => `在这个频道里我只用：${packs}。`,
  adminAllPacks: '在这个频道里我会用上全部资料。',
  adminNoPack: (unknown, known) => `没有叫 ${unknown} 的资料包。现有：${known}。`,
  adminLanguage: (language) => `从现在起我在这个频道说${language === 'en' ? '英文' : '中文'}。`,
  adminAskersLanguage: '在这个频道里，我用提问者的语言回答。',
  adminNoLanguage: '我会说中文和英文。请说「本频道语言：中文」「本频道语言：英文」或「本频道语言：自动」。',
  adminPersonHasIt: '这里已由真人接手，我不插话。管理员说「交还」我就回来；换个频道或私聊我，照常回答。',
  adminTakenOver: '这里由真人接管，在听到「交还」之前我不再说话。',
  adminHandedBack: '我回来了，需要什么请说。',
  adminSolved: '已标记为解决。之后再在这里说话会重新开始。',
  adminRowListening: '旁听',
  adminRowPacks: '资料包',
  adminRowLanguage: '语言',
  adminRowAskers: '提问者的语言',
  adminRowTakenOver: '真人接管',
  adminRowKnowledge: '资料版本',
  adminHelp:
    '管理员可以说：「开启旁听」「停止旁听」「本频道资料：…」「本频道语言：…」「接管」「交还」「标记已解决」「状态」。',
};
