import type { codesInEnglish } from '../en/codes.ts';

const severities = { success: '成功', informational: '信息', warning: '警告', error: '错误' };

export const codesInChinese: typeof codesInEnglish = {
  codeFound: (code) => `关于代码 ${code}：`,
  codeOnlyFor: (app) =>
    `下面是针对 ${app} 的排查。如果是别的程序报的，代码意思一样，但这些问题和步骤不一定适用。`,
  codeUnknown: (code) => `${code} 我没有可靠的资料，不想乱猜。它是哪个软件弹出来的？提示原文是什么？`,
  codeTitle: (code, family) => `${code}：${family}`,
  codeNameOnly: '目前只知道这个代码和它的名称，没有验证过的说明，不想乱猜。',
  codeNumberOnly: '列表里有这个数字，但没有名称和含义，不想乱猜。',
  codeAdvice: (family, advice) => `这一类（${family}）通常可以这样做：${advice}`,
  codeUnknownIn: (code, family) => `${code} 看起来属于：${family}。我的列表里没有它，不想乱猜。`,
  codeDidYouMean: (typed) => `没有 ${typed} 这个代码，是不是下面的？`,
  codeAlso: (codes) => `文中还有：${codes.join('；')}。`,
  codeTimes: (code, count) => (count > 1 ? `${code}（${count} 次）` : code),
  rowDescription: '大致含义',
  codeDecoded: '从数字本身能看出的：',
  codeChoose: (code) => `${code} 在不同地方意思不一样，你是在哪里看到的？`,
  rowHex: '十六进制',
  rowSigned: '有符号',
  rowUnsigned: '无符号',
  rowSeverity: '级别',
  rowFacility: '来源模块',
  rowInner: '内含代码',
  severity: (severity) => severities[severity],
  rowSymbol: '名称',
};
