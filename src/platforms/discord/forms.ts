import {
  type APIModalInteractionResponse,
  ComponentType,
  InteractionResponseType,
  TextInputStyle,
} from 'discord.js';
import type { LanguageCode } from '../../message.ts';
import { limits } from './limits.ts';
import { customIdOf, type TalkName } from './names.ts';
import { words } from './words.ts';

/** The form "Tell me more": one field for words of one's own. */
export function moreForm(talk: TalkName, language: LanguageCode): APIModalInteractionResponse {
  const { moreTitle, moreField } = words[language];
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: customIdOf({ kind: 'more', talk, choice: '' }),
      title: moreTitle,
      components: [
        {
          type: ComponentType.Label,
          label: moreField,
          component: {
            type: ComponentType.TextInput,
            custom_id: 'words',
            style: TextInputStyle.Paragraph,
            max_length: limits.form,
            required: true,
          },
        },
      ],
    },
  };
}
