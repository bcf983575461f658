import type { Phrases, Text } from './text.ts';

/** How the bot asks for the system, in the words of every pack. */
export const systemWording: { readonly title: Text; readonly ask: Text; readonly why: Text } = {
  title: { en: 'System', zh: '系统' },
  ask: { en: 'Which system is this on?', zh: '你用的是什么系统？' },
  why: {
    en: 'The steps differ from system to system, and some causes exist on one of them only.',
    zh: '不同系统的操作步骤不一样，有些原因也只在某个系统上出现。',
  },
};

/** Name and familiar words of each system. */
export const systemAnswers: Readonly<
  Record<'windows' | 'macos' | 'linux' | 'android' | 'ios', { readonly label: Text; readonly heard: Phrases }>
> = {
  windows: {
    label: { en: 'Windows', zh: 'Windows' },
    heard: {
      en: ['windows', 'win10', 'win11', 'win 10', 'win 11', 'win7', 'a Windows PC'],
      zh: ['windows', 'win10', 'win11', 'win7', '微软系统'],
    },
  },
  macos: {
    label: { en: 'macOS (Mac)', zh: 'macOS（苹果电脑）' },
    heard: {
      en: ['macos', 'mac os', 'mac', 'macbook', 'imac', 'os x'],
      zh: ['macos', 'mac', 'macbook', 'imac', '苹果电脑', '苹果笔记本'],
    },
  },
  linux: {
    label: { en: 'Linux', zh: 'Linux' },
    heard: {
      en: ['linux', 'ubuntu', 'debian', 'fedora', 'arch linux', 'flatpak'],
      zh: ['linux', 'ubuntu', 'debian', 'fedora', '统信', 'uos', '麒麟系统', 'deepin', '深度系统'],
    },
  },
  android: {
    label: { en: 'Android', zh: '安卓手机' },
    heard: {
      en: ['android', 'android phone', 'samsung phone', 'pixel phone', 'xiaomi', 'huawei phone'],
      zh: ['安卓', 'android', '小米手机', '华为手机', '荣耀手机', 'oppo', 'vivo', '三星手机'],
    },
  },
  ios: {
    label: { en: 'iPhone or iPad', zh: 'iPhone 或 iPad' },
    heard: {
      en: ['ios', 'iphone', 'ipad', 'ipados'],
      zh: ['ios', 'iphone', 'ipad', '苹果手机', '苹果平板'],
    },
  },
};
