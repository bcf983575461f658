import type { Detector } from './detector.ts';

/**
 * QQ numbers have 5 to 11 digits and so have error codes: only what the words around it call a QQ or group number is
 * hidden, and what stands in a folder of QQ. Glued to "QQ" it takes eight digits, because "QQ10001" is an error.
 */
const qqContext = [
  'QQ\\s?(?:号码?|群号?|账号|帐号|小号|大号|number|no\\.?|id|account|group|uin)',
  '(?:群号码?|群聊号码?|加群|企鹅号|Q号|扣扣号?|叩叩|加[qQ]{1,2}|\\buin|\\bqq_?(?:number|id|uin|account))',
].join('|');
const joint = '(?:\\s?(?:[:=：＝「（(]|["\']\\s{0,2}[:=]\\s{0,2}["\']?|是|为|\\bis\\b))?\\s{0,2}';
/** Not the beginning of a longer number, an address, a version, a size or a time. */
const numberEnd =
  '(?![\\d\\w]|[.:]\\d|\\s{0,2}(?:[KMGT]i?B\\b|bytes?\\b|字节|人|个|条|次|秒|分钟|天|年|月|位))';

/** 6 to 20 letters, digits, hyphens and underscores, a letter first; no error's name, version, web or mail address. */
const wechatId = '(?!err_|v?\\d+\\.\\d|https?:|wxid_)[a-z][\\w-]{5,19}(?![\\w-]*[@\\w.])';

/** Names by which Chinese chats find a person. */
export const chatNameDetectors: readonly Detector[] = [
  {
    name: 'QQ or group number that is called so',
    kind: 'qq',
    pattern: new RegExp(`(?<keep>(?:${qqContext})${joint})[1-9]\\d{4,10}${numberEnd}`, 'gi'),
  },
  {
    name: 'QQ: number',
    kind: 'qq',
    pattern: new RegExp(
      `(?<keep>(?:(?<![A-Za-z])QQ\\s?(?:[:=「(]|是|为)|群\\s?[:=])\\s{0,2})[1-9]\\d{6,10}${numberEnd}`,
      'gi',
    ),
  },
  {
    name: 'number glued to QQ, or that somebody says is their QQ',
    kind: 'qq',
    pattern: new RegExp(
      `(?<keep>(?<![A-Za-z])QQ|我的?(?:QQ|扣扣)(?:是|叫)?\\s?|\\b(?:my|his|her|their) QQ (?:is )?)[1-9]\\d{7,10}${numberEnd}`,
      'gi',
    ),
  },
  {
    name: 'folder of QQ, named by the number',
    kind: 'qq',
    pattern:
      /(?<keep>(?:Tencent Files|QQ ?Files|QQ_?NT|nt_qq|QQ\/Misc|Users\/QQ)[\\/]{1,4})[1-9]\d{4,10}(?!\d)/gi,
  },
  { name: 'WeChat id as WeChat makes it', kind: 'wechat', pattern: /(?<![A-Za-z0-9])wxid_[a-z0-9]{8,24}/gi },
  {
    name: 'WeChat id that is called so',
    kind: 'wechat',
    pattern: new RegExp(
      `(?<keep>(?:微信号|微信账号|微信id|加我?(?:个|的|一下)?(?:微信|wx|vx|v信)|(?<![A-Za-z])(?:vx|wx|v信|薇信|威信)(?=\\s?[:：是])|(?:wechat|weixin|wx) ?(?:id|account)(?=\\s?[:=]|\\s{1,2}(?:is\\b|[\\w-]{0,19}\\d)))\\s?(?:[:=]|是|为|\\bis\\b)?\\s{0,2})${wechatId}`,
      'gi',
    ),
  },
  {
    name: 'WeChat: id',
    kind: 'wechat',
    pattern: new RegExp(
      `(?<keep>(?:(?:微信|WeChat)\\s?:|我的?微信(?:是|号)?|\\b(?:my|his|her|their) wechat(?: is)?|加v信?)\\s{0,2})(?=[\\w-]{0,19}[\\d_])${wechatId}`,
      'gi',
    ),
  },
];
