import type { ticketsInEnglish } from '../en/tickets.ts';

export const ticketsInChinese: typeof ticketsInEnglish = {
  askPerson: '转人工',
  handOverLead: '我这边的办法差不多用完了，可以帮你转给人工。',
  handOverAsked: '可以，我帮你转给人工。',
  handOverPreview: '会把下面这些一起发过去：',
  handOverNothing: '（还没有内容，可以补一句哪里出了问题，会一起发过去）',
  sendTicket: '发送',
  dontSend: '先不发',
  notSent: '好，没有发送。',
  ticketSent: (id) => `已转交，工单号 ${id}。不用再从头说一遍。`,
  alreadySent: (id) => `这件事已经转交了，工单号 ${id}。`,
  trailSaid: (text) => `原话：${text}`,
  trailProblem: (title) => `问题：${title}`,
  trailCode: (code) => `代码：${code}`,
  trailAnswer: (title, answer) => `${title}：${answer}`,
  trailQuestion: (question, answer) => `${question}${answer}`,
  trailTried: (title, outcome) =>
    `试过「${title}」：${{ worked: '有效', failed: '没用', skipped: '没法试', declined: '没做' }[outcome]}`,
  trailSuspects: (titles) => `目前最可能：${titles.join('；')}`,
};
