import { describe, expect, it } from 'vitest';
import { readSystem } from '../../src/recognition/system.ts';

describe('readSystem', () => {
  it.each([
    ['windows', ['win11', 'Win 10', 'on Windows 11', 'windows10', '我用win7', 'ＷＩＮ１１', '微软系统']],
    ['macos', ['mac', 'my MacBook Pro', 'macOS 15', 'macos15', '苹果电脑', 'OS X', 'imac']],
    ['linux', ['ubuntu 24.04', 'Linux', 'deepin', '统信', '银河麒麟', '麒麟系统']],
    ['android', ['android phone', '安卓', 'android14', '鸿蒙', '华为手机', '小米']],
    ['ios', ['iphone', 'iPhone 15', 'ios17', '苹果手机', 'iPad']],
  ] as const)('%s', (system, texts) => {
    for (const text of texts) expect(readSystem(text), text).toBe(system);
  });

  it.each([
    ['no, it is macOS', 'macos'],
    ['Windows, no wait, macOS', 'macos'],
    ["it's not Windows, it's a mac", 'macos'],
    ["I'm not on Windows, I use Linux", 'linux'],
    ['不是windows是mac', 'macos'],
    ['我说错了，不是安卓，是苹果手机', 'ios'],
    ['windows，不对，应该是ubuntu', 'linux'],
    ['it works on my iPhone but not on Windows', 'windows'],
  ])('%s', (text, system) => {
    expect(readSystem(text)).toBe(system);
  });

  it.each([
    ['names none', 'my file does not go'],
    ['names a thing that only sounds like one', '怎么看MAC地址'],
    ['names a laptop of a phone maker', '小米笔记本'],
    ['names a chip', '麒麟9000芯片的手机'],
    ['denies the only one', "I'm not on Windows"],
    ['names two without taking one back', 'I have Windows and a mac'],
    ['is empty', ''],
  ])('is silent when the text %s', (_, text) => {
    expect(readSystem(text)).toBeNull();
  });
});
