import type { Command, CommandWords } from './commands.ts';

const commands: Readonly<Record<Command, CommandWords>> = {
  help: {
    whole: [
      'help',
      '/help',
      '?',
      'what can you do',
      'what do you do',
      'commands',
      'menu',
      'how does this work',
    ],
  },
  startOver: {
    whole: [
      'start over',
      'restart',
      'reset',
      'new problem',
      'start again',
      '/start',
      'begin again',
      'something else',
      'cancel',
    ],
  },
  back: {
    whole: ['back', 'go back', 'undo', 'previous', 'that was wrong', 'wrong answer', 'oops', 'i misclicked'],
  },
  why: {
    whole: [
      'why',
      'why do you ask',
      'why this question',
      'what for',
      'why do you want to know',
      'why do you need that',
    ],
  },
  opinion: {
    whole: [
      'what do you think it is',
      'what do you think',
      'what is it',
      'any idea what it is',
      'what is your guess',
      'your best guess',
      'what have you ruled out',
      'what could it be',
    ],
  },
  duration: {
    whole: [
      'how long will this take',
      'how long will it take',
      'how long does this take',
      'how much longer',
      'how long',
      'how many more questions',
      'are we nearly done',
    ],
  },
  human: {
    whole: [
      'human',
      'person',
      'agent',
      'support',
      'operator',
      'real person',
      'someone real',
      'talk to someone',
    ],
    within: [
      'talk to a human',
      'talk to a person',
      'human please',
      'real human',
      'real person',
      'speak to someone',
      'speak to a person',
      'human agent',
      'live agent',
      'hand me over',
    ],
  },
  thanks: {
    whole: [
      'thanks',
      'thank you',
      'thx',
      'ty',
      'cheers',
      'thanks a lot',
      'many thanks',
      'great thanks',
      'ok thanks',
    ],
  },
  greeting: {
    whole: ['hi', 'hello', 'hey', 'hi there', 'good morning', 'good evening', 'yo', 'hello there'],
  },
  resume: { whole: ['resume', 'continue', 'go on', 'carry on', 'pick up where we left off'] },
  worked: {
    whole: [
      'solved',
      'it works now',
      'works now',
      'it worked',
      'fixed',
      'fixed it',
      'problem solved',
      'that fixed it',
      'that worked',
    ],
  },
  english: { whole: ['english', 'in english', 'english please', '英文', '英语', '说英文', '用英文'] },
  chinese: { whole: ['chinese', 'in chinese', 'mandarin', 'chinese please'] },
};

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

const likelihoods = {
  almostSure: 'almost certain',
  likely: 'likely',
  possible: 'possible',
  faint: 'not very likely',
};

const severities = { success: 'success', informational: 'information', warning: 'warning', error: 'error' };

