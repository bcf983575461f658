import type { Reply } from '../../message.ts';
import { renderText } from '../text.ts';

/** A reply as programs and the page get it. */
export interface ReplyJson {
  readonly id: string;
  readonly kind: Reply['kind'];
  /** The whole plain rendering, choices included. */
  readonly text: string;
  readonly blocks: Reply['blocks'];
  readonly choices: Reply['choices'];
  readonly about: Reply['about'];
  readonly replaces?: string;
}

/** The stable outside form of a reply: what `message.ts` may gain later does not leak. */
export function replyJson(reply: Reply): ReplyJson {
  const { id, kind, blocks, choices, about, replaces } = reply;
  return {
    id,
    kind,
    text: renderText(reply),
    blocks,
    choices,
    about,
    ...(replaces === undefined ? {} : { replaces }),
  };
}
