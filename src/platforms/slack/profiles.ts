import type { LanguageCode } from '../../message.ts';
import { createAllowance } from './allowance.ts';
import type { ApiOf } from './api-call.ts';
import { atMost } from './at-most.ts';
import { fieldsOf, textOf } from './fields.ts';

/** Somebody in a workspace. */
interface SlackUser {
  readonly team: string;
  readonly id: string;
}

export interface Profiles {
  /** A person's language as far as it is known without asking. */
  known(user: string): LanguageCode | undefined;
  /** The same, asking Slack when the words themselves do not tell; waits no longer than a moment. */
  languageFor(user: SlackUser, text: string): Promise<LanguageCode | undefined>;
  /** The person chose it. */
  choose(user: string, language: LanguageCode): void;
}

/** Milliseconds that a message waits for its author's profile, once per person; its ack must not be late. */
const patienceMs = 200;
/** Milliseconds without asking after Slack did not answer. */
const restMs = 60_000;
const mostRemembered = 10_000;
/** Slack takes about 100 of these a minute. Somebody who is not asked about gets the language of the words. */
const asking = { most: 20, perSecond: 1 };

/** People's languages, from their choice in App Home, else from their Slack profile (users.info, scope users:read). */
export function createProfiles(apiOf: ApiOf, now: () => number): Profiles {
  const languages = new Map<string, LanguageCode | undefined>();
  const asked = new Map<string, Promise<void>>();
  const mayAsk = createAllowance({ ...asking, now });
  let restUntil = 0;

  function remember(user: string, language: LanguageCode | undefined): void {
    languages.set(user, language);
    const [oldest] = languages.keys();
    if (languages.size > mostRemembered && oldest !== undefined) languages.delete(oldest);
  }

  function ask({ team, id: user }: SlackUser): Promise<void> {
    const answer = apiOf(team)('users.info', { user, include_locale: true })
      .then(
        (found) => remember(user, languageOfLocale(textOf(fieldsOf(found.user).locale))),
        () => {
          restUntil = now() + restMs;
        },
      )
      .finally(() => asked.delete(user));
    asked.set(user, answer);
    return answer;
  }

  return {
    known: (user) => languages.get(user),
    async languageFor(who, text) {
      const user = who.id;
      if (languages.has(user) || tellsItself(text) || now() < restUntil) return languages.get(user);
      const answer = asked.get(user) ?? (mayAsk() ? ask(who) : undefined);
      if (answer) await atMost(answer, patienceMs);
      return languages.get(user);
    },
    choose: remember,
  };
}

/** Chinese characters, or three words: then the profile would not count anyway. */
function tellsItself(text: string): boolean {
  return (
    text === '' || /\p{Script=Han}/u.test(text) || (text.match(/\p{Script=Latin}{2,}/gu)?.length ?? 0) >= 3
  );
}

function languageOfLocale(locale: string): LanguageCode | undefined {
  const primary = locale.toLowerCase().split(/[-_]/)[0];
  return primary === 'en' || primary === 'zh' ? primary : undefined;
}
