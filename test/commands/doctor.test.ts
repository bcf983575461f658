import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { whatIsMissing } from '../../src/commands/energetic-ai.ts';
import { takeFolderLock } from '../../src/storage/folder-lock.ts';
import { slackApi } from '../fixtures/slack-api.ts';

const command = fileURLToPath(new URL('../../bin/askfix.mjs', import.meta.url));

/** Runs the doctor with these settings only, in an empty folder. */
async function doctor(settings: Record<string, string>, words: readonly string[] = []) {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [command, 'doctor', ...words], {
    cwd: temporaryFolder(),
    env: { PATH, ...settings },
  });
  let [out, errors] = ['', ''];
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    code,
    errors,
    line: (name: string) => out.split('\n').find((line) => line.slice(2).startsWith(name)) ?? out,
  };
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'askfix-doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A small web server that answers everything with `body`. */
async function listening(body: unknown): Promise<string> {
  const server = createServer((_request, response) => response.end(JSON.stringify(body)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return String((server.address() as AddressInfo).port);
}

describe('askfix doctor', () => {
  it('says what the encoder lacks, if one is wanted', { timeout: 60_000 }, async () => {
    const missing = whatIsMissing(import.meta.url);
    const { code, line } = await doctor({ PORT: '0', ENCODER: 'energetic-ai' });
    expect(line('encoder')).toBe(missing ? `✗ encoder      ${missing}` : line('encoder').replace(/^./, '✓'));
    expect(code).toBe(missing ? 1 : 0);
  });

  it('finds everything in order', async () => {
    const { code, line, errors } = await doctor({ PORT: '0' });
    for (const name of ['Node', 'packages', 'settings', 'data folder', 'knowledge', 'address']) {
      expect(line(name)).toMatch(/^✓ /);
    }
    // Where nothing begins with that name, `line` is everything.
    expect(line('encoder')).toMatch(/\n/);
    expect([code, errors]).toEqual([0, '']);
  });

  it('names wrong settings and stops there', async () => {
    const { code, line } = await doctor({ PORT: 'x' });
    expect(line('settings')).toMatch(/^✗ /);
    expect(line('PORT')).toContain('PORT is "x"');
    expect(code).toBe(1);
  });

  it('names what is wrong with data folder, knowledge and port, all at once', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const PORT = await listening('somebody else');
    const { code, line } = await doctor({ PORT, DATA_DIR: file, KNOWLEDGE_DIR: join(file, 'none') });
    expect(line('data folder')).toMatch(/^✗ .*Move that file away, or set DATA_DIR/);
    expect(line('knowledge')).toMatch(/^✗ .*npx askfix check/);
    expect(line('address')).toMatch(/^✗ .*already in use/);
    expect(code).toBe(1);
  });

  it('does not take a running Askfix for a fault', async () => {
    const folder = temporaryFolder();
    const lock = takeFolderLock(folder);
    onTestFinished(() => lock.release());
    const { code, line } = await doctor({ PORT: await listening({ status: 'alive' }), DATA_DIR: folder });
    expect(line('data folder')).toMatch(
      new RegExp(`^✓ .*in use by another Askfix \\(process ${process.pid}\\)`),
    );
    expect(line('data folder')).not.toContain('Stop');
    expect(line('address')).toMatch(/^✓ an?.*already answers/);
    expect(code).toBe(0);
  });

  it('looks at Slack where it is switched on', async () => {
    const slack = await slackApi();
    onTestFinished(() => slack.close());
    const settings = {
      PORT: '0',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'a-secret',
      SLACK_API_URL: slack.url,
    };
    const good = await doctor(settings);
    expect(good.line('Slack')).toMatch(/^✓ Slack .*SLACK_BOT_TOKEN/);
    expect(good.code).toBe(0);
    slack.interfere(() => ({ body: { ok: false, error: 'token_revoked' } }));
    const bad = await doctor(settings);
    expect(bad.line('Slack')).toMatch(/^✗ Slack .*token_revoked/);
    expect(bad.code).toBe(1);
  });

  it('takes no words', async () => {
    expect((await doctor({}, ['--fast'])).code).toBe(2);
  });
});
