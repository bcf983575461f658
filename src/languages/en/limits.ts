/** Sentences in English: too much, too fast, or not now. */
export const limitsInEnglish = {
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
};
