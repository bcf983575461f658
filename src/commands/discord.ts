import type { DiscordConfig } from '../config/discord-settings.ts';
import { ConfigProblem, loadConfig } from '../config.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage = 'askfix discord register [--guild ID]';

/**
 * `askfix discord register [--guild ID]`: tells Discord about `/fix` and "Diagnose this message". Writes only what
 * differs; run it after an update.
 * @returns the exit code: 0 fine, 1 Discord or the settings say no, 2 wrong usage
 */
export async function run(words: readonly string[]): Promise<number> {
  const [what, option, server] = words;
  if (what !== 'register')
    return wrongUsage(what === undefined ? 'Discord what?' : `There is no "discord ${what}".`, usage);
  if (option !== undefined && option !== '--guild')
    return wrongUsage(`There is no option "${option}".`, usage);
  if (option !== undefined && !/^\d{15,20}$/.test(server ?? ''))
    return wrongUsage('--guild takes the id of a server: 15 to 20 digits.', usage);
  if (words.length > 3) return wrongUsage(`"${words[3]}" is too much.`, usage);
  try {
    const { discord } = loadConfig();
    if (discord) return await write(discord, server);
    process.stderr.write(
      "askfix: DISCORD_TOKEN is not set. Set it to the token of your application's bot.\n",
    );
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    process.stderr.write(`askfix: ${error.message}\n`);
  }
  return 1;
}

async function write({ token, apiUrl }: DiscordConfig, server: string | undefined): Promise<number> {
  const { register } = await import('../platforms/discord/register.ts');
  const where = server === undefined ? 'everywhere' : `in the server ${server}`;
  try {
    const changed = await register({ token: token.reveal(), url: apiUrl }, server);
    const names = changed.map((name) => `"${name}"`).join(' and ');
    process.stdout.write(
      changed.length === 0
        ? `Nothing to do: the commands ${where} are up to date.\n`
        : `Registered ${names} ${where}.\n`,
    );
    return 0;
  } catch (error) {
    process.stderr.write(`askfix: the commands could not be registered: ${reasonOf(error)}\n`);
    return 1;
  }
}

/** What to do about the refusals that people meet. */
function reasonOf(error: unknown): string {
  const { status, message } = error as { readonly status?: number; readonly message?: string };
  if (status === 401)
    return 'Discord does not take DISCORD_TOKEN. Make a new one (Developer Portal, Bot, Reset Token).';
  if (status === 403)
    return 'Discord says 403. Invite the application to that server with the scope "applications.commands" first.';
  return message ?? String(error);
}
