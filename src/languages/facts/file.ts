import type { FactTopic } from './fact-table.ts';

const archive = '(zip|rar|7z|archive|zip file|rar file|7z file)';
const chineseArchive = '(压缩包|压缩文件|zip|rar|7z)';

/** What kind of file it is. Endings alone are heard only as an answer: "txt works" is about something else. */
export const fileKind: FactTopic = {
  title: { en: 'Kind of file', zh: '文件类型' },
  values: {
    program: {
      label: { en: 'program', zh: '程序' },
      says: [
        '(exe|apk|msi|bat|dmg|ipa) (file|files)',
        '(an|the|this|my) (exe|apk|msi|installer|executable)',
        '(exe|apk|msi|bat)文件',
        '(安装包|安装程序|可执行文件)',
      ],
      answers: [
        '(exe|msi|bat|cmd|apk|ipa|dmg|jar|deb|rpm|ps1|vbs|dll|app|software|program|script|installer|game|setup)',
        '(程序|软件|安装包|脚本|游戏|应用)',
      ],
    },
    'locked-archive': {
      label: { en: 'archive with a password', zh: '加密压缩包' },
      says: [
        `(password protected|password|encrypted|locked) ${archive}`,
        `${archive} … (password|encrypted)`,
        `(加密|带密码|有密码|加了密码|设了密码|加过密)(的|)${chineseArchive}`,
        `${chineseArchive}…(密码|加密)`,
      ],
    },
    archive: {
      label: { en: 'archive', zh: '压缩包' },
      says: [`(a|an|the|my|this) ${archive}`, '(压缩包|压缩文件)'],
      answers: ['(zip|rar|7z|tar|gz|archive|zipped|compressed)', '(压缩的|打包)'],
    },
    folder: {
      label: { en: 'folder or shortcut', zh: '文件夹或快捷方式' },
      says: [
        '(whole|entire|complete) (folder|directory)',
        '(sending|send|drag) (a|the|my) (folder|directory)',
        '(整个|一个)(文件夹|目录)',
        '(发|传|发送)文件夹',
      ],
      answers: ['(folder|directory|shortcut|link)', '(文件夹|目录|快捷方式)'],
    },
    document: {
      label: { en: 'document', zh: '文档' },
      says: [
        '(a|an|the|my|this) (pdf|spreadsheet|word file|word document|excel file|excel sheet|presentation|powerpoint|docx|xlsx|pptx)',
        '(word|excel|pdf|ppt)(文档|文件|表格|表)',
      ],
      answers: [
        '(pdf|doc|docx|xls|xlsx|csv|ppt|pptx|txt|word|excel|powerpoint|document|spreadsheet|slides|presentation|report|thesis|paper|invoice|contract|cv|resume|homework)',
        '(文档|表格|论文|幻灯片|课件|简历|合同|作业|报告|发票|表|文本)',
      ],
    },
    media: {
      label: { en: 'photo, video or music', zh: '照片、视频或音乐' },
      says: [
        '(a|the|my|this) (video|movie|film|recording|mp4|mov|song)',
        '(mp4|mov|mkv|avi|mp3)文件',
        '(发|传|发送|这个)(视频|录像|电影)',
      ],
      answers: [
        '(photo|picture|image|video|movie|film|music|song|audio|recording|mp4|mov|mkv|avi|mp3|wav|flac|jpg|jpeg|png|gif|heic|raw)',
        '(照片|图片|图|视频|音频|音乐|录音|录像|电影|歌|截图)',
      ],
    },
  },
};

/** Where it fails, as an answer: unasked, "in the group" may only say where somebody is. */
export const place: FactTopic = {
  title: { en: 'Where it fails', zh: '在哪儿不行' },
  values: {
    private: {
      label: { en: 'private chat', zh: '私聊' },
      says: [],
      answers: [
        '(private|direct|one on one|dm|friend|a contact|my boss|my teacher|my colleague|one person)',
        '(私聊|私发|单聊|一对一|好友|朋友|同学|同事|老师|老板|一个人|单独发)',
      ],
    },
    group: {
      label: { en: 'group', zh: '群里' },
      says: [
        '(only|just) … (group|groups|group chat)',
        '(只有|只在|就是|就|仅|只)(在|)(这|那|某|)(一个|个|)(群|群里|群聊)',
      ],
      answers: ['(group|groups|group chat|channel|room)', '(群|群里|群聊|群文件|群内|这个群)'],
    },
    everywhere: {
      label: { en: 'everywhere', zh: '哪儿都不行' },
      says: [
        '(both|neither) … (group|groups) … (private|friends)',
        '(群|群里|群聊)(和|跟|还有)(私聊|好友)(都|也)',
        '(私聊|好友)(和|跟|还有)(群|群里|群聊)(都|也)',
      ],
      answers: [
        '(everywhere|anyone|anybody|everyone|everybody|all of them|both|any chat|all chats|whoever)',
        '(都不行|都一样|哪里都|哪都|到处|全部|所有|谁都|都是|全都|两边都)',
      ],
    },
  },
};

/** Sending or receiving, as an answer. */
export const direction: FactTopic = {
  title: { en: 'Direction', zh: '收发' },
  values: {
    send: {
      label: { en: 'sending', zh: '发送' },
      says: [],
      answers: [
        '(send|sending|upload|uploading|i send|outgoing|to them|to him|to her)',
        '(发|发送|发出|发出去|上传|我发|传出去|发给)',
      ],
    },
    receive: {
      label: { en: 'receiving', zh: '接收' },
      says: [],
      answers: [
        '(receive|receiving|download|downloading|incoming|get one|open it|from them|from him|from her)',
        '(收|接收|下载|收到|我收|别人发我|发给我|下不)',
      ],
    },
  },
};
