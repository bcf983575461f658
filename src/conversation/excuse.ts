import { languages } from '../languages/languages.ts';
import type { Incoming, LanguageCode, Reply } from '../message.ts';
import { text } from './draft.ts';
import { replyIdOf } from './names.ts';

/** The one apology for a message that could not be handled. */
export function apologise(language: LanguageCode, incoming: Incoming): Reply {
  return {
    id: replyIdOf(incoming.conversation, incoming.eventKey),
    kind: 'notice',
    language,
    blocks: [text(languages[language].sentences.apology)],
    choices: [],
    about: {},
  };
}

/** The sentence for somebody whose message was not kept, in the language they write or have set. */
export function refuse(reason: 'full' | 'unavailable' | 'stopping', incoming: Incoming): string {
  const guess = /\p{Script=Han}/u.test(incoming.text) ? 'zh' : 'en';
  const { refusedFull, refusedUnavailable, refusedStopping } =
    languages[incoming.language ?? guess].sentences;
  return { full: refusedFull, unavailable: refusedUnavailable, stopping: refusedStopping }[reason];
}
