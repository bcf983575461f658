import type { LanguageCode } from '../../message.ts';
import { type HomeTalk, talkBlocks } from './home-talks.ts';
import { plain } from './plain.ts';
import { wordsIn } from './words.ts';

export interface HomeOptions {
  readonly language: LanguageCode;
  /** Titles of what the knowledge is about. */
  readonly topics: readonly string[];
  /** Opens the Messages tab of this app. */
  readonly start: { readonly team: string; readonly app: string };
  /** Talks that the person may go on with, newest first. */
  readonly talks: readonly HomeTalk[];
}

/** The App Home: what the bot is for, what it knows about, where to begin, and in which language. */
export function homeView({ language, topics, start, talks }: HomeOptions): object {
  const { home } = wordsIn(language);
  const about = topics.slice(0, 12).map((topic) => `• ${topic}`);
  return {
    type: 'home',
    private_metadata: language,
    blocks: [
      { type: 'header', text: plain(home.title, 150) },
      { type: 'section', text: plain(home.about, 3_000) },
      {
        type: 'actions',
        block_id: 'home',
        elements: [
          {
            type: 'button',
            action_id: 'home:start',
            style: 'primary',
            text: plain(home.start, 75),
            url: `slack://app?team=${encodeURIComponent(start.team)}&id=${encodeURIComponent(start.app)}&tab=messages`,
          },
          languageButton('en', 'English'),
          languageButton('zh', '中文'),
        ],
      },
      ...talkBlocks(talks, language),
      ...(about.length === 0
        ? []
        : [{ type: 'divider' }, { type: 'section', text: plain([home.topics, ...about].join('\n'), 3_000) }]),
      { type: 'context', elements: [plain(home.how, 300)] },
    ],
  };
}

function languageButton(language: LanguageCode, label: string): object {
  return {
    type: 'button',
    action_id: `home:language:${language}`,
    text: plain(label, 75),
    value: language,
  };
}
