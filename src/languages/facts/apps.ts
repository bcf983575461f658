import type { FactTopic, FactValue } from './fact-table.ts';

/** Names of programs people speak of: the name shown, and what else it is called. */
const names: Readonly<Record<string, readonly [shown: string, called: string]>> = {
  qq: ['QQ', 'qq|qqnt|腾讯qq|扣扣'],
  tim: ['TIM', '用tim|tim版|in tim|using tim'],
  wechat: ['WeChat', 'wechat|weixin|微信'],
  wecom: ['WeCom', 'wecom|wechat work|企业微信|企微'],
  slack: ['Slack', 'slack'],
  discord: ['Discord', 'discord'],
  telegram: ['Telegram', 'telegram|电报'],
  whatsapp: ['WhatsApp', 'whatsapp|whats app'],
  teams: ['Microsoft Teams', 'microsoft teams|ms teams|in teams|on teams'],
  zoom: ['Zoom', 'zoom meeting|on zoom|in zoom|zoom app'],
  feishu: ['Feishu', 'feishu|lark|飞书'],
  dingtalk: ['DingTalk', 'dingtalk|钉钉'],
  skype: ['Skype', 'skype'],
  signal: ['Signal', 'signal app|on signal|signal messenger'],
  outlook: ['Outlook', 'outlook'],
  gmail: ['Gmail', 'gmail'],
  chrome: ['Chrome', 'chrome|谷歌浏览器'],
  edge: ['Edge', 'microsoft edge|edge browser|edge浏览器'],
  firefox: ['Firefox', 'firefox|火狐'],
  safari: ['Safari', 'safari'],
  browser: ['browser', 'in the browser|web browser|in my browser|浏览器|网页版'],
};

/** The program that somebody speaks of. */
export const apps: FactTopic = {
  title: { en: 'App', zh: '软件' },
  several: true,
  values: Object.fromEntries(
    Object.entries(names).map(([id, [shown, called]]): [string, FactValue] => [
      id,
      { label: { en: shown, zh: shown }, says: called.split('|') },
    ]),
  ),
};
