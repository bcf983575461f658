import type { Detector } from './detector.ts';

const secretName =
  '(?:password|passwd|passwort|passcode|pwd|passphrase|secret|token|credential|(?:api|access|account|private|signing|encryption|shared ?access|secret|app)[_ -]?key|app[_-]?secret|secret[_-]?id|session[_-]?id|密码|口令|令牌|密钥|秘钥|凭证|验证码)';
const secretCharacter = `[^\\s"'\`&;,<>()，。；、（）\\[\\]\\p{Script=Han}]`;
/** What stands beside the word and is no secret: numbers of a few digits, error codes, versions. */
const noSecret = '(?!0x[0-9a-f]{8}\\b|-?\\d{1,5}(?![\\w-])|v?\\d{1,3}(?:\\.\\d{1,5}){1,3}(?![\\w.]))';

/** Secrets that only the word before them gives away. */
export const namedSecretDetectors: readonly Detector[] = [
  {
    name: 'name=value of a secret',
    kind: 'token',
    pattern: new RegExp(
      `(?<keep>${secretName}["']?\\s{0,3}(?:=|＝)\\s{0,3}["']?)${secretCharacter}{3,}`,
      'giu',
    ),
  },
  {
    // "token: unexpected" and "密码是错的" are sentences; a secret has a digit and some length.
    name: 'name: value of a secret',
    kind: 'token',
    pattern: new RegExp(
      `(?<keep>${secretName}["']?\\s{0,3}(?:[:：]|是|为|\\bis\\b)\\s{0,3}["']?)(?=${secretCharacter}{0,40}\\d)${noSecret}${secretCharacter}{6,}`,
      'giu',
    ),
  },
  {
    name: 'signature of a link that lets in whoever has it',
    kind: 'token',
    pattern:
      /(?<keep>[?&](?:sig|signature|X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature|sign|access_token|auth)=)[\w%+/=.-]{12,}/gi,
  },
];
