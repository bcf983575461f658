import type { LanguageCode } from '../../message.ts';
import type { Refusal } from './refusal.ts';

/** UTF-16 units. A long log fits; what comes after is hardly the first error. */
const longestText = 32_000;
/** Characters; a UUID has 36. */
const longestId = 128;
/** Characters; our own choice ids have at most 64 bytes. */
const longestChoice = 256;

/** The body of `POST /api/v1/messages`, checked. Exactly one of `text` and `choice` is there. */
export interface MessageRequest {
  readonly conversation?: string;
  /** The client's own name for the message: sent twice, it is one message. */
  readonly id?: string;
  readonly text?: string;
  readonly choice?: string;
  readonly language?: LanguageCode;
}

/** A request's body → the message in it, or why it is refused. Unknown fields are ignored. */
export async function readMessageRequest(request: Request): Promise<MessageRequest | Refusal> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return wrongType(type ?? '');
  const body = parseJson(await request.text());
  return body === undefined ? malformed : checkMessage(body);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Any JSON → the message in it, or why it is refused. */
function checkMessage(body: unknown): MessageRequest | Refusal {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return malformed;
  const fields = body as Record<string, unknown>;
  for (const name of ['conversation', 'id', 'text', 'choice', 'language']) {
    const value = fields[name];
    if (value !== undefined && typeof value !== 'string') return notAString(name, value);
  }
  const { conversation, id, text, choice, language } = fields as Record<string, string | undefined>;
  if ((text === undefined) === (choice === undefined)) return notOne(text !== undefined);
  const problem = checkId(id) ?? (text === undefined ? checkChoice(choice as string) : checkText(text));
  if (problem) return problem;
  return {
    conversation,
    id,
    text: text === undefined ? undefined : clean(text),
    choice,
    language: languageOf(language),
  };
}

function checkId(id: string | undefined): Refusal | undefined {
  if (id === undefined || (/^[\x21-\x7e]+$/.test(id) && id.length <= longestId)) return undefined;
  return refuse(
    'id_malformed',
    `id has ${id.length} characters; use 1 to ${longestId} printable ASCII characters, such as a UUID.`,
  );
}

function checkChoice(choice: string): Refusal | undefined {
  if (choice !== '' && choice.length <= longestChoice) return undefined;
  return refuse(
    'choice_malformed',
    `choice has ${choice.length} characters; send the id of one of the reply's choices.`,
  );
}

function checkText(text: string): Refusal | undefined {
  if (text.length > longestText) {
    return refuse(
      'text_too_long',
      `text has ${text.length} characters; at most ${longestText} are read. Send the lines around the first error only.`,
    );
  }
  // Only control characters, format characters and spaces: nothing that anybody could read.
  if (/^[\p{C}\p{Z}]*$/u.test(text))
    return refuse('text_empty', 'text is empty. Say what is wrong, or paste the error message.');
  return undefined;
}

/** What no database takes as text: half surrogate pairs and NUL. */
function clean(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}

/** `zh-CN` and `en-GB` are taken too; another language leaves the choice to the bot. */
function languageOf(language: string | undefined): LanguageCode | undefined {
  const primary = language?.toLowerCase().split(/[-_]/)[0];
  return primary === 'en' || primary === 'zh' ? primary : undefined;
}

function refuse(code: string, message: string, status = 400): Refusal {
  return { status, code, message };
}

const malformed = refuse(
  'malformed_json',
  'The body is not a JSON object. Send for example {"text": "0x80070057"}.',
);

function wrongType(type: string): Refusal {
  const found = type === '' ? 'is missing' : 'is not JSON';
  return refuse(
    'wrong_content_type',
    `The content type ${found}. Send "Content-Type: application/json".`,
    415,
  );
}

function notAString(name: string, value: unknown): Refusal {
  const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
  return refuse('wrong_type', `${name} is ${found}; it must be a string, or be left out.`);
}

function notOne(both: boolean): Refusal {
  return both
    ? refuse(
        'text_and_choice',
        'Both text and choice are given. Send text for words or choice for a pressed button, not both.',
      )
    : refuse(
        'nothing_said',
        'Neither text nor choice is given. Send text for words, or choice for a pressed button.',
      );
}
