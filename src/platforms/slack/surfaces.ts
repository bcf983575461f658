import type { App } from '@slack/bolt';
import type { Log } from '../../log.ts';
import type { LanguageCode } from '../../message.ts';
import type { ApiCall } from './api-call.ts';
import { type Fields, fieldsOf, textOf } from './fields.ts';
import { homeView } from './home.ts';
import type { Profiles } from './profiles.ts';
import { wordsIn } from './words.ts';

export interface SurfaceParts {
  readonly app: App;
  readonly api: ApiCall;
  readonly profiles: Profiles;
  readonly log: Log;
  /** Titles of what the knowledge is about, in a language. */
  readonly topics: (language: LanguageCode) => readonly string[];
}

/** Everything that Slack shows around a talk: App Home, suggested prompts, the end of an installation. */
export function listenToSurfaces({ app, api, profiles, log, topics }: SurfaceParts): void {
  async function publish(user: string, language: LanguageCode, start: Start): Promise<void> {
    const view = homeView({ language, topics: topics(language), start });
    await api('views.publish', { user_id: user, view });
  }

  app.event('app_home_opened', async ({ event, body }) => {
    const chosen = languageOf(fieldsOf(fieldsOf(event).view).private_metadata);
    if (chosen) profiles.choose(event.user, chosen);
    const language = chosen ?? (await profiles.languageFor(event.user, '-')) ?? 'en';
    if (event.tab === 'messages') await suggest(api, { channel_id: event.channel }, language);
    else await publish(event.user, language, startOf(fieldsOf(body)));
  });
  app.event('assistant_thread_started', async ({ event }) => {
    const { channel_id, thread_ts, user_id } = event.assistant_thread;
    await suggest(api, { channel_id, thread_ts }, profiles.known(user_id) ?? 'en');
  });
  app.action(/^home:language:/, async ({ action, body }) => {
    const language = languageOf(fieldsOf(action).value);
    if (!language) return;
    profiles.choose(body.user.id, language);
    await publish(body.user.id, language, startOf(fieldsOf(body)));
  });
  app.event(/^(app_uninstalled|tokens_revoked)$/, async ({ event }) => {
    log.error(
      { event: event.type },
      'Slack ended the installation. Install the app again and set its new token.',
    );
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
