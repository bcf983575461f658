import { conversationKey, isConversationId } from '../platforms/web/conversation-id.ts';
import { createIdentities, isIdentity } from '../privacy/identities.ts';

/**
 * The person that somebody names on the command line, as the data folder knows them: `slack:T1:U1`, `discord:123`,
 * `web:` and a conversation's id, or the kept name itself (`slack:` and 32 hexadecimal digits, as tickets, the audit
 * and the chat's own export print it).
 *
 * @returns a sentence when it names nobody
 */
export function personNamed(argument: string, identityKey: Uint8Array): { person: string } | string {
  if (isIdentity(argument)) return { person: argument };
  const colon = argument.indexOf(':');
  const platform = argument.slice(0, Math.max(colon, 0));
  const id = argument.slice(colon + 1);
  if (!/^[a-z]+$/.test(platform) || id === '')
    return `"${argument}" names nobody. Say it as PLATFORM:PERSON, such as discord:123456789012345678.`;
  if (platform === 'slack' && !/^[A-Z0-9]+:[A-Z0-9]+$/.test(id))
    return `"${argument}" names no workspace. People on Slack are slack:WORKSPACE:USER, such as slack:T024BE7LD:U024BE7LH.`;
  return { person: createIdentities(identityKey).person(platform, ownName(platform, id)) };
}

/** What the platform calls its people. */
function ownName(platform: string, id: string): string {
  if (platform === 'web' && isConversationId(id)) return conversationKey(id);
  return platform === 'terminal' ? `terminal:${id}` : id;
}
