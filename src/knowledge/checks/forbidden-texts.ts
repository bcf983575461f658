/**
 * Words that must never reach a person: advice that was found to be invented, harmful, outdated or unverifiable when
 * the material behind the first pack was verified. Each pattern is simple enough to take linear time.
 */
export interface ForbiddenText {
  readonly id: string;
  readonly pattern: RegExp;
  /** Makes the text harmless: a warning against it, or the precaution that was missing. */
  readonly unless?: RegExp;
  readonly why: string;
  /** What to write instead. */
  readonly instead: string;
}

/** "Never do this" may name what it forbids. */
const negated =
  /不要|不能|不可|不得|别|切勿|勿|不必|无需|不需要|不是|并非|无关|没有关系|\bnever\b|\bnot\b|\bno need\b|n't\b|\bwithout (?:turning|switching)/i;

const turnedOff =
  /DisableRealtimeMonitoring|Set-NetFirewallProfile.{0,60}False|advfirewall set \w+ state off|\bufw disable|\bsetenforce 0|(?:turn|switch|shut) (?:off |down )?(?:the |your )?(?:antivirus|firewall|defender)(?: off| down)?|disable (?:the |your )?(?:antivirus|firewall|defender)|关闭.{0,4}(?:杀毒|防火墙)|(?:杀毒|防火墙).{0,6}关(?:闭|掉)/i;

