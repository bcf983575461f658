const risks = {
  low: 'low risk',
  medium: 'some risk: read the warning first',
  high: 'risky: read the warning first',
};
const articleStatus = {
  speculative: 'This is an idea about the future. It does not solve a problem you have today.',
  wrong: 'This is said a lot, and it is wrong.',
  'not-yours': 'This is nothing you can do from your side.',
  background: 'Background',
};

/** Sentences in English: the words around a fix: risk, steps, how it went. */
export const fixesInEnglish = {
  worked: 'It worked',
  didNotWork: "It didn't help",
  couldNotTry: "I couldn't try it",
  howDidItGo: 'How did it go with the steps above?',
  notTriedYet:
    'No hurry: try the steps first, and tell me then. If you cannot do them, say so and I look for another way.',
  minutes: (minutes: number) =>
    minutes < 60
      ? `about ${Math.max(1, Math.round(minutes))} min`
      : minutes < 1440
        ? `about ${Math.round(minutes / 60)} h`
        : 'a day or so',
  thenWait: (time: string) => `then wait ${time}`,
  risk: (risk: 'low' | 'medium' | 'high') => risks[risk],
  needsAdmin: 'needs administrator rights',
  needsRestart: 'needs a restart',
  needsOthers: 'somebody else has to act',
  likelyCause: (because: string) => `Most likely: ${because}`,
  quickCause: (because: string) => `Quick to rule out first: ${because}`,
  surelyCause: (because: string) => `This fits: ${because}`,
  stepsFor: (system: string) => `Steps for ${system}`,
  warningTitle: 'Before you start',
  sideEffectTitle: 'Side effect',
  verifyTitle: 'How to tell it worked',
  undoTitle: 'To undo it',
  outdated: (asOf: string) =>
    `As far as known on ${asOf}. Menus and limits change; what the program itself tells you counts.`,
  triedNext: 'Next thing to try.',
  notSolved: 'Oh, then it is not solved yet. Let us go on.',
  triedAsk: 'So that was not it. One more question.',
  consent: (title: string) => `The next thing I would try: ${title}.`,
  consentAdmin: 'It needs administrator rights.',
  consentRestart: 'It needs a restart.',
  consentRisk: 'It carries some risk, so I ask first.',
  consentOthers: 'Somebody with more rights than you may have to do it.',
  consentQuestion: 'Shall I show you the steps?',
  consentYes: 'Show me the steps',
  consentNo: 'Not this one',
  solved: 'Good. Thanks for telling me; it helps the next person.',
  articleStatus: (status: keyof typeof articleStatus) => articleStatus[status],
};
