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
    tag: 'en',
    nothing: 'This is no error code that can be read. Codes look like 0x80070057, -2147024809 or ENOENT.',
    unnamed: 'There is no entry about it yet; this is what the number itself says.',
    start: 'An error code says who complains about what. Look one up as it stands on your screen.',
    title: 'What an error code means',
    titleOf: (code: string) => `${code}: what this error code means`,
    untold: 'Also used here, without an entry yet',
    readings: (count: number) => (count === 1 ? '' : `This number is used in ${count} places:`),
    talk: 'Start a talk about this',
    search: 'Error code',
    look: 'Look up',
    family: 'family',
    via: 'unwrapped from',
    other: { code: 'zh', tag: 'zh-Hans', name: '中文' },
  },
  zh: {
    tag: 'zh-Hans',
    nothing: '这不是能识别的错误代码。错误代码形如 0x80070057、-2147024809 或 ENOENT。',
    unnamed: '知识库里还没有这个代码的条目；下面是数字本身说明的内容。',
    start: '错误代码说明是谁、为什么报的错。把屏幕上的代码原样填进来查。',
    title: '查询错误代码的含义',
    titleOf: (code: string) => `${code}：这个错误代码是什么意思`,
    untold: '这些地方也使用它，还没有条目',
    readings: (count: number) => (count === 1 ? '' : `有 ${count} 个地方使用这个数字：`),
    talk: '就这个问题开始对话',
    search: '错误代码',
    look: '查询',
    family: '类别',
    via: '来自',
    other: { code: 'en', tag: 'en', name: 'English' },
  },
} as const;

/**
 * A page that stands by itself: what the code means in every family that has it, a way into the chat, and a box to look
 * up another one.
 */
export function codePage({ code, readings, language }: CodePageContent): string {
  const said = words[language];
  const told = readings.filter(({ problems, decoded, own }) => problems.length > 0 || decoded || own);
  const untold = readings.filter((reading) => !told.includes(reading));
  const sections = toldOnce(told).map((reading) => readingSection(reading, language));
  const { title, meaning } = readings.flatMap(({ problems }) => problems)[0] ?? {};
  return frame(
    {
      title: said.titleOf(code),
      description: [textIn(title ?? {}, language), textIn(meaning ?? {}, language)].join(' ').trim(),
      path: `/codes/${encodeURIComponent(code)}`,
      language,
    },
    html`<h1 dir="auto">${code}</h1>
<p>${readings.length === 0 ? said.nothing : said.readings(readings.length)}</p>
${sections}
${untold.length === 0 ? [] : untoldSection(untold, language)}
<p><a class="talk" href="/?ask=${encodeURIComponent(code)}">${said.talk}</a></p>`,
  );
}

/** An entry is often about several families' codes, such as a number and what it carries: it is read once. */
function toldOnce(
  readings: readonly CodeReading[],
): readonly (CodeReading & { readonly isTold?: boolean })[] {
  const seen = new Set<string>();
  return readings.map((reading) => {
    const fresh = reading.problems.filter(({ pack, problem }) => !seen.has(`${pack}/${problem}`));
    for (const { pack, problem } of fresh) seen.add(`${pack}/${problem}`);
    return fresh.length === reading.problems.length
      ? reading
      : { ...reading, problems: fresh, isTold: fresh.length === 0 };
  });
}

/** Where any code can be looked up. */
export function codeSearchPage(language: LanguageCode): string {
  const said = words[language];
  return frame(
    { title: said.title, description: said.start, path: '/codes', language },
    html`<h1>${said.title}</h1>
<p>${said.start}</p>`,
  );
}

interface Head {
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly language: LanguageCode;
}

function frame({ title, description, path, language }: Head, content: Html): string {
  const said = words[language];
  return html`<!doctype html>
<html lang="${said.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Askfix</title>
${description === '' ? [] : html`<meta name="description" content="${description}">`}
<link rel="alternate" hreflang="${said.other.tag}" href="${path}?language=${said.other.code}">
<link rel="icon" href="/chat/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/code-page.css">
</head>
<body>
<header>
<a href="/">Askfix</a>
<form action="/codes" role="search">
<input name="code" type="search" required maxlength="100" dir="auto" autocomplete="off" aria-label="${said.search}" placeholder="0x80070057">
<button>${said.look}</button>
</form>
<a href="${path}?language=${said.other.code}" lang="${said.other.tag}" hreflang="${said.other.tag}">${said.other.name}</a>
</header>
<main>
${content}
</main>
</body>
</html>
`.markup;
}

function readingSection(reading: CodeReading & { readonly isTold?: boolean }, language: LanguageCode): Html {
  const said = words[language];
  const entries = reading.problems.map(
    ({ title, meaning }) =>
      html`<h2>${textIn(title, language)}</h2><p>${textIn(meaning ?? {}, language)}</p>`,
  );
  if (reading.own) entries.unshift(html`<h2>${reading.own.title}</h2><p>${reading.own.text ?? ''}</p>`);
  const advice = textIn(reading.advice ?? {}, language);
  const rows = [
    [said.family, `${textIn(reading.title ?? {}, language)} (${reading.family} ${reading.code})`],
    ...decodedRows(reading.decoded, language),
  ];
  if (reading.symbol) rows.push([languages[language].sentences.rowSymbol, reading.symbol]);
  if (reading.description) rows.push([languages[language].sentences.rowDescription, reading.description]);
  if (reading.via) rows.push([said.via, reading.via]);
  return html`<section id="${reading.family}">
${entries.length === 0 && !reading.isTold ? html`<p>${said.unnamed}</p>` : entries}
<dl>${rows.map(([label = '', value = '']) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
${advice === '' ? [] : html`<p>${languages[language].sentences.codeAdvice(textIn(reading.title ?? {}, language), advice)}</p>`}
</section>
`;
}

/** Families that print the same code, of which no more is known than its name there: a line each, advice folded. */
function untoldSection(readings: readonly CodeReading[], language: LanguageCode): Html {
  const items = readings.map(
    (reading) => html`<li id="${reading.family}">${untoldLine(reading, language)}</li>`,
  );
  return html`<section>
<h2>${words[language].untold}</h2>
<ul>${items}</ul>
</section>
`;
}

function untoldLine(reading: CodeReading, language: LanguageCode): Html {
  const { family, code, symbol, description } = reading;
  const title = textIn(reading.title ?? {}, language);
  const name = symbol ?? description;
  const line = `${title || family}: ${code}${name === undefined ? '' : ` ${name}`}`;
  const advice = textIn(reading.advice ?? {}, language);
  if (advice === '') return html`${line}`;
  const { sentences } = languages[language];
  return html`<details><summary>${line}</summary><p>${sentences.codeAdvice(title, advice)}</p></details>`;
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
