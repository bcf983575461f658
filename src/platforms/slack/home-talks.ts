import type { Address, LanguageCode } from '../../message.ts';
import { fromAddress, type SlackAddress } from './address.ts';
import { plain } from './plain.ts';
import { wordsIn } from './words.ts';

/** A talk that somebody may go on with. */
export interface HomeTalk {
  readonly title: string;
  readonly address: Address;
}

export type OpenTalksOf = (person: string, language: LanguageCode) => Promise<readonly HomeTalk[]>;

const mostShown = 10;

/** The open talks in App Home, each with the way to it; a word where there is none. */
export function talkBlocks(talks: readonly HomeTalk[], language: LanguageCode): readonly object[] {
  const { home } = wordsIn(language);
  const heading = { type: 'header', text: plain(home.talks, 150) };
  if (talks.length === 0) return [heading, { type: 'section', text: plain(home.noTalks, 300) }];
  return [heading, ...talks.slice(0, mostShown).map((talk, index) => talkBlock(talk, index, home.open))];
}

/** Its thread; a command that nobody followed up has none, only its channel. */
function wayTo({ team, channel, thread }: SlackAddress): string {
  return thread === undefined
    ? `slack://channel?team=${team}&id=${channel}`
    : `https://app.slack.com/client/${team}/${channel}/thread/${channel}-${thread}`;
}

function talkBlock({ title, address }: HomeTalk, index: number, open: string): object {
  return {
    type: 'section',
    text: plain(title.replaceAll('\n', ' '), 200),
    accessory: {
      type: 'button',
      action_id: `home:talk:${index}`,
      text: plain(open, 75),
      url: wayTo(fromAddress(address)),
    },
  };
}
