import type { Acceptance, Incoming, LanguageCode, PlatformHost } from '../../message.ts';
import type { SlackAddress } from './address.ts';
import type { ApiCall } from './api-call.ts';
import { decode } from './decode.ts';
import { fieldsOf, textOf } from './fields.ts';
import type { Profiles } from './profiles.ts';
import type { Statuses } from './status.ts';
import type { Talks } from './talks.ts';
import { wordsIn } from './words.ts';

export interface KeepParts {
  readonly host: Pick<PlatformHost, 'receive'>;
  readonly api: ApiCall;
  readonly talks: Talks;
  readonly statuses: Statuses;
  readonly profiles: Profiles;
  readonly ownUsers: ReadonlySet<string>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** What to tell Slack: it is done or durable; it is none of a talk (somebody else may want it); or deliver it again. */
type Verdict = 'kept' | 'not ours' | 'again';

/** Makes durable what somebody said or pressed, before Slack is told that it arrived. */
export function createKeep(parts: KeepParts): (body: unknown, isRetry: boolean) => Promise<Verdict> {
  /** For one person only, where they are. A courtesy: when it fails, nothing more can be said. */
  function whisper({ channel, thread }: SlackAddress, user: string, text: string): void {
    const fields = { channel, user, text, ...(thread === undefined ? {} : { thread_ts: thread }) };
    parts.api('chat.postEphemeral', fields).catch(() => {});
  }

  async function receive(incoming: Incoming, where: SlackAddress): Promise<Acceptance> {
    const language = await parts.profiles.languageFor(where.talk.owner, incoming.text);
    const acceptance = await parts.host.receive(language ? { ...incoming, language } : incoming);
    if (acceptance.status === 'accepted' && where.thread !== undefined)
      parts.statuses.show(
        { channel: where.channel, thread: where.thread },
        wordsIn(language ?? guessed(incoming)).working,
      );
    return acceptance;
  }

  return async (body, isRetry) => {
    const heard = decode(body, { ownUsers: parts.ownUsers, now: parts.now() });
    if (heard.kind === 'nothing') return isSpeech(body) ? 'kept' : 'not ours';
    if (heard.kind === 'stranger') {
      whisper(heard.where, heard.user, wordsIn(parts.profiles.known(heard.user) ?? 'en').notYours);
      return 'kept';
    }
    const message = heard.kind === 'message' ? await parts.talks.place(heard) : heard;
    if (message === null) return 'kept';
    const acceptance = await receive(message.incoming, message.where);
    if (acceptance.status !== 'refused') return 'kept';
    if (!isRetry) whisper(message.where, message.where.talk.owner, acceptance.sentence);
    // Slack delivers events again, but not what was pressed or commanded: there the sentence is all we can do.
    return textOf(fieldsOf(body).type) === 'event_callback' ? 'again' : 'kept';
  };
}

/** Of messages, everything that counts was heard, or was not for us. */
function isSpeech(body: unknown): boolean {
  const type = textOf(fieldsOf(fieldsOf(body).event).type);
  return type === 'message' || type === 'app_mention';
}

function guessed({ text }: Incoming): LanguageCode {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}
