/**
 * The words everybody shares. Types only: nothing here runs.
 *
 * A message travels as `Incoming` from a platform to the conversation, and back as `Reply`,
 * which a platform encodes into one or more `Call`s.
 */

/** The languages the bot itself speaks. */
export type LanguageCode = 'en' | 'zh';

/** Where a reply goes. Only the platform that made it can read `to`; everybody else carries it. */
export interface Address {
  readonly to: string;
  /** The organisation on the platform to which it belongs, so that all of one can be ended; absent where there is none. */
  readonly workspace?: string;
  /** Epoch milliseconds after which the platform refuses a reply; absent = never. */
  readonly expiresAt?: number;
}

/** How the message came to be meant for the bot. `overheard` is answered only where somebody switched listening on. */
type Addressed = 'direct' | 'mention' | 'thread' | 'command' | 'overheard';

/** One thing a person did. */
export interface Incoming {
  readonly platform: string;
  /**
   * Opaque; the same for all messages of one talk. Unique over all platforms (begins with the platform's name). What a
   * platform calls it at the entrance is kept nowhere: behind it, this, `person` and `eventKey` are keyed hashes.
   */
  readonly conversation: string;
  /** Opaque; who spoke, unique within the platform. Behind the entrance as `Identities.person` names them. */
  readonly person: string;
  /** Idempotency key of the platform's event: the same key is the same event, however often it is delivered. */
  readonly eventKey: string;
  readonly kind: 'text' | 'choice' | 'picture';
  /** What was said; '' for a bare picture or a pressed button. */
  readonly text: string;
  /** The pressed button's `Choice.id`; only with kind `choice`. */
  readonly choice?: string;
  /** The language set in the person's client, where the platform tells. */
  readonly language?: LanguageCode;
  readonly addressed: Addressed;
  readonly address: Address;
  /** Opaque; the channel that it was said in, its threads included. Absent where nobody else can read along. */
  readonly channel?: string;
  /** Opaque; the thread, where the platform has such: all that is said there is about one matter. */
  readonly thread?: string;
  /** Set at the entrance alone: somebody whom `ADMINS` names. */
  readonly admin?: true;
  /**
   * Set at the entrance alone: less than a whole answer. `slowDown` and `loop`: only the notice that the bot falls
   * silent now; `brief`: too much is asked of it at the moment, so codes are looked up and nothing else.
   */
  readonly care?: 'slowDown' | 'loop' | 'brief';
}

/** Something to press. Pressing it, typing its number, its label or its meaning are the same choice. */
export interface Choice {
  /** Short and opaque, at most 64 bytes (Telegram's callback_data is the tightest). */
  readonly id: string;
  readonly label: string;
}

export type ReplyKind = 'answer' | 'question' | 'choose' | 'fix' | 'notice' | 'handover';

/** What a reply speaks of, for programs that read along. A `fix` always names its cause. */
export interface About {
  readonly pack?: string;
  readonly problem?: string;
  readonly question?: string;
  /** With a question: how many causes are likely as things stand, at least 1. */
  readonly causesLeft?: number;
  readonly cause?: string;
  readonly fix?: string;
  readonly code?: string;
  /** The talk ended well with this reply. */
  readonly outcome?: 'solved';
}

interface Step {
  readonly text: string;
  /** Literal text to type or paste; never assembled at run time. */
  readonly command?: string;
}

type BadgeKind = 'minutes' | 'risk' | 'admin' | 'restart' | 'support';

/** A platform-neutral piece of a reply. All strings are plain text in the asker's language. */
export type Block =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'steps'; readonly items: readonly Step[] }
  | {
      readonly type: 'badges';
      readonly items: readonly { readonly kind: BadgeKind; readonly text: string }[];
    }
  | {
      readonly type: 'note';
      readonly tone: 'warning' | 'verify' | 'undo' | 'info';
      readonly title: string;
      readonly text: string;
    }
  | { readonly type: 'rows'; readonly rows: readonly { readonly label: string; readonly value: string }[] };

