import type { mannersInEnglish } from '../en/manners.ts';

export const mannersInChinese: typeof mannersInEnglish = {
  space: '',
  listComma: '、',
  greeting: '你好。直接说哪里出了问题，或者把错误代码、提示原文贴过来。我会问几个小问题，然后给你处理步骤。',
  help: (titles) => `贴错误代码、日志，或者用自己的话说哪里不对都行。我目前了解：${titles.join('；')}。`,
  helpCommands: '随时可以说「为什么」「上一步」「不知道」「重新开始」，想找人就说「人工」。',
  hint: '点一个、打数字，或者直接用自己的话回答都行；也可以说「为什么」「上一步」「不知道」「人工」。',
  startedOver: '好，重新开始。哪里出了问题？',
  welcome: '不客气。',
  about:
    '我是 Askfix，一个帮忙排查问题的机器人，不是真人；我只说写下来并核对过的内容。说说哪里出了问题，或者说「人工」找真人。',
  howAreYou: '我挺好的，谢谢。有什么要修的吗？',
  bye: '再见。再出问题随时来说。',
  praise: '谢谢，能帮上就好。',
  insult: '确实挺烦人的，抱歉。用几个字说说哪里不对，或者说「人工」换真人来。',
  smallTalk: '闲聊我不太会，修东西还行。哪里出了问题，直接说就好。',
  otherApp: (named, known) => `我这里的资料是关于 ${known} 的，不是 ${named}，不敢乱指路。`,
  languageSet: '好的，用中文。',
  picture: '我还看不了图片。请把图里的提示原文打出来，有代码的话也一起。',
  empty: '这条是空的。说说哪里出了问题，或者把报错贴过来。',
  tooLong: '内容很长，我在里面找了错误代码，并读了开头部分。',
  yes: '是',
  no: '否',
};
