import {
  type APIApplication,
  type APIApplicationCommand,
  ApplicationFlags,
  DiscordAPIError,
  REST,
  Routes,
} from 'discord.js';
import type { ApiOptions } from './api.ts';
import { registrationOf, wantedCommands } from './application-commands.ts';

/** What was found, and what to do about it when it is not fine. */
interface Finding {
  readonly ok: boolean;
  readonly says: string;
}

/** The intent is on: for a small application, or approved for a big one. */
const contentFlags = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;
const patienceMs = 5_000;

/** Whether Discord can be reached, takes the token, agrees about the intent and knows the commands. Never rejects. */
export async function checkSetup(options: ApiOptions, messageContent: boolean): Promise<Finding> {
  const rest = new REST({ api: options.url, version: '10', retries: 0, timeout: patienceMs }).setToken(
    options.token,
  );
  try {
    const application = (await rest.get(Routes.currentApplication())) as APIApplication;
    if (messageContent && (Number(application.flags) & contentFlags) === 0) return intentIsOff;
    const query = new URLSearchParams({ with_localizations: 'true' });
    const route = Routes.applicationCommands(application.id);
    const existing = (await rest.get(route, { query })) as APIApplicationCommand[];
    const { changed } = registrationOf(existing, wantedCommands(true));
    const hint =
      changed.length === 0 ? '' : '; its commands are not registered everywhere: npx askfix discord register';
    return { ok: true, says: `${application.name}, token and intents fit${hint}` };
  } catch (error) {
    return { ok: false, says: reasonOf(error, options.url) };
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

const intentIsOff: Finding = {
  ok: false,
  says: 'the Message Content Intent is off. Switch it on (Developer Portal, Bot, Privileged Gateway Intents), or set DISCORD_MESSAGE_CONTENT=false.',
};

function reasonOf(error: unknown, url: string): string {
  if (error instanceof DiscordAPIError && error.status === 401)
    return 'Discord does not take DISCORD_TOKEN. Make a new one (Developer Portal, Bot, Reset Token) and set it.';
  const reason = error instanceof Error ? error.message : String(error);
  return `Discord does not answer as it should at ${url}: ${reason}. Check the network, and DISCORD_API_URL if you set it.`;
}
