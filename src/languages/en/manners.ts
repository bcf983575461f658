/** Sentences in English: greetings, small talk and what holds sentences together. */
export const mannersInEnglish = {
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
  startedOver: 'Starting over. What goes wrong?',
  welcome: 'You are welcome.',
  about:
    'I am Askfix, a support bot: no person, and I only say what has been written down and checked for me. Tell me what goes wrong, or say "human" for a person.',
  howAreYou: 'All fine here, thanks. What can I fix for you?',
  bye: 'Bye. If something breaks again, just write.',
  praise: 'Thanks, good to hear.',
  insult:
    'I can see this is annoying, sorry. Tell me what goes wrong in a few words, or say "human" and a person takes over.',
  smallTalk: 'I am only good with things that do not work. If you have one, tell me what goes wrong.',
  otherApp: (named: string, known: string) =>
    `What I know here is about ${known}, not ${named}, so I would rather not send you the wrong way.`,
  languageSet: 'English it is.',
  picture: 'I cannot read pictures yet. Please type the exact words you see, and the code if there is one.',
  empty: 'That message was empty. Tell me what goes wrong, or paste the error.',
  tooLong: 'That was very long. I looked through it for error codes and read the beginning.',
  yes: 'yes',
  no: 'no',
};
