import type { reasonsInEnglish } from '../en/reasons.ts';

const likelihoods = {
  almostSure: '几乎可以确定',
  likely: '很可能',
  possible: '有可能',
  faint: '可能性不大',
};

export const reasonsInChinese: typeof reasonsInEnglish = {
  whyLead: '为什么问这个：',
  whyNothing: '现在没有要回答的问题。',
  whyFix: (because) => `根据你说的，最可能的原因是：${because}`,
  whySystem: '不同系统的步骤不一样，我想给你对的那一份。',
  thinkLead: '目前的判断，可能性从大到小：',
  thinkOpen: '现在还说不准，能对上的原因还不少。我会先看这几个：',
  thinkCause: (title: string, likelihood: keyof typeof likelihoods) =>
    `${title}（${likelihoods[likelihood]}）`,
  thinkGone: '基本可以排除：',
  thinkAnd: '、',
  thinkRuledOut: (title: string) => title,
  thinkRuledOutBy: (title: string, { question, answer }: { question: string; answer: string }) =>
    `${title}：因为你说了“${question}：${answer}”`,
  thinkRuledOutByGuess: (title: string, { question, answer }: { question: string; answer: string }) =>
    `${title}：因为你说“${question}：${answer}”，不过你当时也不太确定`,
  thinkRuledOutByFix: (title: string, fix: string) => `${title}：因为“${fix}”没有解决`,
  thinkNothing: '现在还没有依据。请先告诉我出了什么问题。',
  takesAbout: (time: string) =>
    `从现在起平均要花你${time}，包括回答问题和动手尝试。如果都不管用，会转给人工，那就要更久一些。`,
  recheck: (question: string, answer: string) =>
    `你的回答有些地方对不上，这很常见。影响最大的是“${question}：${answer}”。在转给人工之前，请再看一下这一项。`,
  recheckGuess: (question: string, answer: string) =>
    `你的回答有些地方对不上。影响最大的是“${question}：${answer}”，这一项你当时也不太确定。在转给人工之前，能再看一眼吗？`,
};
