import type { LanguageCode } from '../../message.ts';

/** The few words that belong to Discord and not to the conversation. */
export const words = {
  en: {
    colon: ': ',
    more: 'Tell me more',
    moreTitle: 'Tell me more',
    moreField: 'In your own words, or the exact error text',
    post: 'Post in channel',
    choose: 'Choose an answer',
    threadName: (person: string) => `Help for ${person}`,
    notYours: 'These buttons belong to somebody else’s talk. Use /fix or mention me to start your own.',
    nothingToRead:
      'There is no text in this message that I can read. Please type the exact words of the error.',
    mentionMe: 'I can read messages here only when they mention me. Mention me, or press “Tell me more”.',
    tooMuch: 'That was a lot at once. Please try again in a minute.',
  },
  zh: {
    colon: '：',
    more: '补充说明',
    moreTitle: '补充说明',
    moreField: '用自己的话描述，或粘贴完整的错误信息',
    post: '发到频道',
    choose: '请选择',
    threadName: (person: string) => `帮助 ${person}`,
    notYours: '这些按钮属于别人的对话。请使用 /fix 或 @我 来开始你自己的对话。',
    nothingToRead: '这条消息里没有我能读取的文字，请输入错误信息的原文。',
    mentionMe: '在这里我只能看到提到我的消息。请 @我，或点“补充说明”。',
    tooMuch: '一下子太多了，请过一分钟再试。',
  },
} as const;

/** The bot's language for one that is set in a Discord client, such as `zh-CN` or `pt-BR`. */
export function languageOf(locale: string): LanguageCode {
  return locale.startsWith('zh') ? 'zh' : 'en';
}
