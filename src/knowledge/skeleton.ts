import { gapMark } from './checks/texts.ts';
import type { PackSource } from './schema.ts';

/** What a skeleton must fit: the pack's languages and prior columns. */
export type SkeletonPack = Pick<PackSource, 'languages' | 'priors'>;

const header = '# yaml-language-server: $schema=../../schema/problems.schema.json';

/**
 * The text of a new problem that holds one cause, one question and one fix inline. It passes every check except
 * `write-me`, which names what is left to write.
 * @param says sentences that people really sent, where there are some already
 */
export function problemSkeleton(
  id: string,
  pack: SkeletonPack,
  says: Readonly<Partial<Record<'en' | 'zh', readonly string[]>>> = {},
): string {
  const gap = gapsFor(pack);
  return `${header}
# See knowledge/README.md. Replace every text that says ${gapMark}, then run: npx askfix check
title: ${gap('the problem in a few words', '用几个字说出问题')}
# How people say it: whole sentences or their telling parts, as they are really sent.
says:
${phrases(pack, { en: `a sentence that people send about ${id}`, zh: `用户会怎么说（${id}）` }, says)}
examples:
  # Sentences that must open this problem, and one that looks similar and must not. They run as tests.
  match:
    - "${gapMark}: a real message"
    - "${gapMark}: another real message, in other words"
  noMatch:
    - "${gapMark}: a message about something else"
# Parts that other problems need too belong into files of their own: causes/, observations/, fixes/.
inline:
${inlineParts(id, pack)}`;
}

/**
 * The text of a new entry for an error code: its meaning, and one cause with its fix.
 * @param code `family/code`
 */
export function codeSkeleton(id: string, code: string, pack: SkeletonPack): string {
  const gap = gapsFor(pack);
  return `${header}
# See knowledge/README.md. Replace every text that says ${gapMark}, then run: npx askfix check
title: ${gap('the name of the code, in plain words', '用通俗的话说出这个代码')}
meaning: ${gap('what the code says, which program shows it, and when', '这个代码的意思，什么程序、什么时候会显示')}
codes: [${code}]
# Where the meaning comes from.
sources:
  - "${gapMark}: a link or document"
inline:
${inlineParts(id, pack)}`;
}

function inlineParts(id: string, pack: SkeletonPack): string {
  const gap = gapsFor(pack);
  const shares = pack.priors.map((column) => `${column}: 1`).join(', ');
  return `  causes:
    ${id}-cause:
      title: ${gap('the cause in a few words', '用几个字说出原因')}
      because: ${gap('one sentence: what goes wrong', '一句话说明哪里出了问题')}
      layer: general
      # How often this is the cause, compared with the other causes.
      share: {${shares}}
      fixes: [${id}-fix]
  observations:
    ${id}-question:
      title: ${gap('the fact in a few words', '用几个字说出这件事')}
      ask: ${gap('a question with a short answer', '一个能简单回答的问题')}
      why: ${gap('what the answer tells apart', '问这个能分清什么')}
      answers:
        yes:
          label: ${gap('yes', '是')}
          usual: 0.2
          weights: {"++": [${id}-cause]}
        no:
          label: ${gap('no', '不是')}
  fixes:
    ${id}-fix:
      title: ${gap('what to do, in a few words', '用几个字说出怎么做')}
      tier: 1
      minutes: 5
      risk: low
      steps:
        any:
          - ${gap('the first step: one action', '第一步：只做一件事')}
      verify: ${gap('how to see that it worked', '怎么知道已经好了')}
      judgement: true
`;
}

/** Writes a marked text in the pack's languages. */
function gapsFor(pack: SkeletonPack): (en: string, zh: string) => string {
  return (en, zh) => {
    const texts = { en: `"${gapMark}: ${en}"`, zh: `"${gapMark}：${zh}"` };
    return `{${pack.languages.map((language) => `${language}: ${texts[language]}`).join(', ')}}`;
  };
}

function phrases(
  pack: SkeletonPack,
  { en, zh }: Readonly<Record<'en' | 'zh', string>>,
  says: Readonly<Partial<Record<'en' | 'zh', readonly string[]>>>,
): string {
  const gaps = { en: `${gapMark}: ${en}`, zh: `${gapMark}：${zh}` };
  return pack.languages
    .map((language) => {
      const own = says[language] ?? [];
      const lines = own.length > 0 ? own : [gaps[language]];
      // A JSON string is a YAML string in double quotes, whatever somebody typed.
      return `  ${language}:\n${lines.map((line) => `    - ${JSON.stringify(line)}`).join('\n')}`;
    })
    .join('\n');
}
