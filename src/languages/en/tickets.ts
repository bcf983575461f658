/** Sentences in English: handing over to a person, and the trail that goes along. */
export const ticketsInEnglish = {
  askPerson: 'Hand me to a person',
  handOverLead: 'I have no more ideas that would be worth your time. I can hand this to a person.',
  handOverAsked: 'I can hand this to a person.',
  handOverPreview: 'This is what they would get:',
  handOverNothing: '(nothing said yet; add a sentence about what is wrong and it goes along)',
  sendTicket: 'Send it',
  dontSend: 'Not now',
  notSent: 'All right, nothing was sent.',
  ticketSent: (id: string) => `Sent, as ticket ${id}. You need not tell it all again.`,
  alreadySent: (id: string) => `This talk has already been handed over, as ticket ${id}.`,
  trailSaid: (text: string) => `Said: ${text}`,
  trailProblem: (title: string) => `Problem: ${title}`,
  trailCode: (code: string) => `Code: ${code}`,
  trailAnswer: (title: string, answer: string) => `${title}: ${answer}`,
  trailQuestion: (question: string, answer: string) => `${question} ${answer}`,
  trailTried: (title: string, outcome: 'worked' | 'failed' | 'skipped' | 'declined') =>
    `Tried "${title}": ${{ worked: 'worked', failed: 'did not help', skipped: 'could not be tried', declined: 'not wanted' }[outcome]}`,
  trailSuspects: (titles: readonly string[]) => `Likeliest still: ${titles.join('; ')}`,
};
