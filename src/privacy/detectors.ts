/** What a placeholder calls the thing it hides. */
export type Kind = 'token' | 'email' | 'phone';

/**
 * One shape of private text. `pattern` is global; a named group `keep` is what stays readable before the placeholder.
 * Every quantifier is bounded or followed by something it cannot itself match, so that a pattern is linear.
 */
export interface Detector {
  readonly name: string;
  readonly kind: Kind;
  readonly pattern: RegExp;
}

/** A word character or the digit of a decimal fraction before it: then the number is part of something longer. */
const freeLeft = '(?<![A-Za-z0-9_]|\\d\\.)';
const freeRight = '(?![A-Za-z0-9_]|\\.\\d)';
/** 13,958,643,712 bytes has the shape of a Chinese mobile number. */
const notASize = '(?!\\s{0,2}(?:bytes?\\b|[KMGT]i?B\\b|B\\b|字节|个字节))';

/** Country codes in use (ITU-T E.164 assignments), so that +2147942487 stays the error code it is. */
const countryCode =
  '(?:1|7|2(?:0|7|1[12368]|[2-4]\\d|5[0-8]|6\\d|9[0179])|3(?:[0-469]|[57]\\d|8[0-35-9])|4(?:[013-9]|2[013])' +
  '|5(?:[1-8]|[09]\\d)|6(?:[0-6]|7[02-9]|8\\d|9[0-2])|8(?:[1246]|5[02356]|8[068])|9(?:[0-58]|[67]\\d|9[2-8]))';

const secretName =
  'password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|密码|口令|令牌|密钥';
const secretCharacter = `[^\\s"'\`&;,<>()，。；、（）\\[\\]\\p{Script=Han}]`;

/** In this order: tokens first, because they contain what looks like the later ones. */
export const detectors: readonly Detector[] = [
  {
    name: 'private key in PEM armour; without its end, everything after its beginning',
    kind: 'token',
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----[^-]*(?:-(?!----)[^-]*)*(?:-----END [A-Z0-9 ]{1,60}-----)?/g,
  },
  { name: 'JSON web token', kind: 'token', pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g },
  { name: 'Slack token', kind: 'token', pattern: /(?:xox[a-z]|xapp)-[A-Za-z0-9-]{10,}/g },
  {
    name: 'Slack webhook',
    kind: 'token',
    pattern: /(?<keep>hooks\.slack\.com\/(?:services|workflows)\/)[A-Za-z0-9/]{10,}/g,
  },
  { name: 'GitHub token', kind: 'token', pattern: /(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,})/g },
  { name: 'GitLab token', kind: 'token', pattern: /glpat-[\w-]{20,}/g },
  { name: 'npm token', kind: 'token', pattern: /npm_[A-Za-z0-9]{30,}/g },
  { name: 'AWS key id', kind: 'token', pattern: /(?:AKIA|ASIA)[0-9A-Z]{16}/g },
  { name: 'Google API key', kind: 'token', pattern: /AIza[\w-]{35}/g },
  {
    name: 'sk-… key (OpenAI, Stripe and others)',
    kind: 'token',
    pattern: /(?<![A-Za-z0-9])[sr]k[-_](?=[\w-]{0,80}\d)[\w-]{20,}/g,
  },
  {
    name: 'Discord bot token',
    kind: 'token',
    pattern: /(?<![\w-])[MNO][\w-]{22,28}\.[\w-]{6}\.[\w-]{27,45}/g,
  },
  { name: 'Telegram bot token', kind: 'token', pattern: /(?<!\d)\d{8,10}:AA[\w-]{32,34}/g },
  {
    name: 'Authorization header',
    kind: 'token',
    pattern: /(?<keep>\b(?:Bearer|Basic)\s{1,3})(?=[\w.~+/-]{0,80}[\d=])[\w.~+/=-]{12,}/gi,
  },
  {
    name: 'password in a URL',
    kind: 'token',
    pattern: /(?<keep>:\/\/[^\s/:@[\]]{1,64}:)[^\s/:@[\]]{1,128}(?=@)/g,
  },
  {
    name: 'name=value of a secret',
    kind: 'token',
    pattern: new RegExp(
      `(?<keep>(?:${secretName})["']?\\s{0,3}(?:=|＝)\\s{0,3}["']?)${secretCharacter}{3,}`,
      'giu',
    ),
  },
  {
    // "token: unexpected" and "密码是错的" are sentences; a secret has a digit and some length.
    name: 'name: value of a secret',
    kind: 'token',
    pattern: new RegExp(
      `(?<keep>(?:${secretName})["']?\\s{0,3}(?:[:：]|是|为)\\s{0,3}["']?)(?=${secretCharacter}{0,40}\\d)(?!0x[0-9a-f]{8}\\b|-?\\d{1,5}(?!\\d))${secretCharacter}{6,}`,
      'giu',
    ),
  },
  {
    name: 'mail address',
    kind: 'email',
    // Longer than 64 characters before the @ is no address (RFC 5321 §4.5.3.1.1).
    pattern:
      /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,24}/g,
  },
  {
    name: 'number with country code',
    kind: 'phone',
    pattern: new RegExp(
      `(?<![A-Za-z0-9_])(?:\\+|00(?=86|852|853|886))${countryCode}(?:[ .-]?\\(?\\d\\)?){7,12}${freeRight}${notASize}`,
      'g',
    ),
  },
  {
    name: 'Chinese mobile',
    kind: 'phone',
    pattern: new RegExp(
      `${freeLeft}(?:\\+?\\(?86\\)?[ -]?)?1[3-9]\\d([ -]?)\\d{4}\\1\\d{4}${freeRight}${notASize}`,
      'g',
    ),
  },
  {
    name: 'Chinese landline',
    kind: 'phone',
    pattern: new RegExp(
      `${freeLeft}(?:[(（](?:010|02\\d|0[3-9]\\d{2})[)）] ?|(?:010|02\\d|0[3-9]\\d{2})[ -]?)[2-9]\\d{2,3}[ -]?\\d{4}(?:-\\d{1,6})?${freeRight}${notASize}`,
      'g',
    ),
  },
];
