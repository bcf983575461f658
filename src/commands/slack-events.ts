import type { SlackConfig } from '../config/slack-settings.ts';
import type { SlackOptions } from '../platforms/slack/slack.ts';

/** How Slack's events come in, with its secrets in the open: for the platform and for the doctor. */
export function slackEvents({ events }: Pick<SlackConfig, 'events'>): SlackOptions['events'] {
  return events.mode === 'http'
    ? { mode: 'http', signingSecret: events.signingSecret.reveal() }
    : { mode: 'socket', appToken: events.appToken.reveal() };
}
