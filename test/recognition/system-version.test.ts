import { describe, expect, it } from 'vitest';
import { readSystem } from '../../src/recognition/system.ts';
import { readSystemVersion } from '../../src/recognition/system-version.ts';

const versionIn = (text: string) => readSystemVersion(text, readSystem(text))?.label ?? null;

describe('the version of a system', () => {
  it.each([
    ['Windows 11 23H2 here', 'Windows 11 23H2'],
    ['windows 10 22h2 build 19045', 'Windows 10 22H2'],
    ['work laptop, win 10 pro, rebooted it already', 'Windows 10'],
    ['win7 still', 'Windows 7'],
    ['windows server 2019', 'Windows Server 2019'],
    ['im on macOS 14.5 (M2 air)', 'macOS 14.5'],
    ['on sonoma if that matters', 'macOS Sonoma'],
    ['macbook air m1, big sur', 'macOS Big Sur'],
    ['iphone 15 on ios 18.1', 'iOS 18.1'],
    ['ipad with ipados 17', 'iPadOS 17'],
    ['Ubuntu 22.04 LTS box', 'Ubuntu 22.04'],
    ['running fedora 40', 'Fedora 40'],
    ['Samsung S23, android 14', 'Android 14'],
    ['系统是Win11 24H2', 'Windows 11 24H2'],
    ['公司電腦，Windows 11，重開機過了', 'Windows 11'],
    ['win10 22H2 家庭版', 'Windows 10 22H2'],
    ['安卓14的小米手机', 'Android 14'],
    ['鸿蒙4.2', 'HarmonyOS 4.2'],
    ['mac，系统版本15.1', 'macOS 15.1'],
    ['苹果手机，ios17.5', 'iOS 17.5'],
  ])('%s: %s', (text, label) => {
    expect(versionIn(text)).toBe(label);
  });

  it.each([
    'on windows',
    'my mac has 16 GB',
    'iphone 15',
    'error 10 on Windows',
    'it happens on 3 windows machines',
  ])('%s names none', (text) => {
    expect(versionIn(text)).toBeNull();
  });

  it('is that of the system that is theirs', () => {
    expect(readSystemVersion('windows 10 is fine, macos 14.5 is not', 'macos')?.label).toBe('macOS 14.5');
  });
});
