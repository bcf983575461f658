import type { LanguageCode } from '../../message.ts';
import { personOf } from './address.ts';
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
  /** The person chose it: kept for good. */
  choose(user: SlackUser, language: LanguageCode): Promise<void>;
}

/** Where the languages that people chose are kept. @param person as `Incoming.person` names them */
export interface KeptLanguages {
  of(person: string): Promise<LanguageCode | null>;
  choose(person: string, language: LanguageCode): Promise<void>;
}

/** Milliseconds that a message waits for its author's profile, once per person; its ack must not be late. */
const patienceMs = 200;
/** Milliseconds without asking after Slack did not answer. */
const restMs = 60_000;
const mostRemembered = 10_000;
/** Slack takes about 100 of these a minute. Somebody who is not asked about gets the language of the words. */
const asking = { most: 20, perSecond: 1 };

/** People's languages, from their choice in App Home, else from their Slack profile (users.info, scope users:read). */
export function createProfiles(apiOf: ApiOf, kept: KeptLanguages, now: () => number): Profiles {
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
      if (languages.has(user) || tellsItself(text)) return languages.get(user);
      const chosen = await kept.of(personOf(who.team, user));
      if (chosen) remember(user, chosen);
      if (chosen || now() < restUntil) return chosen ?? undefined;
      const answer = asked.get(user) ?? (mayAsk() ? ask(who) : undefined);
      if (answer) await atMost(answer, patienceMs);
      return languages.get(user);
    },
    async choose({ team, id }, language) {
      const isNew = languages.get(id) !== language;
      remember(id, language);
      if (isNew) await kept.choose(personOf(team, id), language);
    },
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
