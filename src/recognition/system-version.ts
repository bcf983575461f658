import type { System } from '../knowledge/knowledge.ts';
import { fold } from '../languages/fold.ts';
import { firstCharacters } from './first-characters.ts';

/** A system with the version that somebody names. */
export interface SystemVersion {
  readonly system: System;
  /** With its name, for showing: `Windows 11 23H2`, `macOS Sonoma`, `Ubuntu 22.04`. */
  readonly label: string;
}

/** How a system's version is written: the names before it, and the version itself as one group. */
interface Writing {
  readonly system: System;
  /** What is shown before the version; null where the name that was used is the better one (a distribution). */
  readonly shown: string | null;
  readonly names: string;
  readonly version: string;
}

const numbers = '\\d{1,2}(?:\\.\\d{1,2}){0,2}';
const release = '2\\dh[12]|1[5-9]0[39]|200[49]|ltsc(?: ?20\\d\\d)?';
/** What stands between a Windows version and its release: "11 Pro 23H2", 10专业版22H2. */
const edition =
  '(?: ?(?:home|pro|professional|enterprise|education|ltsc|家庭版|专业版|企业版|教育版|家庭|专业|x64|64 ?bit|64位|version|版本|,|\\())*';

const writings: readonly Writing[] = [
  {
    system: 'windows',
    shown: 'Windows',
    names: 'windows|win|视窗|微软系统',
    version: `server(?: ?20\\d\\d(?: ?r2)?)|(?:xp|vista|11|10|8\\.1|8|7)(?![\\d.])(?:${edition} ?(?:${release}))?`,
  },
  { system: 'macos', shown: 'macOS', names: 'mac ?os ?x?|os ?x', version: numbers },
  {
    system: 'macos',
    shown: 'macOS',
    names: 'mac ?os ?x?|os ?x|',
    version: `(?:sonoma|sequoia|ventura|monterey|big sur|catalina|mojave|high sierra|tahoe)(?: ${numbers})?`,
  },
  { system: 'ios', shown: 'iPadOS', names: 'ipad ?os', version: numbers },
  { system: 'ios', shown: 'iOS', names: 'ios', version: numbers },
  {
    system: 'android',
    shown: 'HarmonyOS',
    names: 'harmony ?os|鸿蒙(?:系统)?',
    version: `next|${numbers}`,
  },
  { system: 'android', shown: 'Android', names: 'android|安卓', version: numbers },
  {
    system: 'linux',
    shown: null,
    names: 'ubuntu|debian|fedora|linux mint|mint|centos|rhel|rocky|opensuse|deepin|uos|统信|麒麟',
    version: numbers,
  },
];

const patterns = writings.map((writing) => ({
  ...writing,
  pattern: new RegExp(
    `(?<![a-z0-9])(${writing.names})(?:系统|手机|版本|版)? ?(?:is |version |v|是|版本|的|,)? ?(${writing.version})(?![\\da-z])`,
    'g',
  ),
}));

/** "System version 15.1" where the system itself was named before. */
const bare = new RegExp(
  `(?:system version|os version|系统版本|系统)(?: is| ?[:是为])? ?v?(${numbers})(?![\\da-z])`,
);
const bareNames: Readonly<Record<System, string>> = {
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
  android: 'Android',
  ios: 'iOS',
};

function capital(words: string): string {
  return words.replace(/(?<![a-z0-9])[a-z]/g, (letter) => letter.toUpperCase());
}

/** `11 pro 23h2` is `11 23H2`; what the edition is called changes no step. */
function plainVersion(said: string): string {
  const found = new RegExp(release).exec(said)?.[0];
  const first = /^(?:server(?: ?\d+(?: ?r2)?)?|[a-z ]+(?: [\d.]+)?|[\d.]+)/.exec(said)?.[0].trim() ?? said;
  const name = /^\d/.test(first) ? first : first === 'xp' ? 'XP' : capital(first);
  return found && !first.includes(found) ? `${name} ${found.toUpperCase()}` : name;
}

/**
 * The version of somebody's system in what they say: "Windows 11 23H2", 安卓14, "on Sonoma". Of several the last one;
 * null when none is said. The first 4,000 characters are read.
 *
 * @param system the one that they are on; null (nobody knows) has no version.
 */
export function readSystemVersion(text: string, system: System | null): SystemVersion | null {
  if (system === null) return null;
  const folded = fold(firstCharacters(text)).text.replaceAll(/\s+/g, ' ');
  const found = patterns
    .filter((writing) => writing.system === system)
    .flatMap(({ pattern, shown }) =>
      [...folded.matchAll(pattern)].map(({ 1: name = '', 2: said = '', index }) => ({
        index,
        name: shown ?? capital(name),
        version: plainVersion(said),
      })),
    )
    .sort((one, two) => one.index - two.index)
    .at(-1);
  const number = found ? undefined : bare.exec(folded)?.[1];
  const version = found?.version ?? number;
  if (version === undefined) return null;
  return { system, label: `${found?.name ?? bareNames[system]} ${version}` };
}
