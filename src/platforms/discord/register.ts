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
    const existing = await existingCommands(rest, route);
    const { changed, body } = registrationOf(existing, wantedCommands(server === undefined));
    if (changed.length > 0) await rest.put(route, { body });
    return changed;
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

/**
 * The commands that Discord has. Where there are none yet, "not found" is an answer, be it JSON or not; writing then
 * tells whether the place itself is wrong.
 */
export async function existingCommands(
  rest: REST,
  route: `/${string}`,
): Promise<readonly APIApplicationCommand[]> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  try {
    return (await rest.get(route, { query })) as APIApplicationCommand[];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    if (error instanceof DiscordAPIError && error.status === 404) return [];
    throw error;
  }
}
