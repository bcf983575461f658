import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { dataFolder, freePort, type ServerProcess, startServer } from '../fixtures/server-process.ts';

const root = join(import.meta.dirname, '..', '..');
const launcher = join(root, 'bin', 'askfix.mjs');
const fixturePack = join(root, 'test', 'fixtures', 'packs', 'office-printer');

const folders: { remove(): void }[] = [];
const servers: ServerProcess[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.kill();
  for (const folder of folders.splice(0)) folder.remove();
});

function newFolder(): string {
  const folder = dataFolder();
  folders.push(folder);
  return folder.path;
}

async function serve(settings: Record<string, string> = {}, folder = newFolder()): Promise<ServerProcess> {
  const server = await startServer(folder, undefined, settings);
  servers.push(server);
  await server.ready();
  return server;
}

/** Tries to start a server that cannot start; what it said. */
function failingServe(settings: Record<string, string>) {
  return spawnSync(process.execPath, [launcher, 'serve'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', KNOWLEDGE_DIR: '', LOG_LEVEL: 'error', ...settings },
    encoding: 'utf8',
    timeout: 15_000,
  });
}

async function say(
  server: ServerProcess,
  body: object,
): Promise<{
  conversation: string;
  replies: { text: string; kind: string; choices: { id: string; label: string }[] }[];
}> {
  const response = await fetch(`${server.origin}/api/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return response.json() as ReturnType<typeof say>;
}

describe('a server that cannot start says one clear sentence', () => {
  it('about a port in use', async () => {
    const port = await freePort();
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    const { status, stderr } = failingServe({ PORT: String(port), DATA_DIR: newFolder() });
    squatter.close();
    expect(status).toBe(1);
    expect(stderr).toContain(String(port));
    expect(stderr).not.toContain('    at ');
  });

  it('about a data folder in use', async () => {
    const folder = newFolder();
    await serve({}, folder);
    const { status, stderr } = failingServe({ DATA_DIR: folder });
    expect(status).toBe(1);
    expect(stderr).toContain(folder);
    expect(stderr).toContain('in use');
    expect(stderr).not.toContain('    at ');
  });

  it('about a file in place of the data folder', () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    const { status, stderr } = failingServe({ DATA_DIR: file });
    expect(status).toBe(1);
    expect(stderr).toContain(file);
    expect(stderr).not.toContain('    at ');
  });

  it('about wrong settings, all at once', () => {
    const { status, stderr } = failingServe({ PORT: 'eighty', LOG_LEVEL: 'loud' });
    expect(status).toBe(1);
    expect(stderr).toContain('"eighty"');
    expect(stderr).toContain('"loud"');
  });

  it('about broken knowledge: file, line, rule and tip', () => {
    const packs = newFolder();
    cpSync(fixturePack, join(packs, 'office-printer'), { recursive: true });
    writeFileSync(
      join(packs, 'office-printer', 'fixes', 'switch-on.yaml'),
      'title: { en: On }\nminuets: 3\n',
    );
    const { status, stderr } = failingServe({ DATA_DIR: newFolder(), KNOWLEDGE_DIR: packs });
    expect(status).toBe(1);
    expect(stderr).toMatch(/switch-on\.yaml:2 .*minuets/);
    expect(stderr).not.toContain('    at ');
  });
});

describe('a running server', () => {
  it('follows its knowledge, and keeps the old one when an edit is broken', async () => {
    const packs = newFolder();
    const file = join(packs, 'office-printer', 'problems', 'prints-nothing.yaml');
    cpSync(fixturePack, join(packs, 'office-printer'), { recursive: true });
    const server = await serve({ KNOWLEDGE_DIR: packs });
    const meaning = async () => (await say(server, { text: '0x80070706' })).replies[0]?.text ?? '';
    expect(await meaning()).toContain('never reaches paper');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('never reaches paper', 'gets lost on its way'));
    const edited = performance.now();
    while (!(await meaning()).includes('gets lost on its way') && performance.now() - edited < 40_000)
      await pause(50);
    expect(await meaning()).toContain('gets lost on its way');
    writeFileSync(file, 'title: [broken\n');
    await pause(1500);
    expect(await meaning()).toContain('gets lost on its way');
    // Compiling all packs takes its time on a busy machine.
  }, 60_000);

  it('answers what it accepted before it ends on SIGTERM', async () => {
    const server = await serve();
    const answers = [...Array(40).keys()].map(() =>
      say(server, { text: 'QQ提示服务器拒绝了您发送离线文件怎么办' }),
    );
    await Promise.all(answers.slice(0, 1));
    const code = server.stop();
    const settled = await Promise.allSettled(answers);
    expect(await code).toBe(0);
    for (const answer of settled)
      if (answer.status === 'fulfilled') expect(answer.value.replies).toHaveLength(1);
  });

  it('hands over a ticket that "askfix tickets" shows while it runs', async () => {
    const folder = newFolder();
    const server = await serve({}, folder);
    const first = await say(server, { text: '人工' });
    const send = first.replies[0]?.choices[0]?.id;
    const sent = await say(server, { conversation: first.conversation, choice: send });
    const id = /T-[0-9A-F]{8}/.exec(sent.replies[0]?.text ?? '')?.[0] as string;
    const list = tickets(folder);
    expect(list.stdout).toContain(id);
    expect(tickets(folder, id).stdout).toContain('Language: zh');
    expect(tickets(folder, 'T-00000000').status).toBe(1);
  });

  it('is a chat in the terminal too, also when piped', async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    const child = spawn(process.execPath, [launcher, 'chat'], {
      env: { ...process.env, DATA_DIR: folder, KNOWLEDGE_DIR: '', LOG_LEVEL: 'error' },
    });
    const output = collected(child);
    child.stdin.end('群里发不了文件，提示空间满了\n1\n好了\n');
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);
    expect(await output).toMatch(/(?:清理群文件空间|网盘分享链接)[\s\S]*好了就好/);
  });
});

function tickets(folder: string, ...words: string[]) {
  return spawnSync(process.execPath, [launcher, 'tickets', ...words], {
    env: { ...process.env, DATA_DIR: folder },
    encoding: 'utf8',
  });
}

async function collected(child: ChildProcess): Promise<string> {
  let text = '';
  child.stdout?.on('data', (part: Buffer) => {
    text += part;
  });
  await once(child, 'close');
  return text;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
