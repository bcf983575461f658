import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigProblem, loadConfig, readConfig, Secret, settings } from '../src/config.ts';

function mistakesOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigProblem) return error.mistakes;
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  it('needs nothing: web chat on loopback, data beside the checkout', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      packs: null,
      apiToken: null,
      logLevel: 'info',
      encoder: null,
    });
    expect(config.dataFolder).toBe(join(process.cwd(), 'data'));
    expect(config.knowledgeFolders).toEqual([]);
  });

  it('cannot be changed afterwards', () => {
    const config = readConfig({ PACKS: 'a' });
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.packs)).toBe(true);
  });

  it('takes an empty variable as not set', () => {
    expect(readConfig({ PORT: '', PACKS: ' ' })).toMatchObject({ port: 8080, packs: null });
  });

  it('reads lists', () => {
    const config = readConfig({
      PACKS: 'qq-file-transfer, printers',
      KNOWLEDGE_DIR: ['/one', '/two'].join(delimiter),
      PUBLIC_ORIGIN: 'https://help.example.org/,http://intranet:8000',
      EMBED_ORIGINS: 'https://www.example.org, https://shop.example.org/',
    });
    expect(config.packs).toEqual(['qq-file-transfer', 'printers']);
    expect(config.knowledgeFolders).toEqual(['/one', '/two']);
    expect(config.publicOrigins).toEqual(['https://help.example.org', 'http://intranet:8000']);
    expect(config.embedOrigins).toEqual(['https://www.example.org', 'https://shop.example.org']);
  });

  it('reads the channels of operators, each once', () => {
    expect(readConfig({ OPERATORS: 'slack:C1, discord:123,slack:C1,slack:T1:C2' }).operators).toEqual([
      { platform: 'slack', channel: 'C1' },
      { platform: 'discord', channel: '123' },
      { platform: 'slack', channel: 'T1:C2' },
    ]);
    expect(readConfig({}).operators).toEqual([]);
  });

  it.each([
    ['OPERATORS', 'C1'],
    ['OPERATORS', 'discord:general'],
    ['DISCORD_FORUMS', 'questions'],
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'http://0.0.0.0'],
    ['PUBLIC_ORIGIN', 'help.example.org'],
    ['PUBLIC_ORIGIN', 'https://help.example.org/askfix'],
    ['EMBED_ORIGINS', '*'],
    ['EMBED_ORIGINS', "https://a.example.org; script-src 'unsafe-inline'"],
    ['PACKS', 'QQ Files'],
    ['LOG_LEVEL', 'loud'],
    ['ENCODER', 'bert'],
  ])('refuses %s=%s with the value, what is expected and what to do', (name, value) => {
    const [mistake, ...others] = mistakesOf({ [name]: value });
    expect(others).toEqual([]);
    expect(mistake).toMatch(new RegExp(`^${name} is .*expected .* Set it to .* remove it`));
    expect(mistake).toContain(JSON.stringify(value));
  });

  it('names all mistakes at once', () => {
    expect(mistakesOf({ PORT: 'x', LOG_LEVEL: 'y', PACKS: 'ok,,N O' })).toHaveLength(3);
  });

  it('never repeats a wrong secret', () => {
    const [mistake] = mistakesOf({ API_TOKEN: 'hunter2' });
    expect(mistake).toContain('7 characters long');
    expect(mistake).not.toContain('hunter2');
  });
});

describe('loadConfig', () => {
  it('reads .env below the environment', () => {
    const folder = mkdtempSync(join(tmpdir(), 'askfix-config-'));
    writeFileSync(join(folder, '.env'), 'PACKS=printers # only these\n');
    const before = process.env.PACKS;
    try {
      delete process.env.PACKS;
      expect(loadConfig(folder).packs).toEqual(['printers']);
      process.env.PACKS = 'routers';
      expect(loadConfig(folder).packs).toEqual(['routers']);
    } finally {
      if (before === undefined) delete process.env.PACKS;
      else process.env.PACKS = before;
      rmSync(folder, { recursive: true });
    }
  });
});

describe('Secret', () => {
  const secret = new Secret('correct-horse-battery');

  it('prints as stars in every way', () => {
    const printed = [
      String(secret),
      JSON.stringify({ secret }),
      inspect(secret),
      inspect({ deep: { secret } }),
      `${secret}`,
    ];
    for (const text of printed) {
      expect(text).toContain('***');
      expect(text).not.toContain('horse');
    }
  });

  it('compares', () => {
    expect(secret.matches('correct-horse-battery')).toBe(true);
    expect(secret.matches('correct-horse-batterz')).toBe(false);
    expect(secret.matches('')).toBe(false);
  });
});

describe('.env.example', () => {
  it('is the settings table (after a change: npx vitest run test/config.test.ts -u)', async () => {
    const entries = Object.entries(settings).map(([name, { about, usual, secret }]) =>
      [`# ${about}${secret ? ' (secret)' : ''}`, `#${name}=${usual}`].join('\n'),
    );
    const head =
      '# Copy to .env and take the # away where a setting should differ. Values here are what counts without it.';
    await expect(`${[head, ...entries].join('\n\n')}\n`).toMatchFileSnapshot('../.env.example');
  });
});
