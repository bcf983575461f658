import type { FactTopic } from './fact-table.ts';

const archive = '(zip|rar|7z|archive|tarball|zip file|rar file|7z file|zip archive)';
const chineseArchive = '(压缩包|压缩文件|zip|rar|7z)';
/** What begins the naming of a file; between it and the kind stands what the file is like: "a tiny 200 kB …". */
const one = '(a|an|my|this|one)';
const chineseOne = '(一个|个|这个|那个|一份|份|一段|段|一部|部|发的是)';
/** A size right before the kind, the number apart from it (see `splitSizes`). */
const unit = '(kb|mb|gb|k|m|g|gig|gigs|meg|megs|gigabyte|gigabytes|megabyte|megabytes|兆|大小)';
const of = '(的|of|)';

const program = '(exe|apk|msi|bat|dmg|ipa|executable|exe file|apk file|msi file)';
const chineseProgram = '(安装包|安装程序|可执行文件|exe|apk|msi|软件安装包)';
const document =
  '(pdf|pdfs|spreadsheet|word file|word doc|word document|excel file|excel sheet|presentation|powerpoint|docx|xlsx|pptx|csv|slide deck)';
const chineseDocument = '(文档|表格|word|excel|pdf|ppt|docx|xlsx|pptx|课件|论文|简历|合同)';
const media = '(video|videos|movie|film|recording|mp4|mov|mkv|song|screen recording)';
const chineseMedia = '(视频|录像|电影|录屏|录音|mp4|mov|mkv)';

/** What kind of file it is. Endings alone are heard only as an answer: "txt works" is about something else. */
export const fileKind: FactTopic = {
  title: { en: 'Kind of file', zh: '文件类型' },
  values: {
    program: {
      label: { en: 'program', zh: '程序' },
      says: [
        '(exe|apk|msi|bat|dmg|ipa) (file|files)',
        `(${one.slice(1, -1)}|the) … ${program}`,
        `${unit} ${of} ${program}`,
        '(exe|apk|msi|bat)(文件|安装)',
        '(安装包|安装程序|可执行文件)',
        `${unit}${of}${chineseProgram}`,
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
        `(a|an|my|the|this) ${archive} … (password|encrypted)`,
        `(加密|带密码|有密码|加了密码|设了密码|加过密)(的|)${chineseArchive}`,
        `${chineseArchive}…(密码|加密)`,
      ],
    },
    archive: {
      label: { en: 'archive', zh: '压缩包' },
      says: [
        `(${one.slice(1, -1)}|the) ${archive}`,
        `${one} … ${archive}`,
        `${unit} ${of} ${archive}`,
        '(压缩包|压缩文件)',
        `${unit}${of}${chineseArchive}`,
      ],
      answers: ['(zip|rar|7z|tar|gz|archive|tarball|zipped|compressed)', '(压缩的|打包)'],
    },
    folder: {
      label: { en: 'folder or shortcut', zh: '文件夹或快捷方式' },
      says: [
        '(whole|entire|complete) (folder|directory)',
        '(sending|send|drag) (a|the|my) (folder|directory)',
        '(整个|一个|一整个)(文件夹|目录)',
        '(发|传|发送)(整个|)文件夹',
      ],
      answers: ['(folder|directory|shortcut|link)', '(文件夹|目录|快捷方式)'],
    },
    document: {
      label: { en: 'document', zh: '文档' },
      says: [
        `(${one.slice(1, -1)}|the) ${document}`,
        `${one} … ${document}`,
        `${unit} ${of} ${document}`,
        '(word|excel|powerpoint) (doc|docs|file|files|document|documents|sheet|sheets)',
        '(word|excel|pdf|ppt)(文档|文件|表格|表)',
        `${chineseOne}…${chineseDocument}`,
        `${unit}${of}${chineseDocument}`,
      ],
      answers: [
        '(pdf|doc|docx|xls|xlsx|csv|ppt|pptx|txt|word|excel|powerpoint|document|spreadsheet|slides|presentation|report|thesis|paper|invoice|contract|cv|resume|homework)',
        '(文档|表格|论文|幻灯片|课件|简历|合同|作业|报告|发票|表|文本)',
      ],
    },
    media: {
      label: { en: 'photo, video or music', zh: '照片、视频或音乐' },
      says: [
        `(${one.slice(1, -1)}|the) ${media}`,
        `${one} … ${media}`,
        `${unit} ${of} ${media}`,
        '(mp4|mov|mkv|avi|mp3)文件',
        '(发|传|发送|这个)(视频|录像|电影)',
        `${chineseOne}…${chineseMedia}`,
        `${unit}${of}${chineseMedia}`,
      ],
      answers: [
        '(photo|picture|pic|image|video|movie|film|music|song|audio|recording|mp4|mov|mkv|avi|mp3|wav|flac|jpg|jpeg|png|gif|heic|raw)',
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
        '(发|发送|发出|发出去|往外发|往外传|上传|我发|传出去|发给|发不出|传不出)',
      ],
    },
    receive: {
      label: { en: 'receiving', zh: '接收' },
      says: [],
      answers: [
        '(receive|receiving|download|downloading|incoming|get one|open it|from them|from him|from her)',
        '(收|接收|下载|收到|我收|别人发我|发给我|下不|收不到|收不了|下不了|下不动)',
      ],
    },
  },
};
