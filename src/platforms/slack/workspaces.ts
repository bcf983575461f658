import type { Log } from '../../log.ts';
import { fieldsOf, textOf } from './fields.ts';
import type { Seal } from './seal.ts';

/** The bot in one workspace, as its installation by OAuth gave it. */
interface Installation {
  readonly team: string;
  readonly token: string;
  /** The bot's own user id there. */
  readonly user: string;
}

/** Where installations are kept, sealed. */
export interface SealedStore {
  list(): Promise<readonly { readonly workspace: string; readonly sealed: string; readonly at: number }[]>;
  save(installation: {
    readonly workspace: string;
    readonly sealed: string;
    readonly at: number;
  }): Promise<void>;
  /** Ends the workspace's talks, too; how many. */
  remove(workspace: string): Promise<number>;
}

export interface Workspaces {
  /** The token to use in a workspace; null where nobody installed us. */
  tokenOf(team: string): string | null;
  /** The bot's own user ids, as far as they are known. */
  readonly ownUsers: Set<string>;
  /** Takes up what was installed earlier. */
  load(): Promise<void>;
  add(installation: Installation): Promise<void>;
  /** @param at epoch milliseconds of the removal: one that arrives late must not end a newer installation */
  remove(team: string, at: number): Promise<void>;
}

export interface WorkspacesOptions {
  /** The token of the settings, for every workspace without an installation of its own; null when there is none. */
  readonly botToken: string | null;
  readonly store: SealedStore;
  /** Null where installing by OAuth is off. */
  readonly seal: Seal | null;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Slack tells times of events in whole seconds. */
const secondMs = 1_000;
/** So long may an event be under way, retries included. */
const longestDelayMs = 3 * 3_600_000;

/** Which workspaces we are in, and with which token. */
export function createWorkspaces({ botToken, store, seal, log, now }: WorkspacesOptions): Workspaces {
  const installed = new Map<string, Installation & { readonly at: number }>();
  const ownUsers = new Set<string>();

  function remember(installation: Installation, at: number): void {
    installed.set(installation.team, { ...installation, at });
    ownUsers.add(installation.user);
  }

  return {
    tokenOf(team) {
      const only = installed.size === 1 ? [...installed.values()][0]?.token : undefined;
      // A post that answers nobody names no workspace.
      return installed.get(team)?.token ?? botToken ?? (team === '' ? (only ?? null) : null);
    },
    ownUsers,
    async load() {
      if (!seal) return;
      for (const { workspace, sealed, at } of await store.list()) {
        const { token, user } = fieldsOf(parsed(seal.open(sealed, workspace)));
        if (textOf(token)) remember({ team: workspace, token: textOf(token), user: textOf(user) }, at);
        else
          log.error(
            { workspace },
            'An installation cannot be read: SLACK_STATE_SECRET is another one than when it was made. Set the old one, or install the app there again.',
          );
      }
    },
    async add(installation) {
      if (!seal) throw new Error('Installing in more workspaces needs SLACK_STATE_SECRET.');
      const { team, token, user } = installation;
      const at = now();
      await store.save({ workspace: team, sealed: seal.close(JSON.stringify({ token, user }), team), at });
      remember(installation, at);
    },
    async remove(team, at) {
      const later = (installed.get(team)?.at ?? 0) - at;
      if (later > secondMs && later < longestDelayMs) return;
      const talks = await store.remove(team);
      installed.delete(team);
      log.warn({ team, talks }, 'Slack ended the installation in a workspace; its talks are ended');
    },
  };
}

function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
