/** A code whose own spelling says which families it belongs to. */
export interface Detected {
  /** Where the code itself stands, UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Likeliest first. */
  readonly families: readonly string[];
  /** As the families print it. */
  readonly code: string;
  /** Whether the spelling alone makes it a code, also when no table has it. */
  readonly certain: boolean;
  /** Whether a row of the table is enough, without a word beside it. */
  readonly alone: boolean;
  /** What the same event is called besides: the 550 of `550 5.1.1`. */
  readonly further?: string;
}

export interface Detector {
  readonly what: string;
  /** The letters that the word begins with, in lower case, or its first digit and a # for each further; several are separated by spaces. */
  readonly first: string;
  /** Matched where that word begins; the group `code` is the code, `basic` a coarser one in front of it. Bounded, so that it takes constant time. */
  readonly pattern: RegExp;
  readonly families: readonly string[];
  /** The code as the families print it; as written when missing. */
  readonly code?: (written: string) => string;
  readonly certain?: boolean;
  readonly alone?: boolean;
}

const plain = (written: string): string => String(Number(written));
const capital = (written: string): string => written.toUpperCase();

/** Every spelling that names its family by itself. */
export const detectors: readonly Detector[] = [
  {
    what: 'Oracle Database',
    first: 'ora',
    pattern: /ORA-(?<code>\d{3,5})(?!\w)/iy,
    families: ['oracle'],
    code: (written) => `ORA-${written.padStart(5, '0')}`,
    certain: true,
  },
  {
    what: 'node-oracledb',
    first: 'njs',
    pattern: /NJS-(?<code>\d{1,4})(?!\w)/iy,
    families: ['oracledb_njs'],
    code: plain,
    certain: true,
  },
  {
    what: 'TypeScript',
    first: 'ts',
    pattern: /TS(?<code>\d{4,5})(?!\w)/y,
    families: ['typescript'],
    code: plain,
    certain: true,
  },
  {
    what: '.NET compilers',
    first: 'cs bc fs ca ide',
    pattern: /(?<code>(?:CS|BC|FS|CA|IDE)\d{4})(?!\w)/y,
    families: ['dotnet'],
    alone: true,
  },
  {
    what: '.NET build tools',
    first: 'msb nu netsdk',
    pattern: /(?<code>(?:MSB|NU|NETSDK)\d{4})(?!\w)/y,
    families: ['dotnet'],
    certain: true,
  },
  {
    what: 'Node.js with OpenSSL 3',
    first: 'err',
    pattern: /(?<code>ERR_OSSL_[A-Z0-9_]{3,60})(?!\w)/y,
    families: ['nodejs'],
    certain: true,
  },
  {
    what: 'MySQL client with its SQLSTATE',
    first: '1### 2### 3### 4###',
    pattern: /(?<code>[1-4]\d{3}) ?\((?:HY000|[0-4]\d[0-9A-Z]{3})\)/y,
    families: ['mysql', 'mariadb'],
    certain: true,
  },
  {
    what: 'Prisma',
    first: 'p',
    pattern: /(?<code>P[1-6]\d{3})(?!\w)/y,
    families: ['prisma'],
  },
  {
    what: 'MongoDB',
    first: 'e',
    pattern: /E(?<code>\d{5})(?!\w)/y,
    families: ['mongodb'],
    alone: true,
  },
  {
    what: 'Azure sign-in',
    first: 'aadsts',
    pattern: /(?<code>AADSTS\d{4,7})(?!\w)/y,
    families: ['unknown'],
    certain: true,
  },
  {
    what: 'MSVC linker',
    first: 'lnk',
    pattern: /(?<code>LNK\d{4})(?!\w)/y,
    families: ['unknown'],
    certain: true,
  },
  {
    what: 'MySQL 8 log',
    first: 'my',
    pattern: /MY-(?<code>\d{4,6})(?!\w)/y,
    families: ['mysql', 'mariadb'],
    code: plain,
    certain: true,
  },
  {
    what: 'MySQL client',
    first: 'error err',
    pattern: /(?:ERROR|Error|ERR)[ :#]{1,3}(?<code>\d{4})[ :,]{0,2}\((?:[0-9A-Z]{5})\)/y,
    families: ['mysql', 'mariadb'],
    certain: true,
  },
  {
    what: 'MySQL client with #',
    first: 'error',
    pattern: /ERROR (?<code>\d{4}) \[HY000|ERROR (?<code2>\d{4}): /y,
    families: ['mysql', 'mariadb'],
  },
  {
    what: 'MySQL client without the word',
    first: '1### 2###',
    pattern:
      /(?<code>[12]\d{3}) ?[-:,)] ?['"(]?(?:Can't connect|Lost connection|Access denied for|Unknown (?:database|column|table|MySQL)|Table '|Duplicate entry|MySQL server|Deadlock found|Lock wait|Too many connections|Host '|Data too long|You have an error in your SQL)/iy,
    families: ['mysql', 'mariadb'],
    certain: true,
  },
  {
    what: 'SQLSTATE',
    first: 'sqlstate sqlerrcode',
    pattern:
      /SQL(?:STATE|ERRCODE)[ \])"'_]{0,3}(?:[:=[( ]|is|code){0,3}[ "'[(]{0,3}(?<code>[0-9A-Z]{5})(?!\w)/iy,
    families: ['postgresql', 'sqlstate_odbc'],
    code: capital,
    certain: true,
  },
  {
    what: 'SQL Server message',
    first: 'msg',
    pattern: /Msg (?<code>\d{2,5}), ?(?:Level|State|级别)/iy,
    families: ['mssql'],
    certain: true,
  },
  {
    what: 'Python on Windows',
    first: 'winerror',
    pattern: /WinError (?<code>\d{1,5})(?!\w)/iy,
    families: ['win32'],
    code: plain,
    certain: true,
  },
  {
    what: 'HTTP answer',
    first: 'http',
    pattern:
      /HTTP(?:\/[123](?:\.\d)?)?[ "':=]{1,3}(?:status |error |code |状态码|错误|返回|报){0,2}[:： ]{0,2}(?<code>[1-5]\d\d)(?![\w.])/iy,
    families: ['http'],
    certain: true,
  },
  {
    what: 'SIP answer',
    first: 'sip',
    pattern: /SIP\/2\.0 (?<code>[1-6]\d\d)(?!\w)/iy,
    families: ['sip'],
    certain: true,
  },
  {
    what: 'curl',
    first: 'curl',
    pattern: /curl(?:: | error ?:? ?| )\(?(?<code>\d{1,2})\)(?!\w)/iy,
    families: ['curl'],
    code: plain,
    certain: true,
  },
  {
    what: 'TLS alert',
    first: 'alert',
    pattern: /alert number (?<code>\d{1,3})(?!\w)/iy,
    families: ['tls_alert'],
    certain: true,
  },
  {
    what: 'OpenSSL certificate check',
    first: 'verify',
    pattern: /verify (?:error|return code)[: ]{1,3}(?:num=)?(?<code>\d{1,3})(?!\w)/iy,
    families: ['openssl_x509'],
    certain: true,
  },
  {
    what: 'systemd',
    first: 'status',
    pattern: /status=(?<code>2\d\d)\/[A-Z_]{2,}/y,
    families: ['exit_systemd'],
    certain: true,
  },
  {
    what: 'systemd, with the status of the program',
    first: 'status',
    pattern: /status=(?<code>1\d\d)\/(?:n\/a|[A-Z]+)/y,
    families: ['exit_signal', 'exit_shell'],
    certain: true,
  },
  {
    what: 'gRPC status in Go',
    first: 'code',
    pattern: /code = (?<code>[A-Z][A-Za-z]{1,20}) desc/y,
    families: ['grpc'],
    code: (written) => written.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase(),
    certain: true,
  },
  {
    what: 'gRPC status in Node.js',
    first: '1 2 3 4 5 6 7 8 9 1#',
    pattern:
      /\d{1,2} (?<code>CANCELLED|UNKNOWN|INVALID_ARGUMENT|DEADLINE_EXCEEDED|NOT_FOUND|ALREADY_EXISTS|PERMISSION_DENIED|RESOURCE_EXHAUSTED|FAILED_PRECONDITION|ABORTED|OUT_OF_RANGE|UNIMPLEMENTED|INTERNAL|UNAVAILABLE|DATA_LOSS|UNAUTHENTICATED):/y,
    families: ['grpc'],
    certain: true,
  },
  {
    what: 'mail status behind a reply',
    first: '2## 4## 5##',
    pattern: /(?<basic>[245]\d\d)[ -]#?(?<code>[245]\.\d{1,3}\.\d{1,3})(?!\.?\w)/y,
    families: ['smtp_enhanced', 'smtp'],
    code: (written) => `X${written.slice(1)}`,
    certain: true,
  },
  {
    what: 'mail status',
    first: '2 4 5',
    pattern: /(?<code>[245]\.\d{1,3}\.\d{1,3})(?!\.?\w)/y,
    families: ['smtp_enhanced'],
    code: (written) => `X${written.slice(1)}`,
  },
];
