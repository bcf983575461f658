import type { Command, CommandWords } from './commands.ts';

/** What a person can ask about what is kept of them. */
type Right = Extract<Command, 'privacy' | 'export' | 'forget' | 'learningYes' | 'learningNo'>;

/** The words of these commands, per language. */
export const rightsCommands: Readonly<Record<'en' | 'zh', Readonly<Record<Right, CommandWords>>>> = {
  en: {
    privacy: {
      whole: [
        ...['privacy', '/privacy', 'privacy policy', 'gdpr', 'data protection', 'is this private'],
        ...[
          'what do you store',
          'what do you keep',
          'what do you save about me',
          'what do you keep about me',
        ],
      ],
    },
    export: {
      whole: [
        ...['export my data', 'export data', '/export', 'my data', 'give me my data', 'download my data'],
        ...['show my data', 'show me my data', 'what do you know about me', 'what have you stored about me'],
      ],
    },
    forget: {
      whole: [
        ...['forget me', '/forget', 'delete my data', 'delete all my data', 'delete me', 'erase my data'],
        ...['erase me', 'remove my data', 'delete everything about me', 'forget everything about me'],
      ],
    },
    learningYes: {
      whole: [
        'learning yes',
        'learning on',
        '/consent',
        'you may learn from my talks',
        'learn from my talks',
      ],
    },
    learningNo: {
      whole: [
        ...['learning no', 'learning off', '/withdraw', 'withdraw consent', 'withdraw my consent'],
        ...['do not learn from me', "don't learn from me", 'do not learn from my talks'],
      ],
    },
  },
  zh: {
    privacy: {
      whole: [
        '隐私',
        '隐私政策',
        '隐私说明',
        '隐私保护',
        '你保存了什么',
        '你存了我什么',
        '你会保存什么',
        '会保存我的数据吗',
      ],
    },
    export: {
      whole: [
        '导出我的数据',
        '导出数据',
        '我的数据',
        '下载我的数据',
        '查看我的数据',
        '给我我的数据',
        '你知道我什么',
      ],
    },
    forget: {
      whole: [
        ...[
          '忘记我',
          '忘了我',
          '删除我的数据',
          '清除我的数据',
          '删除我的信息',
          '清除我的信息',
          '删除我的记录',
        ],
        ...['清除我的记录', '删掉我的数据', '忘掉我', '把我的数据删了'],
      ],
    },
    learningYes: { whole: ['学习 是', '同意学习', '允许学习', '可以学习', '学习 同意'] },
    learningNo: {
      whole: ['学习 否', '不同意学习', '拒绝学习', '撤回同意', '不允许学习', '不要学习', '学习 不同意'],
    },
  },
};

/** What the bot says about them in English; the other languages follow its pattern. */
export const rightsInEnglish = {
  privacyKept:
    'I keep what is said in our talk, so that I can answer it and go on with it later. You are known to me by a keyed hash, not by your name or account; where to send my answers stays with the talk and goes with it.',
  privacyHidden:
    'Passwords, tokens, mail addresses, and telephone, card, identity, QQ and WeChat numbers are hidden before anything is stored. Addresses of machines (IP) stay, because they help to find the fault.',
  privacyDays: (talks: number, log: number) =>
    `Talks go by themselves after ${talks} days without a word from you; the record of what was done, which holds nobody's words, after ${log} days.`,
  privacyCommands:
    '“export my data” shows what is kept of you, “forget me” deletes it. What you let me send to a person is with that person.',
  privacyLearningYes:
    'You let talks be learnt from: which answers led to which fix, no words. “learning no” takes that back, with everything that was learnt from you.',
  privacyLearningNo:
    'Nothing is learnt from your talks. “learning yes” lets me count which answers led to which fix, without words; help is the same either way.',
  exportInPrivate: 'Others read along here. Write “export my data” to me in a direct message.',
  exportNothing: 'Nothing is kept of you besides this message.',
  exportTitle: 'What is kept of you',
  exportTalks: 'Talks',
  exportMessages: 'Messages (mostly only that and when they came)',
  exportTickets: 'Tickets sent to a person',
  exportLessons: 'Talks that were learnt from',
  exportTalk: (day: string) => `Talk of ${day}`,
  exportTicket: (id: string, day: string) => `Ticket ${id} of ${day}`,
  exportAbout: 'About:',
  exportWhole: (person: string) =>
    `This is the readable part. For all of it as a file, my answers included, ask whoever runs this bot, and give them this name: ${person}`,
  forgetQuestion:
    'This deletes everything that is kept of you: talks, tickets, what was learnt. It cannot be undone. Messages in this chat itself you delete in the chat. Delete it?',
  forgetYes: 'Yes, delete everything',
  forgetNo: 'No, keep it',
  forgetKept: 'All right, nothing was deleted.',
  forgotten: 'It is deleted. Whatever you write next begins from nothing.',
  learningYes:
    'Thank you. From now on it counts which answers led to which fix. “learning no” takes it back.',
  learningNo:
    'Nothing is learnt from your talks, and what was learnt from them is deleted. Help stays the same.',
};

export const rightsInChinese: typeof rightsInEnglish = {
  privacyKept:
    '我会保存这次对话的内容，以便回答你、以后接着处理。我只用加密散列来认人，不存你的名字和账号；往哪里回复你，这个地址只跟着对话走，对话删了它也就没了。',
  privacyHidden:
    '密码、令牌、邮箱，以及电话、银行卡、身份证、QQ 和微信号，在保存之前就会被遮住。机器的地址（IP）会留着，排查故障要用。',
  privacyDays: (talks, log) =>
    `你 ${talks} 天没说话，对话就会自动删除；操作记录里没有任何人的原话，${log} 天后删除。`,
  privacyCommands:
    '发“导出我的数据”可以看保存了什么，发“删除我的数据”就全部删掉。你同意转给人工的内容，在对方那里。',
  privacyLearningYes:
    '你同意了用对话改进：只统计哪些回答对应哪个解决办法，不含原话。发“不同意学习”就收回，已经学到的也一起删掉。',
  privacyLearningNo:
    '你的对话没有被用来学习。发“同意学习”可以让我统计哪些回答对应哪个解决办法，不含原话；同不同意，得到的帮助都一样。',
  exportInPrivate: '这里别人也看得到。请私聊我，再发“导出我的数据”。',
  exportNothing: '除了这条消息，没有保存你的任何东西。',
  exportTitle: '保存的内容',
  exportTalks: '对话',
  exportMessages: '消息（大多只记了收到的时间）',
  exportTickets: '转给人工的工单',
  exportLessons: '用来学习的对话',
  exportTalk: (day) => `${day} 的对话`,
  exportTicket: (id, day) => `工单 ${id}（${day}）`,
  exportAbout: '问题：',
  exportWhole: (person) =>
    `以上是能直接读的部分。要完整的文件（包括我的回复），请找管理这个机器人的人，并告诉他这个名字：${person}`,
  forgetQuestion:
    '这会删除保存的所有内容：对话、工单、学到的东西，删了就找不回来。聊天软件里的消息要你自己删。确定删除吗？',
  forgetYes: '是，全部删除',
  forgetNo: '不，留着',
  forgetKept: '好，什么都没删。',
  forgotten: '已经删除。你接下来说的话，一切从头开始。',
  learningYes: '谢谢。从现在起会统计哪些回答对应哪个解决办法。发“不同意学习”就收回。',
  learningNo: '不会用你的对话学习，已经学到的也删掉了。帮助不受影响。',
};
