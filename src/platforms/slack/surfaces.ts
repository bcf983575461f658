import type { App } from '@slack/bolt';
import type { Log } from '../../log.ts';
import type { LanguageCode } from '../../message.ts';
import { personOf } from './address.ts';
import type { ApiCall, ApiOf } from './api-call.ts';
import { type Fields, fieldsOf, textOf } from './fields.ts';
import { homeView } from './home.ts';
import type { OpenTalksOf } from './home-talks.ts';
import type { Profiles } from './profiles.ts';
import { wordsIn } from './words.ts';

export interface SurfaceParts {
  readonly app: App;
  readonly apiOf: ApiOf;
  readonly profiles: Profiles;
  readonly log: Log;
  /** Titles of what the knowledge is about, in a language. */
  readonly topics: (language: LanguageCode) => readonly string[];
  readonly openTalks: OpenTalksOf;
}

/** Everything that Slack shows around a talk: App Home and suggested prompts. */
export function listenToSurfaces({ app, apiOf, profiles, log, topics, openTalks }: SurfaceParts): void {
  async function publish(user: string, language: LanguageCode, start: Start): Promise<void> {
    const talks = await openTalks(personOf(start.team, user), language);
    const view = homeView({ language, topics: topics(language), start, talks });
    await apiOf(start.team)('views.publish', { user_id: user, view });
  }

  app.event('app_home_opened', async ({ event, body }) => {
    const start = startOf(fieldsOf(body));
    const chosen = languageOf(fieldsOf(fieldsOf(event).view).private_metadata);
    if (chosen) await profiles.choose({ team: start.team, id: event.user }, chosen);
    const language =
      chosen ?? (await profiles.languageFor({ team: start.team, id: event.user }, '-')) ?? 'en';
    if (event.tab === 'messages') await suggest(apiOf(start.team), { channel_id: event.channel }, language);
    else await publish(event.user, language, start);
  });
  app.event('assistant_thread_started', async ({ event, body }) => {
    const { channel_id, thread_ts, user_id } = event.assistant_thread;
    await suggest(apiOf(body.team_id), { channel_id, thread_ts }, profiles.known(user_id) ?? 'en');
  });
  app.action(/^home:language:/, async ({ action, body }) => {
    const language = languageOf(fieldsOf(action).value);
    if (!language) return;
    const start = startOf(fieldsOf(body));
    await profiles.choose({ team: start.team, id: body.user.id }, language);
    await publish(body.user.id, language, start);
  });
  app.error(async (error) => {
    log.warn({ reason: error.message }, 'something beside a Slack talk did not work');
  });
}

interface Start {
  readonly team: string;
  readonly app: string;
}

/** Suggestions above the message box; without them people type all the same. */
async function suggest(api: ApiCall, where: Record<string, unknown>, language: LanguageCode): Promise<void> {
  const { prompts, home } = wordsIn(language);
  await api('assistant.threads.setSuggestedPrompts', { ...where, title: home.promptsTitle, prompts });
}

function startOf(body: Fields): Start {
  return { team: textOf(body.team_id) || textOf(fieldsOf(body.team).id), app: textOf(body.api_app_id) };
}

function languageOf(value: unknown): LanguageCode | undefined {
  return value === 'en' || value === 'zh' ? value : undefined;
}
