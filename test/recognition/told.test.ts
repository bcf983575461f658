import { describe, expect, it } from 'vitest';
import { readApps, readDeeds } from '../../src/recognition/told.ts';

const deeds = (text: string) => readDeeds(text).map(({ fact }) => fact.replace('did/', ''));

describe('what people did already', () => {
  it.each([
    ['I restarted my computer and reinstalled QQ already', ['restarted-device', 'reinstalled']],
    ['turned it off and on again, no change', ['restarted-device']],
    ['logged out and back in, cleared the cache', ['logged-in-again', 'cleared-cache']],
    ["I'm on the latest version", ['updated']],
    ['rebooted the router twice', ['restarted-router']],
    ['重启过电脑了，也重装了QQ', ['restarted-device', 'reinstalled']],
    ['缓存也清了，重新登录过好几次', ['cleared-cache', 'logged-in-again']],
    ['更新到最新版还是不行', ['updated']],
    ['路由器重启了没用', ['restarted-router']],
    ['重發了好幾次', ['sent-again']],
  ])('%s', (text, expected) => {
    expect(deeds(text).sort()).toEqual([...expected].sort());
  });

  it.each([
    'should I restart it?',
    'do I have to reinstall QQ?',
    'restart',
    'I have not restarted it',
    'it must be restarted',
    'it asks to be reinstalled?',
    '需要重启吗',
    '没重启过电脑',
    '提示要重启电脑',
    '要不要重装？',
  ])('%s is no deed', (text) => {
    expect(deeds(text)).toEqual([]);
  });

  it('is quoted in the words of the message', () => {
    expect(readDeeds('Well, I Cleared the Cache.')[0]?.phrase).toBe('Cleared the Cache');
  });
});

describe('the programs that a text names', () => {
  it.each([
    ['WeChat works but QQ does not', ['app/qq', 'app/wechat']],
    ['企业微信也发不了', ['app/wecom']],
    ['it is not Discord, it is Slack', ['app/slack']],
    ['the printer is dead', []],
  ])('%s', (text, expected) => {
    expect(
      readApps(text)
        .map(({ fact }) => fact)
        .sort(),
    ).toEqual([...expected].sort());
  });
});