/** What the bot says to one Incoming; at most one per Incoming. */
export interface Reply {
  /** Unique; derived from the event it answers, so that a replay gives the same. */
  readonly id: string;
  readonly kind: ReplyKind;
  readonly language: LanguageCode;
  readonly blocks: readonly Block[];
  readonly choices: readonly Choice[];
  readonly about: About;
  /** The id of an earlier reply of the same conversation that this one takes the place of. */
  readonly replaces?: string;
  /** The pressed `Choice.id` that this reply acts on; absent when the press came too late or belonged elsewhere. */
  readonly chosen?: string;
}

/** One request to a platform. `body` is the platform's own; it must survive JSON. */
export interface Call {
  readonly body: unknown;
}

/** What the platform said to a call; `messageId` is the platform's own name for what was sent. */
export interface Receipt {
  readonly messageId?: string;
}

/** Thrown by `Platform.send`. Anything else that is thrown counts as retryable. */
export interface SendFailure {
  readonly retryable: boolean;
  /** Milliseconds the platform asks to wait. */
  readonly retryAfterMs?: number;
}

/** What became of an event handed to `receive`; the promise settles only after it is durable. */
export type Acceptance =
  | { readonly status: 'accepted' | 'duplicate' }
  /** Not kept, and to be acked all the same: the person said more than is answered, and was told so before. */
  | { readonly status: 'limited'; readonly retryAfterMs: number }
  /** Overheard, and nothing that the bot speaks up for. Nothing of it was kept. */
  | { readonly status: 'unheard' }
  /** Not kept and not to be acked; say `sentence` where the platform lets us. */
  | { readonly status: 'refused'; readonly sentence: string };

/** A reply with its place in the conversation's order (1, 2, 3 … over all conversations, growing). */
export interface StoredReply {
  readonly sequence: number;
  readonly reply: Reply;
}

/** What a platform is given to work with. */
export interface PlatformHost {
  receive(incoming: Incoming): Promise<Acceptance>;
  /** Mounts a handler on the shared HTTP server, e.g. `route('POST', '/slack/events', …)`. `:name` marks a parameter. */
  route(
    method: string,
    path: string,
    handler: (request: Request, parameters: Record<string, string>) => Promise<Response>,
  ): void;
  /** The replies to an event, once it was answered; null when that took longer than `timeoutMs`. */
  answered(conversation: string, eventKey: string, timeoutMs: number): Promise<readonly StoredReply[] | null>;
  /** The replies of a conversation after `sequence`, oldest first. */
  replies(conversation: string, sequence: number): Promise<readonly StoredReply[]>;
  /** Whether an admin switched on listening in a channel: then what nobody addressed to the bot may be received as `overheard`. */
  listens(channel: string): boolean;
  /** Whether anything was ever said in this conversation. */
  knows(conversation: string): Promise<boolean>;
  /** Where the platform's newest conversations are answered, newest first, at most `limit`. */
  addresses(limit: number): Promise<readonly Address[]>;
}

/** A chat the bot lives in. `encode` is pure; a platform never retries or limits by itself. */
export interface Platform {
  readonly name: string;
  /**
   * Whether sending a call twice does harm that the reader would see. `harmless` platforms (the web page drops a
   * reply it already has) need no `sending` mark; the others are reconciled, and left unsent when nobody can tell.
   */
  readonly repeat: 'harmless' | 'visible';
  /** Programs may talk here at their own pace, one question and one answer, so that no loop of two bots can arise. */
  readonly speaksWithPrograms?: true;
  start(host: PlatformHost): Promise<void>;
  encode(reply: Reply, address: Address): readonly Call[];
  /** @throws SendFailure when the platform refused; its `retryable` decides what follows. */
  send(call: Call): Promise<Receipt>;
  /** After a crash between send and receipt: did it arrive? */
  reconcile?(call: Call): Promise<'sent' | 'missing' | 'unknown'>;
  /** Where a post goes that answers nobody. @param channel the platform's own name of it; absent where there are no channels */
  channelAddress?(channel: string): Address;
  /** Where somebody who helps finds the talk, or its person: a web address, or whatever opens it in the platform's client. */
  linkTo?(address: Address): string | null;
  stop(): Promise<void>;
}
