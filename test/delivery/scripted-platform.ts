import type { Call, Platform, Receipt, Reply } from '../../src/message.ts';

/** What a scripted platform does with one call: an answer, a failure to throw, or silence for ever. */
type Script = (call: Call, tries: number) => Receipt | Promise<Receipt>;

export interface ScriptedPlatform extends Platform {
  /** Ids of the replies that reached the reader, in the order of arrival; twice when it arrived twice. */
  readonly arrived: string[];
  /** Ids of the replies that were asked to be sent, arrived or not. */
  readonly tried: string[];
}

export interface ScriptedOptions {
  readonly name?: string;
  readonly repeat?: Platform['repeat'];
  /** Says what happens instead of a plain success; whatever it returns has arrived. */
  readonly script?: Script;
  readonly reconcile?: Platform['reconcile'];
  /** What the reader has before the process starts; to play a restart. */
  readonly arrived?: string[];
}

/** One call per reply, whose body is the reply's id and where it goes. */
export function scriptedPlatform(options: ScriptedOptions = {}): ScriptedPlatform {
  const { script, reconcile } = options;
  const arrived = options.arrived ?? [];
  const tried: string[] = [];
  return {
    name: options.name ?? 'fake',
    repeat: options.repeat ?? 'visible',
    arrived,
    tried,
    start: async () => {},
    encode: (reply: Reply, address) => [{ body: { id: reply.id, to: address.to } }],
    async send(call) {
      const id = idOf(call);
      tried.push(id);
      const receipt = script
        ? await script(call, tried.filter((one) => one === id).length)
        : { messageId: `m-${id}` };
      arrived.push(id);
      return receipt;
    },
    ...(reconcile ? { reconcile } : {}),
    stop: async () => {},
  };
}

/** The reply that a call of a scripted platform carries. */
export function idOf({ body }: Call): string {
  if (typeof body === 'object' && body !== null && 'id' in body) return String(body.id);
  throw new Error(`The body ${JSON.stringify(body)} is none of a scripted platform.`);
}

/** What platforms throw. */
export function failure(retryable: boolean, retryAfterMs?: number): Error {
  return Object.assign(new Error(retryable ? 'busy' : 'no such channel'), {
    retryable,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}