const sentences = {
  /** Between two sentences in a row. */
  space: ' ',
  /** Between the items of a list within a sentence. */
  listComma: ', ',
  greeting:
    'Hi. Tell me what goes wrong, or paste the error code or message. I ask a few short questions and give you the steps.',
  help: (titles: readonly string[]) =>
    `Paste an error code, a log or say in your own words what goes wrong. What I know about right now: ${titles.join('; ')}.`,
  helpCommands:
    'At any time you can say: "why", "what do you think it is", "how long", "back", "don\'t know", "start over", or "human" for a person.',
  hint: 'Pick one, type its number, or answer in your own words. "Why", "back", "don\'t know" and "human" work too.',
  unknown: "I don't know this one. It is not in what I have been given, and I would rather not guess.",
  unknownNearest: 'The nearest things I know:',
  askExactWords: 'If there is an error message, please type its exact words or its code.',
  chooseProblem: 'Which of these is it?',
  noneOfThese: 'None of these',
  noneTaken: "Then I don't know it yet. I have kept your words for the people who write my knowledge.",
  dontKnow: "I don't know",
  worked: 'It worked',
  didNotWork: "It didn't help",
  couldNotTry: "I couldn't try it",
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
  surelyCause: (because: string) => `This fits: ${because}`,
  stepsFor: (system: string) => `Steps for ${system}`,
  warningTitle: 'Before you start',
  sideEffectTitle: 'Side effect',
  verifyTitle: 'Did it work?',
  undoTitle: 'To undo it',
  outdated: (asOf: string) =>
    `As far as known on ${asOf}; limits change, so go by what the app itself tells you.`,
  triedNext: 'Next thing to try.',
  consent: (title: string) => `The next thing I would try: ${title}.`,
  consentAdmin: 'It needs administrator rights.',
  consentRestart: 'It needs a restart.',
  consentRisk: 'It carries some risk, so I ask first.',
  consentOthers: 'Somebody with more rights than you may have to do it.',
  consentQuestion: 'Shall I show you the steps?',
  consentYes: 'Show me the steps',
  consentNo: 'Not this one',
  askPerson: 'Hand me to a person',
  handOverLead: 'I have no more ideas that would be worth your time. I can hand this to a person.',
  handOverAsked: 'I can hand this to a person.',
  handOverPreview: 'This is what they would get:',
  handOverNothing: '(nothing said yet; add a sentence about what is wrong and it goes along)',
  sendTicket: 'Send it',
  dontSend: 'Not now',
  ticketSent: (id: string) => `Sent, as ticket ${id}. You need not tell it all again.`,
  alreadySent: (id: string) => `This talk has already been handed over, as ticket ${id}.`,
  startOverLabel: 'Start over',
  goOn: 'Go on here',
  staleChoice: 'That button belongs to an earlier question. This is where we are:',
  foreignChoice: 'That button belongs to another conversation. This is where we are:',
  unknownChoice: 'That is not one of the choices. This is where we are:',
  nothingOpen: 'There is nothing to pick from right now. Tell me what goes wrong.',
  notUnderstood:
    "I could not take that as an answer. You can pick one, say it differently, or say you don't know.",
  noted: (facts: readonly string[]) => `Noted: ${facts.join('; ')}.`,
  whyLead: 'Why I ask: ',
  whyNothing: 'There is no open question right now.',
  whyFix: (because: string) => `Because of what you told me, this is the likeliest cause: ${because}`,
  whySystem: 'The steps differ from system to system, and I want to give you the right ones.',
  thinkLead: 'What I think so far, likeliest first:',
  thinkCause: (title: string, likelihood: keyof typeof likelihoods) =>
    `${title} (${likelihoods[likelihood]})`,
  thinkGone: 'Hardly any more:',
  thinkRuledOut: (title: string) => title,
  thinkRuledOutBy: (title: string, { question, answer }: { question: string; answer: string }) =>
    `${title}, because you said "${question}: ${answer}"`,
  thinkNothing: 'I have nothing to go by yet. Tell me what goes wrong.',
  takesAbout: (time: string) =>
    `From here on it takes ${time} on average, with everything: answering, trying, and where nothing helps, handing it to a person.`,
  recheck: (question: string, answer: string) =>
    `Some of your answers do not fit together, which happens easily. The one that matters most is "${question}: ${answer}". Before I hand this on, please look at that one again.`,
  backAtStart: 'That is the beginning. Tell me what goes wrong.',
  wentBack: 'All right, back to this:',
  startedOver: 'Starting over. What goes wrong?',
  welcome: 'You are welcome.',
  languageSet: 'English it is.',
  picture: 'I cannot read pictures yet. Please type the exact words you see, and the code if there is one.',
  solved: 'Good. Thanks for telling me; it helps the next person.',
  switchQuestion: (title: string) =>
    `That sounds like something else: "${title}". Shall we look at that now?`,
  switchYes: 'Yes, that one',
  switchNo: 'No, go on here',
  idle: (title: string) => `Last time we were at "${title}". Shall we go on there?`,
  idleHint: 'Say "resume" to go on with what we had before.',
  resumeYes: 'Go on there',
  resumeNo: 'Start fresh',
  nothingToResume: 'There is nothing to pick up again. Tell me what goes wrong.',
  knowledgeChanged:
    'My knowledge was updated while we talked, and that part is gone. Let us take it from the top: what goes wrong?',
  empty: 'That message was empty. Tell me what goes wrong, or paste the error.',
  tooLong: 'That was very long. I looked through it for error codes and read the beginning.',
  apology:
    'Sorry, I could not handle that message. It has been noted; please say it in another way, or say "human".',
  slowDown:
    'You are faster than I can keep up with. I will be quiet for a minute or two; pressing or typing an answer to my question still works.',
  loop: 'I seem to be getting the same over and over, so I stop answering it here. Write in half a minute and I am back.',
  busy: 'A great many people are asking right now, so I can only look up error codes. Please say it again in a minute.',
  busyAfterCode:
    'A great many people are asking right now. Send it again in a minute, and I ask what is needed to find the cause.',
  refusedFull:
    'A great many messages are waiting right now, so I have not taken this one. Please send it again in a minute.',
  refusedUnavailable:
    'I cannot store messages right now, so I have not taken this one. Please send it again in a few minutes.',
  refusedStopping:
    'I am just being restarted and have not taken this message. Please send it again in a moment.',
  codeFound: (code: string) => `About the code ${code}:`,
  codeUnknown: (code: string) =>
    `I have nothing reliable on ${code} and do not want to guess. Which program shows it, and what are its exact words?`,
  codeTitle: (code: string, family: string) => `${code}: ${family}`,
  codeNameOnly:
    'The code and its name are all I have; I have no tested explanation of it and do not want to guess one.',
  codeNumberOnly: 'The list has this number, but no name or meaning for it, and I do not want to guess one.',
  codeAdvice: (family: string, advice: string) => `What helps with most of them (${family}): ${advice}`,
  codeUnknownIn: (code: string, family: string) =>
    `${code} looks like: ${family}. My list of those does not have it, and I do not want to guess.`,
  codeDidYouMean: (typed: string) => `I do not know ${typed}. Is it one of these?`,
  codeAlso: (codes: readonly string[]) => `Also in your text: ${codes.join('; ')}.`,
  codeTimes: (code: string, count: number) => (count > 1 ? `${code} (${count} times)` : code),
  rowDescription: 'what it stands for',
  codeDecoded: 'What can be read from the number itself:',
  codeChoose: (code: string) => `${code} means different things in different places. Where do you see it?`,
  rowHex: 'hex',
  rowSigned: 'signed',
  rowUnsigned: 'unsigned',
  rowSeverity: 'severity',
  rowFacility: 'facility',
  rowInner: 'inner code',
  severity: (severity: keyof typeof severities) => severities[severity],
  rowSymbol: 'name',
  articleStatus: (status: keyof typeof articleStatus) => articleStatus[status],
  trailSaid: (text: string) => `Said: ${text}`,
  trailProblem: (title: string) => `Problem: ${title}`,
  trailCode: (code: string) => `Code: ${code}`,
  trailAnswer: (title: string, answer: string) => `${title}: ${answer}`,
  trailTried: (title: string, outcome: 'worked' | 'failed' | 'skipped' | 'declined') =>
    `Tried "${title}": ${{ worked: 'worked', failed: 'did not help', skipped: 'could not be tried', declined: 'not wanted' }[outcome]}`,
  trailSuspects: (titles: readonly string[]) => `Likeliest still: ${titles.join('; ')}`,
  yes: 'yes',
  no: 'no',
};

const heard = {
  worked: [
    'it works',
    'works now',
    'worked',
    'it worked',
    'fixed',
    'solved',
    'yes it did',
    'that did it',
    'done it works',
    'yes',
    'all good',
  ],
  failed: [
    'still not working',
    'still broken',
    'did not help',
    "didn't help",
    "didn't work",
    'did not work',
    'no change',
    'same problem',
    'same error',
    'still the same',
    'no luck',
    'no',
    'nope',
    'not fixed',
    'still fails',
    "doesn't work",
  ],
  skipped: [
    "can't do that",
    'cannot do that',
    "couldn't try",
    "can't try",
    'not possible',
    'no permission',
    'not allowed to',
    'skip',
    'skip it',
    'next',
    "i don't have that",
  ],
  yes: [
    'yes',
    'y',
    'yes please',
    'sure',
    'ok',
    'okay',
    'go ahead',
    'please do',
    'show me',
    'do it',
    'yep',
    'yeah',
    'fine',
  ],
  no: [
    'no',
    'n',
    'no thanks',
    'nope',
    'not now',
    'rather not',
    'something else',
    'not that',
    "don't",
    'later',
  ],
};

export const en = { code: 'en' as const, commands, sentences, heard };
