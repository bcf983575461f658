import type { LanguageCode } from '../../message.ts';

/** What only Slack's own surfaces say; everything else comes from the conversation. */
export interface SlackWords {
  readonly pick: string;
  readonly working: string;
  /** Under a question. */
  readonly why: { readonly label: string; readonly says: string };
  /** Under an answer that asks nothing: what each button says for the person. */
  readonly feedback: {
    readonly good: { readonly label: string; readonly says: string };
    readonly bad: { readonly label: string; readonly says: string };
  };
  readonly notYours: string;
  readonly home: {
    readonly title: string;
    readonly about: string;
    readonly topics: string;
    readonly how: string;
    readonly start: string;
    readonly promptsTitle: string;
    readonly talks: string;
    readonly noTalks: string;
    readonly open: string;
  };
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
}

const words: Readonly<Record<LanguageCode, SlackWords>> = {
  en: {
    pick: 'Choose one',
    working: 'is looking into it…',
    why: { label: 'Why do you ask?', says: 'why' },
    feedback: {
      good: { label: 'This helped', says: 'thanks' },
      bad: { label: 'I need more help', says: 'human' },
    },
    notYours:
      'These buttons belong to somebody else’s talk. Mention me with your own problem, and I will ask you.',
    home: {
      title: 'What I can help with',
      about:
        'Paste an error code, a log, or say what does not work. I ask the few questions that tell the causes apart and give you the steps for your system.',
      topics: 'I know about',
      how: 'Write to me in Messages, mention me in a channel, use /fix, or choose “Diagnose this message” on any message. I answer in threads, in English and Chinese.',
      start: 'Start',
      promptsTitle: 'What does not work?',
      talks: 'Your open talks',
      noTalks: 'None at the moment. A talk stays open until it is solved, or for six hours.',
      open: 'Go on',
    },
    prompts: [
      { title: 'Explain an error code', message: 'What does 0x80070057 mean?' },
      { title: 'A file will not send', message: 'QQ cannot send my file' },
      { title: 'What can you do?', message: 'help' },
    ],
  },
  zh: {
    pick: '请选择',
    working: '正在查找原因…',
    why: { label: '为什么问这个？', says: '为什么' },
    feedback: {
      good: { label: '有帮助', says: '谢谢' },
      bad: { label: '还需要帮助', says: '人工' },
    },
    notYours: '这些按钮属于别人的对话。请 @ 我并说明你自己的问题，我会单独问你。',
    home: {
      title: '我能帮什么忙',
      about:
        '把错误代码、日志贴给我，或者直接说哪里不对。我会问几个能分清原因的问题，再给出适合你系统的步骤。',
      topics: '我了解的问题',
      how: '在“消息”里写给我、在频道里 @ 我、使用 /fix，或在任意消息上选择“Diagnose this message”。我在消息列里回答，中英文都可以。',
      start: '开始',
      promptsTitle: '哪里出了问题？',
      talks: '你还没结束的对话',
      noTalks: '现在没有。对话在解决之前，或者六小时之内，会一直开着。',
      open: '继续',
    },
    prompts: [
      { title: '解释错误代码', message: '0x80070057 是什么意思？' },
      { title: '文件发不出去', message: 'QQ 发不出文件' },
      { title: '你能做什么？', message: '帮助' },
    ],
  },
};

/** The words of a language. */
export function wordsIn(language: LanguageCode): SlackWords {
  return words[language];
}
