/** Sentences in English: what the admins of the bot are told. */
export const adminInEnglish = {
  adminOnly: 'That is for the admins of this bot. If you need a person, say "human".',
  adminChannelOnly: 'That is a setting of a channel. Please say it there.',
  adminListening:
    'I read along in this channel now, and speak up only when somebody writes an error code that I know for certain. "Stop listening" ends it.',
  adminNotListening: 'I no longer read along in this channel. Mention me when you need me.',
  adminPacks: (packs: string) => `In this channel I use only: ${packs}.`,
  adminAllPacks: 'In this channel I use everything that I know.',
  adminNoPack: (unknown: string, known: string) => `I have no pack called ${unknown}. There are: ${known}.`,
  adminLanguage: (language: 'en' | 'zh') =>
    `In this channel I speak ${language === 'en' ? 'English' : 'Chinese'} from now on.`,
  adminAskersLanguage: 'In this channel I answer everybody in their own language.',
  adminNoLanguage:
    'I speak English and Chinese. Say "language here: english", "language here: chinese" or "language here: any".',
  adminPersonHasIt:
    'A person looks after this here, so I stay out of it. An admin brings me back with "hand back"; elsewhere, or in a direct message, I answer as usual.',
  adminTakenOver: 'A person takes over here. I say nothing more until I hear "hand back".',
  adminHandedBack: 'I am back. Tell me how I can help.',
  adminSolved: 'Marked as solved. Whoever writes here again begins anew.',
  adminRowListening: 'Reads along',
  adminRowPacks: 'Packs',
  adminRowLanguage: 'Language',
  adminRowAskers: 'the asker’s',
  adminRowTakenOver: 'Taken over by a person',
  adminRowKnowledge: 'Knowledge',
  adminHelp:
    'For admins: "listen here", "stop listening", "packs here: …", "language here: …", "take over", "hand back", "mark solved", "status".',
};
