import { type APIApplicationCommand, DiscordAPIError, REST, Routes } from 'discord.js';
import type { ApiOptions } from './api.ts';
import { registrationOf, wantedCommands } from './application-commands.ts';

/**
 * Makes the application's commands what they should be, writing only when something differs.
 *
 * @param server id of one server, where changes count at once; undefined for everywhere
 * @returns the names of the commands that were written
 * @throws what discord.js throws, such as DiscordAPIError with status 401 for a wrong token
 */
export async function register(options: ApiOptions, server: string | undefined): Promise<readonly string[]> {
  const rest = new REST({ api: options.url, version: '10' }).setToken(options.token);
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as { readonly id: string };
    const route =
      server === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, server);
    const query = new URLSearchParams({ with_localizations: 'true' });
    const existing = await rest.get(route, { query }).catch(noneIfUnknown);
    const { changed, body } = registrationOf(
      existing as APIApplicationCommand[],
      wantedCommands(server === undefined),
    );
    if (changed.length > 0) await rest.put(route, { body });
    return changed;
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

/** Where there are no commands yet, "not found" is an answer; writing then tells whether the place itself is wrong. */
function noneIfUnknown(error: unknown): readonly APIApplicationCommand[] {
  if (error instanceof DiscordAPIError && error.status === 404) return [];
  throw error;
}
