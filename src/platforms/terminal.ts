import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { styleText } from 'node:util';
import type { Call, Incoming, LanguageCode, Platform, PlatformHost, Reply } from '../message.ts';
import { printable, renderText, type TextPart } from './text.ts';
import { typedMessages } from './typed-messages.ts';

export interface TerminalOptions {
  /** A terminal, a pipe or a file. */
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; hasColors?(): boolean };
  /** Names this talk; different for every run. */
  readonly session: string;
  /** Of the few words the terminal says itself, and what the bot is told. */
  readonly language?: LanguageCode;
  /** Milliseconds until somebody who waits is told so. */
  readonly patienceMs?: number;
}

/** A platform whose one reader may leave. */
export interface Terminal extends Platform {
  /** Settles when the person left: end of input, Ctrl-D, Ctrl-C or /quit. */
  readonly finished: Promise<void>;
}

/** Milliseconds between two questions for a late answer. */
const pauseMs = 200;

const words = {
  en: {
    welcome: 'Paste an error or say what is wrong. Answer by number or in your own words; /quit ends.',
    wait: 'Still working on it …',
    failed: 'Something went wrong with this message. Please send it again.',
  },
  zh: {
    welcome: '请粘贴错误信息，或说说出了什么问题。可以输入编号，也可以直接说；输入 /quit 退出。',
    wait: '还在处理……',
    failed: '处理这条消息时出了错，请再发一次。',
  },
} as const;

/** A chat over two streams: one person, one talk. Piped input is answered line by line, without prompts and colours. */
export function createTerminal(options: TerminalOptions): Terminal {
  const { input, output, session } = options;
  const isTyped = input.isTTY === true && output.isTTY === true;
  const printer = createPrinter(options, isTyped);
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  const leaving = new AbortController();

  return {
    name: 'terminal',
    repeat: 'harmless',
    finished,
    async start(host) {
      const lines = createInterface({ input, output: isTyped ? output : undefined, terminal: isTyped });
      leaving.signal.addEventListener('abort', () => lines.close());
      lines.once('SIGINT', () => leaving.abort());
      output.once('error', () => leaving.abort());
      if (isTyped) printer.sentence('welcome');
      const talk = { host, printer, options, leaving: leaving.signal };
      void converse(talk, typedMessages(lines, isTyped)).finally(() => {
        lines.close();
        finish();
      });
    },
    encode: (reply, address) => [{ body: { to: address.to, reply } satisfies TerminalCall }],
    async send(call) {
      const { to, reply } = asTerminalCall(call);
      // An earlier run's reply: whoever waited for it has left.
      if (to === conversationOf(session)) printer.reply(reply);
      return {};
    },
    async stop() {
      leaving.abort();
    },
  };
}

interface Printer {
  print(text: string): void;
  sentence(which: keyof (typeof words)['en']): void;
  /** Replies come twice, from the outbox and from waiting for them; whichever is first prints. */
  reply(reply: Reply): void;
}

function createPrinter({ output, language = 'en' }: TerminalOptions, isTyped: boolean): Printer {
  const paint = output.isTTY === true && output.hasColors?.() === true ? colour : undefined;
  const printed = new Set<string>();
  const print = (text: string) => void output.write(isTyped ? `\n${text}\n\n` : `${text}\n\n`);
  return {
    print,
    sentence: (which) => print(words[language][which]),
    reply(reply) {
      if (printed.has(reply.id)) return;
      printed.add(reply.id);
      print(renderText(reply, { paint }));
    },
  };
}

interface Talk {
  readonly host: PlatformHost;
  readonly printer: Printer;
  readonly options: TerminalOptions;
  readonly leaving: AbortSignal;
}

async function converse(talk: Talk, messages: AsyncIterable<string>): Promise<void> {
  let number = 0;
  for await (const text of messages) {
    if (talk.leaving.aborted || text.trim() === '/quit') return;
    if (text.trim() === '') continue;
    number += 1;
    await say(talk, decode(text, number, talk.options)).catch(() => talk.printer.sentence('failed'));
  }
}

/** The `number`th thing said in this session. */
function decode(text: string, number: number, { session, language }: TerminalOptions): Incoming {
  const conversation = conversationOf(session);
  return {
    platform: 'terminal',
    conversation,
    person: conversation,
    eventKey: `${session}/${number}`,
    kind: 'text',
    text,
    ...(language === undefined ? {} : { language }),
    addressed: 'direct',
    address: { to: conversation },
  };
}

async function say({ host, printer, options, leaving }: Talk, incoming: Incoming): Promise<void> {
  const acceptance = await host.receive(incoming);
  if (acceptance.status === 'refused') return printer.print(printable(acceptance.sentence));
  const answered = () => host.answered(incoming.conversation, incoming.eventKey, options.patienceMs ?? 5_000);
  let replies = await answered();
  if (replies === null) printer.sentence('wait');
  while (replies === null && !leaving.aborted) {
    // Null may also come at once, while a database is away.
    await setTimeout(pauseMs, undefined, { signal: leaving }).catch(() => {});
    replies = await answered();
  }
  for (const { reply } of replies ?? []) printer.reply(reply);
}

function conversationOf(session: string): string {
  return `terminal:${session}`;
}

interface TerminalCall {
  readonly to: string;
  readonly reply: Reply;
}

/** Only `encode` above makes these calls. */
function asTerminalCall({ body }: Call): TerminalCall {
  return body as TerminalCall;
}

const styles = {
  heading: ['bold'],
  command: ['cyan'],
  badges: ['dim'],
  warning: ['yellow'],
  number: ['bold'],
} as const satisfies Record<TextPart, readonly string[]>;

function colour(part: TextPart, text: string): string {
  // The caller knows that its output takes colours.
  return styleText([...styles[part]], text, { validateStream: false });
}
