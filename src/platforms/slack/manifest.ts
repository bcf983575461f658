import { wordsIn } from './words.ts';

export type SlackMode = 'socket' | 'http';

export interface ManifestOptions {
  readonly mode: SlackMode;
  /** Where Slack reaches this server, without a path; null where it does not (mode `socket`). */
  readonly origin: string | null;
}

/** Each with what it is for; nothing is asked for that nothing uses. */
const scopes = {
  'app_mentions:read': 'mentions',
  'assistant:write': 'the status while it works, suggested prompts',
  'channels:history': 'what follows in a thread of a public channel, and whether a reply arrived',
  'chat:write': 'replies',
  commands: '/fix and the message shortcut',
  'groups:history': 'the same as channels:history in private channels',
  'im:history': 'direct messages',
  'users:read': 'the language of a person’s Slack, when a bare code does not tell',
} as const;

/** What the bot asks for at its installation. */
export const botScopes: readonly string[] = Object.keys(scopes);

const botEvents = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.channels',
  'message.groups',
  'message.im',
  'tokens_revoked',
] as const;

/** The app manifest, as "Create New App → From a manifest" takes it. */
export function slackManifest({ mode, origin }: ManifestOptions): object {
  const address = mode === 'http' ? { request_url: `${origin}/slack/events` } : {};
  const { prompts } = wordsIn('en');
  return {
    display_information: {
      name: 'Askfix',
      description: 'Explains errors, asks the few questions that matter, and gives the fix.',
      background_color: '#1f2a37',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Askfix', always_online: true },
      agent_view: {
        agent_description:
          'Paste an error code or say what does not work; I ask back and give you the steps.',
        suggested_prompts: prompts,
      },
      slash_commands: [
        {
          command: '/fix',
          ...(mode === 'http' ? { url: `${origin}/slack/events` } : {}),
          description: 'Explain an error code or a problem',
          usage_hint: '0x80070057, or what does not work',
          should_escape: false,
        },
      ],
      shortcuts: [
        {
          name: 'Diagnose this message',
          type: 'message',
          callback_id: 'diagnose_message',
          description: 'Finds the error in a message and helps you fix it',
        },
      ],
    },
    oauth_config: {
      ...(origin === null ? {} : { redirect_urls: [`${origin}/slack/oauth_redirect`] }),
      scopes: { bot: botScopes },
    },
    settings: {
      event_subscriptions: { ...address, bot_events: botEvents },
      interactivity: { is_enabled: true, ...address },
      org_deploy_enabled: false,
      socket_mode_enabled: mode === 'socket',
      token_rotation_enabled: false,
    },
  };
}
