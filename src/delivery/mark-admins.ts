import type { Incoming, PlatformHost } from '../message.ts';

/**
 * A host that tells admins from everybody else, by the platform's own ids, before those are hidden. What a platform
 * says about it itself does not count.
 *
 * @param admins `slack:U1`, `slack:T1:U1`, `discord:1`
 */
export function markingAdmins(host: PlatformHost, admins: readonly string[]): PlatformHost {
  const names = new Set(admins);
  // Slack's people are named by workspace and person; an admin may be named without the workspace.
  const isAdmin = ({ platform, person }: Incoming) =>
    names.has(`${platform}:${person}`) || names.has(`${platform}:${person.split(':').at(-1)}`);
  return {
    ...host,
    receive(given) {
      const { admin: _admin, care: _care, ...incoming } = given;
      return host.receive(isAdmin(incoming) ? { ...incoming, admin: true } : incoming);
    },
  };
}
