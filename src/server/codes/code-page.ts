import { languages } from '../../languages/languages.ts';
import { textIn } from '../../languages/text.ts';
import type { LanguageCode } from '../../message.ts';
import type { Decoded } from '../../recognition/codes/decode.ts';
import { type Html, html } from './html.ts';
import type { CodeReading } from './look-up-code.ts';

export interface CodePageContent {
  /** As it was asked for. */
  readonly code: string;
  readonly readings: readonly CodeReading[];
  readonly language: LanguageCode;
}

const words = {
  en: {
    nothing: 'This is no error code that can be read. Codes look like 0x80070057, -2147024809 or ENOENT.',
    unnamed: 'There is no entry about it yet; this is what the number itself says.',
    talk: 'Ask about it in the chat',
    family: 'family',
    via: 'unwrapped from',
  },
  zh: {
    nothing: '这不是能识别的错误代码。错误代码形如 0x80070057、-2147024809 或 ENOENT。',
    unnamed: '知识库里还没有这个代码的条目；下面是数字本身说明的内容。',
    talk: '在对话里提问',
    family: '类别',
    via: '来自',
  },
} as const;

/** A page that stands by itself: what the code means in every family that has it, and a way into the chat. */
export function codePage({ code, readings, language }: CodePageContent): string {
  const said = words[language];
  const sections = readings.map((reading) => readingSection(reading, language));
  const tag = language === 'zh' ? 'zh-Hans' : 'en';
  return html`<!doctype html>
<html lang="${tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${code} · Askfix</title>
<link rel="stylesheet" href="/code-page.css">
</head>
<body>
<main>
<h1 dir="auto">${code}</h1>
${sections.length === 0 ? html`<p>${said.nothing}</p>` : sections}
<p><a href="/?ask=${encodeURIComponent(code)}">${said.talk}</a></p>
</main>
</body>
</html>
`.markup;
}

function readingSection(reading: CodeReading, language: LanguageCode): Html {
  const said = words[language];
  const entries = reading.problems.map(
    ({ title, meaning }) =>
      html`<h2>${textIn(title, language)}</h2><p>${textIn(meaning ?? {}, language)}</p>`,
  );
  const rows = [
    [said.family, `${reading.family} ${reading.code}`],
    ...decodedRows(reading.decoded, language),
  ];
  if (reading.symbol) rows.push([languages[language].sentences.rowSymbol, reading.symbol]);
  if (reading.via) rows.push([said.via, reading.via]);
  return html`<section>
${entries.length === 0 ? html`<p>${said.unnamed}</p>` : entries}
<dl>${rows.map(([label = '', value = '']) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
</section>
`;
}

function decodedRows(decoded: Decoded | undefined, language: LanguageCode): string[][] {
  if (!decoded) return [];
  const { sentences } = languages[language];
  const { facility, facilityName, inner } = decoded;
  return [
    [sentences.rowHex, decoded.hex],
    [sentences.rowSigned, String(decoded.signed)],
    [sentences.rowUnsigned, String(decoded.unsigned)],
    [sentences.rowSeverity, sentences.severity(decoded.severity)],
    [sentences.rowFacility, facilityName ? `${facilityName} (${facility})` : String(facility)],
    ...(inner ? [[sentences.rowInner, `${inner.family} ${inner.code}`]] : []),
  ];
}
