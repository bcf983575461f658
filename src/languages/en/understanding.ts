/** Sentences in English: what is said while it is not yet clear what goes wrong. */
export const understandingInEnglish = {
  unknown: "I don't know this one. It is not in what I have been given, and I would rather not guess.",
  unknownAgain:
    'I do not know that one either. If it is one of these, pick it; otherwise I can hand you to a person.',
  unknownNearest: 'The nearest things I know:',
  askExactWords: 'If there is an error message, please type its exact words or its code.',
  chooseProblem: 'Which of these is it?',
  vague:
    'What exactly goes wrong? If one of these is it, pick it; otherwise say what you do and what you see.',
  startAnywhere: 'No problem. What were you trying to do, and what did you see instead?',
  several: (titles: readonly string[]) =>
    `That is ${titles.length === 2 ? 'two things' : `${titles.length} things`}: ${titles.map((title) => `"${title}"`).join(', ')}. One at a time: I begin with the first and come back to the rest.`,
  keptOffer: (title: string) => `You also mentioned "${title}". Shall we look at that now?`,
  keptYes: 'Yes, that next',
  keptNo: 'No, leave it',
  keptTakenUp: (title: string) => `Back to "${title}":`,
  keptDropped: 'All right. I am here when something else comes up.',
  notUnderstoodAgain:
    'I still cannot place that, sorry. If none of the answers fits, say "don\'t know", or let a person take over.',
  rather: (title: string) => `Rather: ${title}`,
  noneOfThese: 'None of these',
  noneTaken: "Then I don't know it yet. I have kept your words for the people who write my knowledge.",
  dontKnow: "I don't know",
  haveThat: 'I have noted that already.',
  notUnderstood:
    "I could not match that to an answer, but I keep it with your case. Pick one, say it another way, or say you don't know.",
  leftThere:
    'All right, we leave it there. Nothing is lost: "continue" goes on, "human" hands it to a person.',
  notUsable: 'That does not change these steps, but I keep it with your case.',
  notUsableAgain: 'I keep that too. If you are stuck, say what does not work, or let a person take over.',
  takenAs: (answer: string) => `I take that as "${answer}". Say so if it is not.`,
  noted: (facts: readonly string[]) => `Noted. ${facts.join('; ')}.`,
  alsoTell: 'If you happen to know, tell me in the same message too:',
  switchQuestion: (title: string) =>
    `That sounds like something else: "${title}". Shall we look at that now?`,
  switchYes: 'Yes, that one',
  switchNo: 'No, go on here',
  hedged: (answer: string) => `${answer} (not quite sure)`,
};
