import type { Config } from '../config.ts';
import { titlesOf } from '../conversation/wording/choose.ts';
import type { Log } from '../log.ts';
import type { Platform } from '../message.ts';
import { createIdentities } from '../privacy/identities.ts';
import type { SqliteStorage } from '../storage/sqlite.ts';
import type { LiveKnowledge } from './live-knowledge.ts';
import { openTalks } from './open-talks.ts';
import { slackEvents } from './slack-events.ts';
import { createSuggestions } from './suggestions.ts';

export interface ChatParts {
  readonly config: Config;
  readonly log: Log;
  readonly knowledge: Pick<LiveKnowledge, 'current'>;
  readonly storage: Pick<SqliteStorage, 'installations' | 'talks' | 'people' | 'identityKey'>;
}

type Opener = (parts: ChatParts) => Promise<Platform | null>;

const mostTopics = 12;
/** Of a person's newest talks, those that are still open are shown. */
const mostTalks = 20;

/** Each loads its SDK only when its settings are present. */
const openers: readonly Opener[] = [openSlack, openDiscord];

/** Every chat platform whose settings are present, not started yet. */
export async function chatPlatforms(parts: ChatParts): Promise<readonly Platform[]> {
  const opened = await Promise.all(openers.map((open) => open(parts)));
  return opened.filter((platform) => platform !== null);
}

async function openSlack({ config, log, knowledge, storage }: ChatParts): Promise<Platform | null> {
  if (config.slack === null) return null;
  const { botToken, apiUrl, oauth } = config.slack;
  const { installations } = storage;
  const identities = createIdentities(storage.identityKey);
  const { createSlack } = await import('../platforms/slack/slack.ts');
  return createSlack({
    botToken: botToken?.reveal() ?? null,
    events: slackEvents(config.slack),
    apiUrl,
    install: oauth && {
      clientId: oauth.clientId,
      clientSecret: oauth.clientSecret.reveal(),
      stateSecret: oauth.stateSecret.reveal(),
      publicOrigin: config.publicOrigins[0] ?? null,
    },
    installations: {
      list: () => installations.list('slack'),
      save: (installation) => installations.save('slack', installation),
      remove: (workspace) => installations.remove('slack', workspace),
    },
    languages: {
      of: (person) => storage.people.language(identities.person('slack', person)),
      choose: (person, language) =>
        storage.people.chooseLanguage(identities.person('slack', person), language),
    },
    log: log.child({ platform: 'slack' }),
    now: Date.now,
    topics: (language) => titlesOf(knowledge.current(), language, mostTopics),
    openTalks: async (person, language) =>
      openTalks(await storage.talks.of(identities.person('slack', person), mostTalks), {
        knowledge: knowledge.current(),
        language,
        now: Date.now(),
      }),
  });
}

async function openDiscord({ config, log, knowledge }: ChatParts): Promise<Platform | null> {
  if (config.discord === null) return null;
  const { token, ...options } = config.discord;
  const { createDiscord } = await import('../platforms/discord/discord.ts');
  return createDiscord({
    ...options,
    token: token.reveal(),
    log: log.child({ platform: 'discord' }),
    now: Date.now,
    suggest: createSuggestions(knowledge.current),
  });
}
