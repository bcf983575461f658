import { describe, expect, it } from 'vitest';
import { shippedFolder } from '../../../src/commands/shipped-knowledge.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { findCodes } from '../../../src/recognition/codes/find-codes.ts';
import { recognise } from '../../../src/recognition/recognise.ts';

const { knowledge } = await loadKnowledge({ folders: [shippedFolder] });

/** The code that leads, with `!` when nobody has to be asked. */
function leading(text: string): string {
  const [first] = recognise(text, knowledge as Knowledge).codes;
  return first === undefined ? 'nothing' : `${first.family}/${first.code}${first.sure ? '!' : ''}`;
}

describe('the word with which every message begins', () => {
  it.each([
    'Error: container exited',
    'docker: Error response from daemon: Conflict. The container name is taken',
  ])('is no status of a pod: %s', (text) => expect(leading(text)).toBe('nothing'));

  it('is one where the pod shows it', () => {
    expect(leading('my pod shows Error')).toBe('kubernetes/Error!');
  });
});

describe('what is called by its name', () => {
  it.each([
    ['curl 报错 60 证书问题', 'curl/60!'],
    ['npm install 报 EPERM', 'npm/EPERM!'],
    ['npm SELF_SIGNED_CERT_IN_CHAIN', 'npm/SELF_SIGNED_CERT_IN_CHAIN!'],
    ['企业微信 报错 40014', 'wechat_work/40014!'],
    ['{"errcode":40014,"errmsg":"invalid access_token"} 企业微信', 'wechat_work/40014!'],
    ['wecom errcode 42001', 'wechat_work/42001!'],
    ['wecom errcode 40014', 'wechat_work/40014!'],
    ['微信 errcode 40014', 'wechat_mp/40014!'],
    ['discord 报错 20028 频道限速', 'discord_rest/20028!'],
    ['qq bot api returns 20028', 'qq_bot/20028!'],
    ['qq bot api returns 50006', 'qq_bot/50006!'],
    ['bot api returned 304021', 'qq_bot/304021!'],
    ['discord gateway closed 4004 Authentication failed', 'discord_gateway_close/4004!'],
    ['discord gateway close code 4004 Authentication failed', 'discord_gateway_close/4004!'],
    ['discord 网关关闭 4004 认证失败', 'discord_gateway_close/4004!'],
    ['discord 网关关闭 4014', 'discord_gateway_close/4014!'],
    ['docker run 退出码 125', 'exit_docker/125!'],
    ['docker run fails with exit code 125', 'exit_docker/125!'],
    ['cf-ray: 8a1 status: 525', 'cloudflare/525!'],
    ['sql server 208', 'mssql/208!'],
    ['mysql ERROR 2002 through a socket, the service is stopped', 'mysql/2002!'],
  ])('%s', (text, expected) => {
    expect(leading(text)).toBe(expected);
  });
});

describe('numbers and names that could be something else', () => {
  it.each([
    ['MySQL 2002', 'mysql/2002!'],
    ['MySQL 2006', 'mysql/2006!'],
    ['MySQL 2059', 'mysql/2059!'],
    ['mysql 2013 lost connection', 'mysql/2013!'],
    ['mysql 报错 1366 字符不正确', 'mysql/1366!'],
    ['postgres 报 42703 字段不存在', 'postgresql/42703!'],
    ['PostgresError 3D000 database does not exist', 'postgresql/3D000!'],
    ['PermissionError: [WinError 5] Access is denied', 'win32/5!'],
    ['OSError WinError 1455 The paging file is too small', 'win32/1455!'],
    ['smtp 552 邮箱已满', 'smtp/552!'],
    ['打开链接显示 404', 'http/404!'],
    ['打开显示 404', 'http/404!'],
    ['EIO: i/o error, read', 'errno_linux/5!'],
    ['cp: EIO Input/output error', 'errno_linux/5!'],
    ['报错 EIO 输入输出错误', 'errno_linux/5!'],
    ['WRONGTYPE Operation against a key holding the wrong kind of value', 'redis/WRONGTYPE!'],
    ['NOSCRIPT No matching script', 'redis/NOSCRIPT!'],
    ['CLUSTERDOWN The cluster is down', 'redis/CLUSTERDOWN!'],
    ['ratelimited', 'slack/ratelimited!'],
    ['ExpiredToken', 'aws/ExpiredToken!'],
    ['Init:CrashLoopBackOff', 'kubernetes/Init:CrashLoopBackOff!'],
    ['web-0 0/1 Init:CrashLoopBackOff 5', 'kubernetes/Init:CrashLoopBackOff!'],
    [
      'Warning Unhealthy Liveness probe failed: HTTP probe failed with statuscode: 500',
      'kubernetes/Unhealthy!',
    ],
  ])('%s', (text, expected) => {
    expect(leading(text)).toBe(expected);
  });

  it.each([
    'we moved from Office 2019 to Windows 2022',
    'this essay has 1366 字',
    'server 2019 has 2013 users',
    'READONLY is a word that I shout',
    'Moved 2013 to the new house, 2006 was worse',
  ])('stay what they are in "%s"', (text) => {
    expect(leading(text)).toBe('nothing');
  });
});

describe('a mail server’s reply with its enhanced status', () => {
  it.each(['550 5.1.1', 'smtp; 550 5.1.1 User unknown', '550-5.1.1 The email account does not exist'])(
    'is one code, led by the status: %s',
    (text) => {
      const { codes, decision } = recognise(text, knowledge as Knowledge);
      expect(decision).toBe('answer');
      expect(codes).toMatchObject([
        { family: 'smtp_enhanced', code: 'X.1.1', also: [{ family: 'smtp', code: '550' }] },
      ]);
    },
  );

  it.each([
    ['451 4.7.1 Greylisting in action', 'smtp/451!'],
    ['530 5.7.0 Must issue a STARTTLS command first', 'smtp/530!'],
  ])('is led by the reply where the status says less: %s', (text, expected) => {
    expect(leading(text)).toBe(expected);
  });

  it('is the reply where the status has no name', () => {
    expect(recognise('550 5.99.99', knowledge as Knowledge).codes).toMatchObject([
      { family: 'smtp', code: '550' },
    ]);
  });
});

describe('the same number told of in other ways', () => {
  it('is read anew', () => {
    const said = 'HTTP/1.1 404 Not Found\nSIP/2.0 404 Not Found\n550 5.1.1 no user\n553 5.1.1 no user';
    const found = findCodes(said, knowledge as Knowledge).map(({ family, code }) => `${family}/${code}`);
    expect(found).toEqual(['http/404', 'sip/404', 'smtp_enhanced/X.1.1']);
  });
});
