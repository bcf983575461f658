import type { Detector } from './detector.ts';

const secretName =
  '(?:password|passwd|passwort|passcode|pwd|passphrase|secret|token|credential|(?:api|access|account|private|signing|encryption|shared ?access|secret|app|aes|master|service|auth|webhook|deploy)[_ -]?key(?:[_-]base)?|app[_-]?secret|secret[_-]?id|session[_-]?id|密码|口令|令牌|密钥|秘钥|凭证|验证码)';
const secretCharacter = `[^\\s"'\`&;,<>()，。；、（）\\[\\]\\p{Script=Han}]`;
/** What stands beside the word and is no secret: numbers of a few digits, error codes, versions. */
const noSecret = '(?!0x[0-9a-f]{8}\\b|-?\\d{1,5}(?![\\w-])|v?\\d{1,3}(?:\\.\\d{1,5}){1,3}(?![\\w.]))';
/** Names of methods, which stand beside such words too. */
const noAlgorithm =
  '(?!(?:sha-?\\d|md5|base\\d|utf-?\\d|oauth\\d|http|ipv\\d|windows|win\\d|tls|rs\\d|hs\\d|aes|rsa|ed\\d|v\\d))';

/** Secrets that only the word before them gives away. */
export const namedSecretDetectors: readonly Detector[] = [
  {
    name: 'name=value of a secret',
    kind: 'token',
    pattern: new RegExp(
      `(?<keep>${secretName}["']?\\s{0,3}(?:=(?!>)\\s{0,3}["']?|=>\\s{0,3}["']))${secretCharacter}{3,}`,
      'giu',
    ),
  },
  {
    // "token: unexpected" and "密码是错的" are sentences; a secret has a digit and some length.
    name: 'name: value of a secret',
    kind: 'token',
    pattern: new RegExp(
      `(?<keep>${secretName}["']?\\s{0,3}(?:[:：]|(?:是|为)\\s?[:：]?|\\bis\\b)\\s{0,3}["']?)(?=${secretCharacter}{0,40}\\d)${noSecret}${secretCharacter}{6,}`,
      'giu',
    ),
  },
  {
    name: 'signature of a link that lets in whoever has it',
    kind: 'token',
    pattern:
      /(?<keep>[?&](?:sig|signature|X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature|sign|access_token|auth)=)[\w%+/=.-]{12,}/gi,
  },
  {
    // Without any sign between them only what no word looks like: letters and digits together.
    name: 'secret that follows its name',
    kind: 'token',
    pattern: new RegExp(
      `(?<keep>(?:${secretName}["']?\\s{1,3}|(?:密码|口令|密钥|秘钥|令牌)\\s{0,3}|\\b(?:pass|pw|psw|passwort)\\b\\s{0,2}[:=]?\\s{1,3})["']?)(?=${secretCharacter}{0,40}\\d)(?=${secretCharacter}{0,40}[A-Za-z])${noSecret}${noAlgorithm}${secretCharacter}{6,}`,
      'giu',
    ),
  },
  {
    name: 'password on a command line',
    kind: 'token',
    pattern:
      /(?<keep>(?:\s|^)(?:-u|--user)[ =]["']?[^\s:"']{1,64}:|\bsshpass\s-p\s?|\b(?:mysql|mysqldump|mysqladmin|mariadb)\s[^\r\n]{0,80}?\s-p|\bredis-cli\s[^\r\n]{0,80}?-a\s)["']?(?!\s|-)[^\s"'[\]]{3,128}/g,
  },
  {
    name: 'key pair of a cloud',
    kind: 'token',
    pattern: /(?<keep>(?<![A-Za-z])(?:AK|SK|ak|sk)\s?[:=]\s?)[A-Za-z0-9+/]{16,64}={0,2}/g,
  },
  {
    name: 'code that lets in once',
    kind: 'token',
    pattern:
      /(?<keep>(?:\b(?:otp|2fa code|mfa code|totp|one[- ]time (?:code|password)|verification code|security code|login code)|动态码|校验码|动态密码|短信码)\s?(?:[:=]|是|为|\bis\b|\bwas\b)?\s{0,2})\d{3}[ -]?\d{3}(?![\w-]|\.\d)/gi,
  },
];
