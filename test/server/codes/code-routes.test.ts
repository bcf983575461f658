import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { errorOf, runningServer } from '../running.ts';

/** One entry about one code; its texts hold markup, as a hostile pack might. */
const knowledge = {
  version: 'v1',
  packs: {
    windows: {
      problems: {
        'invalid-argument': {
          title: { en: 'An argument <b>is</b> not valid', zh: '参数无效' },
          meaning: { en: 'Windows "refused" a value.', zh: '系统拒绝了一个值。' },
        },
      },
    },
  },
  codes: { 'hresult/0x80070057': [{ pack: 'windows', problem: 'invalid-argument' }] },
} as unknown as Knowledge;

interface Lookup {
  readonly code: string;
  readonly readings: readonly {
    readonly family: string;
    readonly code: string;
    readonly [key: string]: unknown;
  }[];
}

describe('GET /api/v1/codes/:code', () => {
  it.each(['0x80070057', '-2147024809', '2147942487', '0X80070057'])('explains %s', async (code) => {
    const { url } = await runningServer({ knowledge: () => knowledge });
    const response = await fetch(`${url}/api/v1/codes/${code}`);
    const body = (await response.json()) as Lookup;
    expect([response.status, body.code]).toEqual([200, code]);
    const reading = body.readings.find(({ family }) => family === 'hresult');
    expect(reading).toMatchObject({
      code: '0x80070057',
      decoded: {
        hex: '0x80070057',
        signed: -2147024809,
        unsigned: 2147942487,
        severity: 'error',
        facility: 7,
        inner: { family: 'win32', code: '87' },
      },
      problems: [{ pack: 'windows', problem: 'invalid-argument', meaning: { zh: '系统拒绝了一个值。' } }],
    });
  });

  it('decodes what no entry names', async () => {
    const { url } = await runningServer({ knowledge: () => knowledge });
    const body = (await (await fetch(`${url}/api/v1/codes/0xC0000135`)).json()) as Lookup;
    expect(body.readings[0]).toMatchObject({ family: 'ntstatus', code: '0xC0000135', problems: [] });
  });

  it.each(['hello', 'x'.repeat(500), '\u0000', '__proto__', '<script>'])(
    'does not guess at %s',
    async (code) => {
      const { url } = await runningServer({ knowledge: () => knowledge });
      const response = await fetch(`${url}/api/v1/codes/${encodeURIComponent(code)}`);
      expect([response.status, (await errorOf(response)).code]).toEqual([404, 'unknown_code']);
    },
  );

  it('asks to come again while knowledge is loading', async () => {
    const { url } = await runningServer({ knowledge: () => null });
    expect((await fetch(`${url}/api/v1/codes/0x80070057`)).status).toBe(503);
    expect((await fetch(`${url}/codes/0x80070057`)).status).toBe(503);
  });
});

describe('/codes/:code', () => {
  const pageOf = async (code: string, language: string) => {
    const { url } = await runningServer({ knowledge: () => knowledge });
    const response = await fetch(`${url}/codes/${encodeURIComponent(code)}`, {
      headers: { 'accept-language': language },
    });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };

  it('is a page in the language of the browser, with a way into the chat', async () => {
    const chinese = await pageOf('0x80070057', 'zh-CN,zh;q=0.9,en;q=0.8');
    expect([chinese.status, chinese.type]).toEqual([200, 'text/html; charset=utf-8']);
    expect(chinese.text).toContain('<html lang="zh-Hans">');
    expect(chinese.text).toContain('系统拒绝了一个值。');
    const english = await pageOf('0x80070057', 'de,en');
    expect(english.text).toContain('-2147024809');
    expect(english.text).toContain('href="/?ask=0x80070057"');
  });

  it('shows texts as text, those of the knowledge and those of the address', async () => {
    const { text } = await pageOf('0x80070057', 'en');
    expect(text).toContain('An argument &lt;b&gt;is&lt;/b&gt; not valid');
    expect(text).toContain('Windows &quot;refused&quot; a value.');
    const hostile = await pageOf('"><script>alert(1)</script>', 'en');
    expect(hostile.status).toBe(404);
    expect(hostile.text).toContain('<h1 dir="auto">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</h1>');
    expect(hostile.text).not.toContain('<script');
  });

  it('can be had in the other language by its address, and says what it is about', async () => {
    const { url } = await runningServer({ knowledge: () => knowledge });
    const page = await (await fetch(`${url}/codes/0x80070057?language=zh`)).text();
    expect(page).toContain('<html lang="zh-Hans">');
    expect(page).toContain('<meta name="description" content="参数无效 系统拒绝了一个值。">');
    expect(page).toContain('<section id="hresult">');
    expect(page).toContain('href="/codes/0x80070057?language=en"');
  });

  it('tells an entry once that is about the code and about what it carries', async () => {
    const [entry] = Object.values(knowledge.codes);
    const both = { ...knowledge, codes: { ...knowledge.codes, 'win32/87': entry } } as Knowledge;
    const { url } = await runningServer({ knowledge: () => both });
    const page = await (await fetch(`${url}/codes/-2147024809`)).text();
    expect(page.split('<p>Windows &quot;refused&quot; a value.').length - 1).toBe(1);
    expect(page).toContain('win32 87');
    expect(page).not.toContain('There is no entry about it yet');
  });

  it('lists the families of a number of which no more is known in one place', async () => {
    const { text } = await pageOf('5', 'en');
    expect(text).toMatch(/<h2>Also used here, without an entry yet<\/h2>\n<ul><li id="\w+">/);
    expect(text.match(/<section/g)).toHaveLength(1);
  });

  it('looks up what is typed into its search box', async () => {
    const { url } = await runningServer({ knowledge: () => knowledge });
    const search = await fetch(`${url}/codes`, { headers: { 'accept-language': 'zh' } });
    expect([search.status, await search.text()]).toEqual([200, expect.stringContaining('action="/codes"')]);
    const query = encodeURIComponent(' a/b?<i> ');
    const found = await fetch(`${url}/codes?code=${query}`, { redirect: 'manual' });
    expect([found.status, found.headers.get('location')]).toEqual([303, '/codes/a%2Fb%3F%3Ci%3E']);
  });

  it('brings its stylesheet along', async () => {
    const { url } = await runningServer();
    expect((await fetch(`${url}/code-page.css`)).headers.get('content-type')).toBe('text/css; charset=utf-8');
  });
});
