import type { Detector } from './detector.ts';

/**
 * Secrets that say by their beginning what they are: the prefix, then the characters that follow. Prefixes as the
 * vendors document them for secret scanning.
 */
const prefixed: readonly (readonly [prefix: string, rest: string])[] = [
  ['(?:xox[a-z](?:\\.xox[a-z])?|xapp|xwfp)-', '[A-Za-z0-9-]{10,}'], // Slack
  ['gh[pousr]_', '[A-Za-z0-9]{20,}'], // GitHub
  ['github_pat_', '\\w{20,}'],
  ['gl(?:pat|rt|dt|cbt|ptt|ft|soat|imt|agent|oas)-', '[\\w-]{20,}'], // GitLab
  ['npm_', '[A-Za-z0-9]{30,}'],
  ['pypi-', '[\\w-]{30,}'],
  ['rubygems_', '[0-9a-f]{40,}'],
  ['dckr_(?:pat|oat)_', '[\\w-]{20,}'],
  ['hf_', '[A-Za-z0-9]{30,}'], // Hugging Face
  ['do[opr]_v1_', '[0-9a-f]{40,}'], // DigitalOcean
  ['(?:AKIA|ASIA)', '[0-9A-Z]{16}'], // AWS
  ['LTAI', '[A-Za-z0-9]{12,26}'], // Alibaba Cloud
  ['AKID', '[A-Za-z0-9]{13,40}'], // Tencent Cloud
  ['ALTAK', '[A-Za-z0-9]{18,40}'], // Baidu Cloud
  ['AIza', '[\\w-]{35}'], // Google API key
  ['GOCSPX-', '[\\w-]{20,}'],
  ['ya29\\.', '[\\w-]{20,}'],
  ['(?:sk|rk)_(?:live|test)_', '[A-Za-z0-9]{10,}'], // Stripe
  ['whsec_', '[A-Za-z0-9+/=]{20,}'],
  ['SG\\.', '[\\w-]{16,32}\\.[\\w-]{16,64}'], // SendGrid
  ['key-', '[0-9a-f]{32}(?![0-9A-Za-z])'], // Mailgun
  ['(?:AC|SK)', '[0-9a-f]{32}(?![0-9A-Za-z])'], // Twilio
  ['[\\w~.-]{3}8Q~', '[\\w~.-]{31,37}'], // Azure client secret
  ['shp(?:at|ca|pa|ss)_', '[0-9a-fA-F]{32}'], // Shopify
  ['sq0(?:atp|csp)-', '[\\w-]{22,}'], // Square
  ['dapi', '[0-9a-f]{32}(?![0-9A-Za-z])'], // Databricks
  ['ATATT3', '[\\w=-]{50,}'], // Atlassian
  ['hv[sbr]\\.', '[\\w-]{20,}'], // Vault
  ['(?:glc|glsa)_', '[A-Za-z0-9+/=_]{20,}'], // Grafana
  ['sntry[su]_', '[A-Za-z0-9+/=_-]{20,}'], // Sentry
  [
    '(?:lin_api|ntn|figd|sbp|pscale_tkn|pscale_pw|tskey-auth|tskey-api|lsv2_pt|gsk|r8|xai|pplx|nvapi|fo1|dop)[_-]',
    '[\\w-]{24,}',
  ],
  ['NRAK-', '[0-9A-Z]{20,}'], // New Relic
  ['PMAK-', '[0-9a-f]{20,}-[0-9a-f]{20,}'], // Postman
  ['dp\\.(?:pt|st|ct)\\.', '[\\w.-]{30,}'], // Doppler
  ['AGE-SECRET-KEY-1', '[0-9A-Z]{50,}'],
  ['EAA', '[A-Za-z0-9]{60,}'], // Meta
];

const anyPrefixed = prefixed.map(([prefix, rest]) => `${prefix}${rest}`).join('|');

/** What logs in: keys, tokens and what is signed with them. In this order; the longer shapes come before those they contain. */
export const tokenDetectors: readonly Detector[] = [
  {
    name: 'private key in PEM armour; without its end, everything after its beginning',
    kind: 'token',
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----[^-]*(?:-(?!----)[^-]*)*(?:-----END [A-Z0-9 ]{1,60}-----)?/g,
  },
  {
    name: 'private key of PuTTY',
    kind: 'token',
    pattern: /(?<keep>Private-Lines: \d{1,4}\s{1,2})[A-Za-z0-9+/=\s]{40,}/g,
  },
  { name: 'JSON web token', kind: 'token', pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*){0,3}/g },
  {
    name: 'address of a webhook, which is its own password',
    kind: 'token',
    pattern:
      /(?<keep>hooks\.slack\.com\/(?:services|workflows|triggers)\/|discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/|open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/v2\/hook\/|qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=|[\w-]{1,63}\.webhook\.office\.com\/webhookb2\/)[\w/@-]{10,}/g,
  },
  {
    name: 'sk-… key (OpenAI, Anthropic, Stripe and others)',
    kind: 'token',
    pattern: /(?<![A-Za-z0-9])[sr]k[-_](?=[\w-]{0,80}\d)[\w-]{20,}/g,
  },
  {
    name: 'token with a prefix of its vendor',
    kind: 'token',
    pattern: new RegExp(`(?<![A-Za-z0-9])(?:${anyPrefixed})`, 'g'),
  },
  { name: 'Mailchimp key', kind: 'token', pattern: /(?<![A-Za-z0-9])[0-9a-f]{32}-us\d{1,2}(?!\w)/g },
  {
    name: 'Discord bot token',
    kind: 'token',
    pattern: /(?<![\w-])[MNO][\w-]{22,28}\.[\w-]{6}\.[\w-]{27,45}/g,
  },
  { name: 'Telegram bot token', kind: 'token', pattern: /(?<!\d)\d{8,10}:AA[\w-]{32,34}/g },
  {
    name: 'Authorization header',
    kind: 'token',
    pattern:
      /(?<keep>\b(?:Authorization["']?\s?[:=]\s?["']?(?:Bearer|Basic|Bot|Token)|(?:Bearer|Basic)(?=\s{1,3}[\w.~+/-]{0,80}[\d=]))\s{1,3})[\w.~+/=-]{12,}/gi,
  },
  {
    name: 'cookies',
    kind: 'token',
    pattern: /(?<keep>\b(?:Set-)?Cookie:\s{0,3})[\w!#$%&'*+.^`|~-]{1,64}=[^\r\n"']{4,}/gi,
  },
  {
    name: 'password in an address of Oracle',
    kind: 'token',
    pattern: /(?<keep>:thin:[^\s/@]{1,64}\/)[^\s/@]{1,128}(?=@)/g,
  },
  {
    name: 'password in a URL',
    kind: 'token',
    pattern: /(?<keep>:\/\/(?:[^\s/:@[\]]{0,64}|\[token \d{1,6}\]):)[^\s/:@[\]]{1,128}(?=@)/g,
  },
];
