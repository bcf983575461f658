/** Sentences in English: going back, starting over, taking an old talk up again. */
export const courseInEnglish = {
  startOverLabel: 'Start over',
  goOn: 'Go on here',
  staleChoice: 'That button belongs to an earlier question. This is where we are:',
  foreignChoice: 'That button belongs to another conversation. This is where we are:',
  unknownChoice: 'That is not one of the choices. This is where we are:',
  nothingOpen: 'There is nothing to pick from right now. Tell me what goes wrong.',
  backAtStart: 'That is the beginning. Tell me what goes wrong.',
  wentBack: 'All right, back to this:',
  idle: (title: string) => `Last time we were at "${title}". Shall we go on there?`,
  idleHint: 'Say "resume" to go on with what we had before.',
  resumeYes: 'Go on there',
  resumeNo: 'Start fresh',
  nothingToResume: 'There is nothing to pick up again. Tell me what goes wrong.',
  knowledgeChanged:
    'My knowledge was updated while we talked, and that part is gone. Let us take it from the top: what goes wrong?',
};
