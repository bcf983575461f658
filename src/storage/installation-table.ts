import type { SealedInstallation } from '../operations/installations.ts';
import type { Prepare } from './statements.ts';

export interface InstallationTable {
  /** Oldest first. */
  of(platform: string): readonly SealedInstallation[];
  save(platform: string, installation: SealedInstallation): void;
  /** Takes it away with the talks of its workspace; the ids of those. */
  remove(platform: string, workspace: string): readonly string[];
}

/** Workspaces in which somebody installed the bot. */
export function createInstallationTable(prepare: Prepare): InstallationTable {
  const list = prepare<[string], SealedInstallation>(
    'SELECT workspace, sealed, at FROM installation WHERE platform = ? ORDER BY at, workspace',
  );
  const save = prepare<[string, string, string, number]>(
    `INSERT INTO installation (platform, workspace, sealed, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (platform, workspace) DO UPDATE SET sealed = excluded.sealed, at = excluded.at`,
  );
  const remove = prepare<[string, string]>('DELETE FROM installation WHERE platform = ? AND workspace = ?');
  const talks = prepare<[string, string], { id: string }>(
    "SELECT id FROM conversation WHERE platform = ? AND json_extract(address, '$.workspace') = ?",
  );
  const end = prepare<[string]>('DELETE FROM conversation WHERE id = ?');

  return {
    of: (platform) => list.all(platform),
    save(platform, { workspace, sealed, at }) {
      save.run(platform, workspace, sealed, at);
    },
    remove(platform, workspace) {
      remove.run(platform, workspace);
      const ids = talks.all(platform, workspace).map(({ id }) => id);
      for (const id of ids) end.run(id);
      return ids;
    },
  };
}
