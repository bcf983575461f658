import type { Detector } from './detector.ts';

/** Accounts that belong to a machine or to everybody. */
const nobody =
  '(?:Public|Default|All Users|Default User|Shared|Guest|Administrator|user|users|username|name|node|runner|ubuntu|debian|admin|app|git|vscode|ec2-user|pi|root|linuxbrew|jovyan|vagrant|circleci|travis|codespace|steam|你的?用户名|用户名)';

/** The folder of a person carries their name: the rest of the path is what helps, and stays. */
export const pathDetectors: readonly Detector[] = [
  {
    name: 'user folder of Windows',
    kind: 'user',
    // A name may hold blanks where the path goes on after it; at the end of a line nobody could tell where it ends.
    pattern: new RegExp(
      `(?<keep>(?<![A-Za-z])(?:[A-Za-z]:|/mnt/[a-z]|/[a-z])[\\\\/]{1,4}(?:Users|用户|Documents and Settings)[\\\\/]{1,4})(?!${nobody}(?![\\w.-]))(?:[^\\\\/:*?"<>|%$\\[\\]{}\\s,，。；;()'](?:[^\\\\/:*?"<>|%\\[\\]{}\\r\\n]{0,62}[^\\\\/:*?"<>|%\\[\\]{}\\s])?(?=[\\\\/])|[^\\\\/:*?"<>|%$\\[\\]{}\\s,，。；;()']{1,64})`,
      'gi',
    ),
  },
  {
    name: 'home folder of Linux and macOS',
    kind: 'user',
    // Not in the path of a web address, nor an interface's /users/5.
    pattern: new RegExp(
      `(?<keep>(?<![\\w.~%/-])(?:file:/{2,3}|/(?:var|export|data)/)?/?(?:home|Users)/)(?!${nobody}(?![\\w.-]))(?=[\\w.-]*[A-Za-z\\u4e00-\\u9fff])[\\w.\\u4e00-\\u9fff-]{1,32}`,
      'g',
    ),
  },
];
