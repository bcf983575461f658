import type { Incoming, Platform, PlatformHost } from '../message.ts';
import type { Identities } from '../privacy/identities.ts';

/**
 * A host as the platform sees it: the platform speaks of people, talks and events by its own names, and everything
 * behind the entrance only knows their keyed hashes. The platform's own names go no further than `Incoming.address`,
 * which is needed to answer and leaves with the talk.
 */
export function concealed(
  host: PlatformHost,
  { name: platform }: Pick<Platform, 'name'>,
  identities: Identities,
): PlatformHost {
  const talk = (name: string) => identities.conversation(platform, name);
  return {
    route: host.route,
    receive: (incoming) => host.receive(conceal(incoming, identities)),
    answered: (conversation, eventKey, timeoutMs) =>
      host.answered(talk(conversation), identities.event(platform, eventKey), timeoutMs),
    replies: (conversation, sequence) => host.replies(talk(conversation), sequence),
    knows: (conversation) => host.knows(talk(conversation)),
    listens: (channel) => host.listens(talk(channel)),
    addresses: host.addresses,
  };
}

function conceal(incoming: Incoming, identities: Identities): Incoming {
  const { platform, person, conversation, eventKey, channel, thread } = incoming;
  return {
    ...incoming,
    person: identities.person(platform, person),
    conversation: identities.conversation(platform, conversation),
    eventKey: identities.event(platform, eventKey),
    ...(channel === undefined ? {} : { channel: identities.conversation(platform, channel) }),
    ...(thread === undefined ? {} : { thread: identities.conversation(platform, thread) }),
  };
}
