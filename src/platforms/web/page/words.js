/** Every sentence that the page itself says; what the bot says comes from the server. */
const words = {
  en: {
    welcomeTitle: 'What is going wrong?',
    welcomeText:
      'Paste the error code or the exact message, or describe it in your own words. A few questions later you get the steps that fix it.',
    examples: ['QQ won’t send my file', '0x80070057', 'What can you do?'],
    tag: 'en',
    otherTag: 'zh-Hans',
    speakThis: 'English',
    skipToText: 'Skip to the message box',
    download: 'Download',
    label: 'Your message',
    placeholder: 'What went wrong?',
    send: 'Send',
    startOver: 'Start over',
    otherLanguage: '中文',
    typing: 'Askfix is looking into it',
    causesLeft: (count) => (count === 1 ? 'One likely cause left' : `${count} likely causes left`),
    choices: 'Answers to choose from',
    whyQuestion: 'Why this question?',
    whyFix: 'Why this fix?',
    back: 'One step back',
    human: 'Ask a person',
    codePage: (code) => `All about ${code}`,
    command: 'Command',
    copy: 'Copy',
    copied: 'Copied',
    copyByHand: 'Selected, copy it now',
    retry: 'Try again',
    you: 'You',
    bot: 'Askfix',
    reconnecting: 'Connection lost. Reconnecting …',
    newTalk: 'The earlier talk is no longer open here, so this is a new one.',
    notices: {
      slow: 'This takes longer than usual; the answer will appear here.',
      network: 'Not sent: the connection failed. It is tried again by itself.',
      starting: 'Askfix is still starting; your message is sent as soon as it is there.',
      body_too_large: 'Not sent: this is too long. Send the lines around the first error only.',
      too_many_messages:
        'Not sent: too many messages at once. Wait a minute; answers to a question are always taken.',
      text_too_long: 'Not sent: this is too long. Send the lines around the first error only.',
      foreign_origin: 'Not sent: this page was not opened by an address that Askfix knows as its own.',
    },
  },
  zh: {
    welcomeTitle: '遇到什么问题了？',
    welcomeText: '粘贴错误代码或完整的提示，也可以直接描述。回答几个小问题，就能得到适合你的解决步骤。',
    examples: ['QQ 发不了文件', '0x80070057', '你能做什么？'],
    tag: 'zh-Hans',
    otherTag: 'en',
    speakThis: '中文',
    skipToText: '跳到输入框',
    download: '下载',
    label: '你的消息',
    placeholder: '出了什么问题？',
    send: '发送',
    startOver: '重新开始',
    otherLanguage: 'English',
    typing: 'Askfix 正在查找原因',
    causesLeft: (count) => `还剩 ${count} 个可能的原因`,
    choices: '可选的回答',
    whyQuestion: '为什么问这个？',
    whyFix: '为什么这样做？',
    back: '返回上一步',
    human: '找人帮忙',
    codePage: (code) => `${code} 的详细说明`,
    command: '命令',
    copy: '复制',
    copied: '已复制',
    copyByHand: '已选中，请手动复制',
    retry: '重试',
    you: '你',
    bot: 'Askfix',
    reconnecting: '连接断开，正在重新连接……',
    newTalk: '之前的对话在这里已经打不开了，现在是新的对话。',
    notices: {
      slow: '比平时慢一些，答案会出现在这里。',
      network: '没有发出：网络连接失败，会自动重试。',
      starting: 'Askfix 还在启动，好了就会自动发送。',
      body_too_large: '没有发出：内容太长，请只发送第一个错误前后的几行。',
      too_many_messages: '没有发出：一次发得太多。请等一分钟；回答问题不受限制。',
      text_too_long: '没有发出：内容太长，请只发送第一个错误前后的几行。',
      foreign_origin: '没有发出：当前页面的地址不是 Askfix 认可的地址。',
    },
  },
};

const storageKey = 'askfix-language';

/** The language chosen by hand, else the first one of the browser's that there is, else English. */
export function chosenLanguage() {
  try {
    const kept = localStorage.getItem(storageKey);
    if (kept !== null && Object.hasOwn(words, kept)) return kept;
  } catch {
    // Storage is off: the browser's languages decide each time.
  }
  const primaries = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]);
  return primaries.find((primary) => Object.hasOwn(words, primary)) ?? 'en';
}

export function keepLanguage(language) {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // It then lasts until the page is closed.
  }
}

export function wordsIn(language) {
  return words[language];
}
