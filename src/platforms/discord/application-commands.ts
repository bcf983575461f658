import {
  type APIApplicationCommand,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { limits } from './limits.ts';

type Wanted = RESTPostAPIApplicationCommandsJSONBody;

/** Not longer than a message that is typed. */
const longestProblem = limits.content;

/** What only commands of all servers may say: installed by servers and by people, usable everywhere. */
const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** The commands of Askfix. @param isGlobal for all servers rather than for one */
export function wantedCommands(isGlobal: boolean): readonly Wanted[] {
  const reach = isGlobal ? everywhere : {};
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: 'fix',
      name_localizations: { 'zh-CN': '诊断', 'zh-TW': '診斷' },
      description: 'Explain an error code or say what goes wrong, and get the steps that help',
      description_localizations: {
        'zh-CN': '解释错误码，或说说出了什么问题，得到解决步骤',
        'zh-TW': '解釋錯誤碼，或說說出了什麼問題，得到解決步驟',
      },
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'problem',
          name_localizations: { 'zh-CN': '问题', 'zh-TW': '問題' },
          description: 'An error code, an error message, or your own words',
          description_localizations: {
            'zh-CN': '错误码、错误信息，或自己的话',
            'zh-TW': '錯誤碼、錯誤訊息，或自己的話',
          },
          required: true,
          autocomplete: true,
          max_length: longestProblem,
        },
      ],
      ...reach,
    },
    {
      type: ApplicationCommandType.Message,
      name: 'Diagnose this message',
      name_localizations: { 'zh-CN': '诊断这条消息', 'zh-TW': '診斷這則訊息' },
      ...reach,
    },
  ];
}

/** What a registration would change. */
export interface Registration {
  /** Names of commands that are missing or differ. */
  readonly changed: readonly string[];
  /** Everything that is to be there afterwards: our commands, and others that the application has. */
  readonly body: readonly object[];
}

/** Compares what Discord has with what is wanted. Commands that are not ours stay as they are. */
export function registrationOf(
  existing: readonly APIApplicationCommand[],
  wanted: readonly Wanted[],
): Registration {
  const isSame = (one: Named, other: Named) => one.name === other.name && typeOf(one) === typeOf(other);
  const changed = wanted.filter((command) => {
    const there = existing.find((other) => isSame(other, command));
    return there === undefined || !holds(there, command);
  });
  const others = existing.filter((command) => !wanted.some((ours) => isSame(ours, command)));
  return { changed: changed.map(({ name }) => name), body: [...wanted, ...others] };
}

type Named = { readonly name: string; readonly type?: ApplicationCommandType | undefined };

/** A command without a type is typed into the chat. */
function typeOf({ type }: Named): ApplicationCommandType {
  return type ?? ApplicationCommandType.ChatInput;
}

/** Whether `there` says everything that `wanted` says. Discord adds ids and fills in what was left out. */
function holds(there: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(there) || there.length !== wanted.length) return false;
    // Lists of plain values are sets to Discord.
    return wanted.every((item, index) => there.includes(item) || holds(there[index], item));
  }
  if (typeof wanted !== 'object' || wanted === null) return there === wanted;
  if (typeof there !== 'object' || there === null) return false;
  const found = there as Readonly<Record<string, unknown>>;
  return Object.entries(wanted).every(([name, value]) => holds(found[name], value));
}
