import {
  type APIApplication,
  ApplicationFlags,
  DiscordAPIError,
  PermissionFlagsBits,
  REST,
  type RESTAPIPartialCurrentUserGuild,
  Routes,
} from 'discord.js';
import type { ApiOptions } from './api.ts';
import { registrationOf, wantedCommands } from './application-commands.ts';
import { existingCommands } from './register.ts';

/** What was found about one thing, and what to do about it when it is not fine. */
export interface SetupFinding {
  readonly name: string;
  readonly ok: boolean;
  readonly says: string;
}

export interface SetupOptions extends ApiOptions {
  readonly messageContent: boolean;
  /** Ids of channels that the settings name, such as the operators'. */
  readonly channels: readonly string[];
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The intent is on: for a small application, or approved for a big one. */
const contentFlags = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;
const patienceMs = 5_000;
/** Discord says its time in whole seconds. */
const mostSkewMs = 60_000;

/** All that the bot does needs these and no others; docs/discord.md says what for. */
const permissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions;

/**
 * Looks at the set-up at Discord: token and reachability, intent, commands, servers, named channels, clock. Where the
 * first is wrong it stands alone. Never rejects.
 */
export async function checkSetup(options: SetupOptions): Promise<readonly SetupFinding[]> {
  const { url, token, messageContent, channels } = options;
  const rest = new REST({ api: url, version: '10', retries: 0, timeout: patienceMs }).setToken(token);
  try {
    const application = (await rest.get(Routes.currentApplication())) as APIApplication;
    return [
      { name: 'Discord', ok: true, says: `${application.name} answers, and DISCORD_TOKEN is its token` },
      intentFinding(application, messageContent),
      await commandsFinding(rest, application),
      await serversFinding(rest, application),
      ...(await Promise.all(channels.map((channel) => channelFinding(rest, channel)))),
      await clockFinding(options),
    ];
  } catch (error) {
    return [{ name: 'Discord', ok: false, says: reasonOf(error, url) }];
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

function intentFinding({ flags }: APIApplication, isWanted: boolean): SetupFinding {
  const isOn = (Number(flags) & contentFlags) !== 0;
  const where = 'Developer Portal, Bot, Privileged Gateway Intents';
  const name = 'intents';
  if (isWanted && !isOn)
    return {
      name,
      ok: false,
      says: `the Message Content Intent is off. Switch it on (${where}), or set DISCORD_MESSAGE_CONTENT=false.`,
    };
  if (isWanted) return { name, ok: true, says: 'the Message Content Intent is on' };
  const hint = isOn
    ? 'the Message Content Intent is on at Discord; DISCORD_MESSAGE_CONTENT=true makes use of it'
    : `without the Message Content Intent threads need a mention each time; it is switched on at ${where}`;
  return { name, ok: true, says: hint };
}

async function commandsFinding(rest: REST, { id }: APIApplication): Promise<SetupFinding> {
  const existing = await existingCommands(rest, Routes.applicationCommands(id));
  const { changed } = registrationOf(existing, wantedCommands(true));
  const says =
    changed.length === 0
      ? 'registered everywhere and up to date'
      : 'not registered everywhere, or not up to date. Run: npx askfix discord register';
  // For trying out they may be registered in one server alone.
  return { name: 'commands', ok: true, says };
}

async function serversFinding(rest: REST, { id }: APIApplication): Promise<SetupFinding> {
  const name = 'servers';
  const invitation = `https://discord.com/oauth2/authorize?client_id=${id}&scope=bot+applications.commands&permissions=${permissions}`;
  try {
    const servers = (await rest.get(Routes.userGuilds())) as RESTAPIPartialCurrentUserGuild[];
    if (servers.length === 0)
      return { name, ok: true, says: `the bot is in none yet. Open ${invitation} and choose one.` };
    return { name, ok: true, says: `the bot is in ${servers.length}; more by ${invitation}` };
  } catch (error) {
    if (!(error instanceof DiscordAPIError || error instanceof SyntaxError)) throw error;
    return { name, ok: true, says: `Discord does not list them; the bot is invited by ${invitation}` };
  }
}

async function channelFinding(rest: REST, channel: string): Promise<SetupFinding> {
  const name = 'channel';
  try {
    const found = (await rest.get(Routes.channel(channel))) as { readonly name?: string | null };
    return { name, ok: true, says: `${found.name ?? channel} (${channel}) can be seen` };
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    return {
      name,
      ok: false,
      says: `${channel} cannot be seen (${error.message}). Give the bot "View Channel" and "Send Messages" there (Edit Channel, Permissions), or look at OPERATORS and DISCORD_FORUMS.`,
    };
  }
}

/** By the time in Discord's answer; what expires is counted from this machine's clock. */
async function clockFinding({ url, now }: SetupOptions): Promise<SetupFinding> {
  const name = 'clock';
  const { headers } = await fetch(`${url}/v10/gateway`, { signal: AbortSignal.timeout(patienceMs) });
  const theirs = Date.parse(headers.get('date') ?? '');
  const skew = Math.round((now() - theirs) / 1000);
  if (Number.isNaN(skew)) return { name, ok: true, says: 'Discord does not tell its time' };
  if (Math.abs(skew) * 1000 <= mostSkewMs) return { name, ok: true, says: 'agrees with Discord’s' };
  const how = skew > 0 ? 'fast' : 'slow';
  return {
    name,
    ok: false,
    says: `this machine’s clock is ${Math.abs(skew)} s ${how}. Switch on its time synchronisation (NTP).`,
  };
}

function reasonOf(error: unknown, url: string): string {
  if (error instanceof DiscordAPIError && error.status === 401)
    return 'Discord does not take DISCORD_TOKEN. Make a new one (Developer Portal, Bot, Reset Token) and set it.';
  const reason = error instanceof Error ? error.message : String(error);
  return `Discord does not answer as it should at ${url}: ${reason}. Check the network, and DISCORD_API_URL if you set it.`;
}