export const forbiddenTexts: readonly ForbiddenText[] = [
  {
    id: 'invented-port',
    pattern: /(?:QQ|腾讯).{0,40}\b543[23]\b|\b543[23]\b.{0,40}(?:QQ|腾讯)/i,
    why: 'QQ uses no such port; these numbers belong to a database.',
    instead: 'Name no port; let the network check stand in a procedure.',
  },
  {
    id: 'invented-address',
    pattern: /\b103\.24\.\d/,
    why: 'No such address range of the vendor could be verified.',
    instead: 'Name a host that a procedure checks, and say that it may change.',
  },
  {
    id: 'impossible-command',
    pattern: /\bmtu\s+auto\b|\bmdev detect\b|exclusions\.txt/i,
    why: 'There is no such command or file.',
    instead: 'Use the procedure that measures the path MTU, or the one that lists exclusions.',
  },
  {
    id: 'broad-exclusion',
    pattern: /ExclusionProcess.{0,60}QQ|ExclusionPath.{0,80}(?:Tencent Files|Downloads|[A-Z]:\\?['"]?\s*$)/i,
    why: 'Excluding QQ, downloads or a drive from the virus scan opens the door through which most malware comes.',
    instead: 'Restore one verified file, or exclude one folder until it is sent.',
  },
  {
    id: 'protection-off',
    pattern: turnedOff,
    unless: new RegExp(
      `${negated.source}|暂时.{0,60}恢复|恢复.{0,60}暂时|temporar.{0,80}(?:on again|back on)`,
      'i',
    ),
    why: 'Protection that is turned off for good is worse than a file that is not sent.',
    instead:
      'Allow one program or file, or say "暂时 … 恢复" / "temporarily … turn it back on" in the same text.',
  },
  {
    id: 'device-identity',
    pattern: /\bIMEI\b|\bIMSI\b|设备指纹|device fingerprint/i,
    unless: negated,
    why: 'Changing or collecting the identity of a device is against the terms, and often the law.',
    instead: 'Leave it out; a restricted account is unlocked in the official places.',
  },
  {
    id: 'identity-papers',
    pattern: /身份证|营业执照|护照|TEG-?Cloud|\bID cards?\b|\bpassports?\b|business licen[cs]e/i,
    unless: negated,
    why: 'Nobody should be led to send papers of identity by chat.',
    instead: 'Point to the official appeal inside the program; it asks for what it needs.',
  },
  {
    id: 'private-route',
    pattern: /\bip route\b.{0,40}\b10\.0\.0\.1\b|\bfind \/ /,
    why: 'It cannot help, and may cut the connection or take the disk for hours.',
    instead: 'Use a procedure.',
  },
  {
    id: 'false-standard',
    pattern: /SP ?800-226.{0,60}(?:量子|quantum)|(?:量子|quantum).{0,60}SP ?800-226/i,
    why: 'That publication is about differential privacy.',
    instead: 'Leave it out.',
  },
  {
    id: 'false-law',
    pattern: /网络安全法.{0,6}第?27条.{0,60}日志|日志.{0,60}网络安全法.{0,6}第?27条/,
    why: 'The article says something else; logs are in another one.',
    instead: 'Leave legal advice to people who give it for a living.',
  },
  {
    id: 'false-precision',
    pattern: /同意率|99\.9{3,}/,
    why: 'No source for such a number exists.',
    instead: 'Say it without a number.',
  },
  {
    id: 'windows-code-as-server',
    pattern: /0x80070057.{0,40}(?:QQ ?服务器|QQ server)|(?:QQ ?服务器|QQ server).{0,40}0x80070057/i,
    unless: negated,
    why: '0x80070057 is a Windows code ("the parameter is incorrect"), whatever QQ was doing.',
    instead: 'Explain it as what Windows answered.',
  },
  {
    id: 'wrong-product-code',
    pattern: /(?:错误码|error code).{0,4}1000[12]/i,
    unless: negated,
    why: 'These are codes of the bot interface, not of the QQ program.',
    instead: 'Name the product with the code, or leave it out.',
  },
  {
    id: 'invented-statistic',
    pattern: /腾讯(?:客服)?(?:官方)?数据(?:显示|表明)|according to Tencent(?:'s)? data/i,
    why: 'No such data is public.',
    instead: 'Say it as an estimate without a number.',
  },
  {
    id: 'hotline',
    pattern: /\b400[- ]\d{3}|\b400\d{7}\b/,
    why: 'Public pages give at least five different numbers; some are frauds.',
    instead: 'Point to 帮助与反馈 (Help & feedback) in the program, or kf.qq.com.',
  },
  {
    id: 'evasion',
    pattern:
      /(?:绕过|绕开|规避|躲避).{0,8}(?:网关|风控|策略|审计|管控|限制|检测|审核|扫描|公司)|伪装.{0,6}(?:后缀|扩展名|文件|成)|(?:后缀|扩展名).{0,6}伪装|bypass.{0,20}(?:gateway|policy|filter|firewall|control|scan|review)|(?:disguise|camouflage).{0,20}(?:file|extension|suffix|as)/i,
    unless: negated,
    why: "Evading a company's policy or a safety check harms the person who does it.",
    instead: 'Ask whoever set the rule, or send by an approved way.',
  },
  {
    id: 'percent-as-fact',
    pattern:
      /\d ?[%％].{0,14}(?:of (?:all |the )?(?:users|people|cases|time)|chance|probab|的(?:用户|人|情况|案例|概率|可能))|(?:概率|成功率|可能性|probability|success rate|chance).{0,14}\d ?[%％]/i,
    why: 'Shares in the knowledge are estimates; shown as a number they look like statistics.',
    instead: 'Say "often", "sometimes", "rarely".',
  },
  {
    id: 'live-mention',
    pattern: /@(?:everyone|here|all|所有人|全体成员)\b|<[@!#]/,
    why: 'A reply must never ping anybody.',
    instead: 'Leave the @ out.',
  },
];

/** Commands that destroy or hide something. No procedure needs them. */
export const forbiddenCommands: readonly ForbiddenText[] = [
  {
    id: 'deletes',
    pattern:
      /\brm +-\w*[rf]|\bdel +\/[sfq]|\b(?:rd|rmdir) +\/s|\bRemove-Item\b.*-Recurse|\bformat +[a-z]:|\bdiskpart\b|\bmkfs|\bdd +if=|\bvssadmin +delete|\bcipher +\/w/i,
    why: 'It deletes without a way back.',
    instead: 'Let the person delete by hand what they can see.',
  },
  {
    id: 'runs-unseen',
    pattern:
      /\|\s*(?:sudo +)?(?:ba|z)?sh\b|\b(?:iex|Invoke-Expression)\b|-EncodedCommand|\bSet-ExecutionPolicy\b/i,
    why: 'It runs what nobody has read.',
    instead: 'Point to the official download.',
  },
  {
    id: 'opens-system',
    pattern: /\bchmod +(?:-R +)?0?777|\bbcdedit\b|\breg(?:\.exe)? +(?:add|delete)\b|\bicacls\b.*everyone/i,
    why: 'It weakens or breaks the system for more than the problem at hand.',
    instead: 'Find a setting that the person can see and change back.',
  },
];
