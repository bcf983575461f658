const likelihoods = {
  almostSure: 'almost certain',
  likely: 'likely',
  possible: 'possible',
  faint: 'not very likely',
};

/** Sentences in English: why something is asked, and what is thought so far. */
export const reasonsInEnglish = {
  whyLead: 'Why I ask: ',
  whyNothing: 'There is no open question right now.',
  whyFix: (because: string) => `Because of what you told me, this is the likeliest cause: ${because}`,
  whySystem: 'The steps differ from system to system, and I want to give you the right ones.',
  thinkLead: 'What I think so far, likeliest first:',
  thinkOpen: 'Too early to tell: a lot still fits. What I would look at first:',
  thinkCause: (title: string, likelihood: keyof typeof likelihoods) =>
    `${title} (${likelihoods[likelihood]})`,
  thinkGone: 'Hardly any more:',
  thinkAnd: '; ',
  thinkRuledOut: (title: string) => title,
  thinkRuledOutBy: (title: string, { question, answer }: { question: string; answer: string }) =>
    `${title}, because you said "${question}: ${answer}"`,
  thinkRuledOutByGuess: (title: string, { question, answer }: { question: string; answer: string }) =>
    `${title}, because you said "${question}: ${answer}", though you were not quite sure`,
  thinkRuledOutByFix: (title: string, fix: string) => `${title}, because "${fix}" did not help`,
  thinkNothing: 'I have nothing to go by yet. Tell me what goes wrong.',
  takesAbout: (time: string) =>
    `From here on it takes ${time} of your own time on average, answering and trying. Where nothing helps, a person takes over, and that takes longer.`,
  recheck: (question: string, answer: string) =>
    `Some of your answers do not fit together, which happens easily. The one that matters most is "${question}: ${answer}". Before I hand this on, please look at that one again.`,
  recheckGuess: (question: string, answer: string) =>
    `Some of your answers do not fit together. The one that matters most is "${question}: ${answer}", and you were not quite sure of it yourself. Before I hand this on, could you have another look?`,
};
