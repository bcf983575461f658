import type { Acceptance, Incoming, LanguageCode, PlatformHost } from '../../message.ts';
import { placeOf, type SlackAddress } from './address.ts';
import type { ApiOf } from './api-call.ts';
import { decode, type HeardMessage } from './decode.ts';
import type { PressedChoice } from './decode-press.ts';
import { fieldsOf, textOf } from './fields.ts';
import type { Profiles } from './profiles.ts';
import type { Statuses } from './status.ts';
import type { Talks } from './talks.ts';
import { wordsIn } from './words.ts';
import type { Workspaces } from './workspaces.ts';

export interface KeepParts {
  readonly host: Pick<PlatformHost, 'receive' | 'listens'>;
  readonly apiOf: ApiOf;
  readonly talks: Talks;
  readonly statuses: Statuses;
  readonly profiles: Profiles;
  readonly workspaces: Pick<Workspaces, 'ownUsers' | 'remove' | 'tokenOf'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** What to tell Slack: it is done or durable; it is none of a talk (somebody else may want it); or deliver it again. */
type Verdict = 'kept' | 'not ours' | 'again';

/** Makes durable what somebody said or pressed, before Slack is told that it arrived. */
export function createKeep(parts: KeepParts): (body: unknown, isRetry: boolean) => Promise<Verdict> {
  /** For one person only, where they are. A courtesy: when it fails, nothing more can be said. */
  function whisper({ team, channel, thread }: SlackAddress, user: string, text: string): void {
    const fields = { channel, user, text, ...(thread === undefined ? {} : { thread_ts: thread }) };
    parts
      .apiOf(team)('chat.postEphemeral', fields)
      .catch(() => {});
  }

  /** What nobody said to us counts only in channels where an admin wants the bot to read along. */
  function isNotForUs({ incoming, where }: HeardMessage): boolean {
    return incoming.addressed === 'overheard' && !parts.host.listens(placeOf(where).channel ?? '');
  }

  async function receive(incoming: Incoming, where: SlackAddress): Promise<Acceptance> {
    const language = await parts.profiles.languageFor(
      { team: where.team, id: where.talk.owner },
      incoming.text,
    );
    const placed = { ...incoming, ...placeOf(where) };
    const acceptance = await parts.host.receive(language ? { ...placed, language } : placed);
    // What was overheard may well get no answer, and then nothing would take the status away.
    if (acceptance.status === 'accepted' && where.thread !== undefined && incoming.addressed !== 'overheard')
      parts.statuses.show(
        { team: where.team, channel: where.channel, thread: where.thread },
        wordsIn(language ?? guessed(incoming)).working,
      );
    return acceptance;
  }

  async function removed({ team, at }: { readonly team: string; readonly at: number }): Promise<Verdict> {
    return parts.workspaces.remove(team, at).then(
      () => 'kept',
      () => 'again',
    );
  }

  async function keep(
    heard: HeardMessage | PressedChoice,
    isEvent: boolean,
    isRetry: boolean,
  ): Promise<Verdict> {
    if (heard.kind === 'message' && isNotForUs(heard)) return 'kept';
    const message = heard.kind === 'message' ? await parts.talks.place(heard) : heard;
    if (message === null) return 'kept';
    const acceptance = await receive(message.incoming, message.where);
    if (acceptance.status !== 'refused') return 'kept';
    if (!isRetry) whisper(message.where, message.where.talk.owner, acceptance.sentence);
    // Slack delivers events again, but not what was pressed or commanded: there the sentence is all we can do.
    return isEvent ? 'again' : 'kept';
  }

  return async (body, isRetry) => {
    const heard = decode(body, { ownUsers: parts.workspaces.ownUsers, now: parts.now() });
    if (heard.kind === 'nothing') return isSpeech(body) ? 'kept' : 'not ours';
    if (heard.kind === 'removed') return removed(heard);
    // Left over from before the app was removed there: nobody could be answered.
    if (parts.workspaces.tokenOf(heard.where.team) === null) return 'kept';
    if (heard.kind !== 'stranger')
      return keep(heard, textOf(fieldsOf(body).type) === 'event_callback', isRetry);
    whisper(heard.where, heard.user, wordsIn(parts.profiles.known(heard.user) ?? 'en').notYours);
    return 'kept';
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
