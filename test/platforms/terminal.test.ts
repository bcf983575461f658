import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PlatformHost } from '../../src/message.ts';
import { createTerminal, type TerminalOptions } from '../../src/platforms/terminal.ts';
import { answerReply, echo, type Script, scriptedHost } from './scripted-host.ts';

const noRoutes: PlatformHost['route'] = () => {
  throw new Error('a terminal needs no HTTP');
};

/** A terminal platform over pipes, with what it printed. */
async function runningTerminal(
  script: Script = echo,
  options: Partial<TerminalOptions> & { readonly tty?: boolean } = {},
) {
  const { tty = false, ...rest } = options;
  const input = Object.assign(new PassThrough(), { isTTY: tty });
  const output = Object.assign(new PassThrough(), { isTTY: tty, hasColors: () => tty });
  let printed = '';
  output.on('data', (data) => {
    printed += data;
  });
  const host = scriptedHost(script);
  const terminal = createTerminal({ input, output, session: randomUUID(), ...rest });
  host.attach(terminal);
  await terminal.start({ ...host, route: noRoutes });
  onTestFinished(() => terminal.stop());
  return { input, terminal, host, printed: () => printed };
}

describe('terminal, piped', () => {
  it('answers line by line and ends with the input', async () => {
    const { input, terminal, host, printed } = await runningTerminal();
    input.end('QQ 发不出文件\n\n2\n');
    await terminal.finished;
    expect(printed()).toBe('QQ 发不出文件\n\n2\n\n');
    expect(host.received).toMatchObject([
      { platform: 'terminal', kind: 'text', text: 'QQ 发不出文件', addressed: 'direct' },
      { platform: 'terminal', kind: 'text', text: '2' },
    ]);
    expect(new Set(host.received.map(({ conversation }) => conversation)).size).toBe(1);
  });

  it('takes a last line without a line end', async () => {
    const { input, terminal, printed } = await runningTerminal();
    input.end('one\ntwo');
    await terminal.finished;
    expect(printed()).toBe('one\n\ntwo\n\n');
  });

  it('waits for each answer before it sends the next line', async () => {
    const order: string[] = [];
    const { input, terminal } = await runningTerminal(async (incoming) => {
      order.push(`asked ${incoming.text}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(`answered ${incoming.text}`);
      return echo(incoming);
    });
    input.end('a\nb\n');
    await terminal.finished;
    expect(order).toEqual(['asked a', 'answered a', 'asked b', 'answered b']);
  });

  it('ends on /quit and leaves the rest unsaid', async () => {
    const { input, terminal, host } = await runningTerminal();
    input.write('one\n/quit\ntwo\n');
    await terminal.finished;
    expect(host.received.map(({ text }) => text)).toEqual(['one']);
  });

  it('shows numbered choices without colours', async () => {
    const choices = [
      { id: 'a', label: 'Yes' },
      { id: 'b', label: 'No' },
    ];
    const { input, terminal, printed } = await runningTerminal(() => answerReply('r', 'Sure?', { choices }));
    input.end('x\n');
    await terminal.finished;
    expect(printed()).toBe('Sure?\n\n1. Yes\n2. No\n\n');
  });

  it('prints sentences of refusal and of failure, and goes on', async () => {
    const refused = await runningTerminal();
    refused.host.refuseWith('Too much at once.');
    refused.input.end('a\n');
    await refused.terminal.finished;
    expect(refused.printed()).toBe('Too much at once.\n\n');

    const failing = await runningTerminal(() => Promise.reject(new Error('disk full')));
    failing.input.end('a\nb\n');
    await failing.terminal.finished;
    expect(failing.printed().match(/went wrong with this message/g)).toHaveLength(2);
    expect(failing.printed()).not.toContain('disk full');
  });

  it('says so when an answer takes long, and waits on', async () => {
    const slow: Script = async (incoming) => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return echo(incoming);
    };
    const { input, terminal, printed } = await runningTerminal(slow, { patienceMs: 10, language: 'zh' });
    input.end('慢\n');
    await terminal.finished;
    expect(printed()).toBe('还在处理……\n\n慢\n\n');
  });
});

describe('terminal, interactive', () => {
  it('welcomes, prompts, and colours only there', async () => {
    const { input, terminal, printed } = await runningTerminal(
      () => answerReply('r', '', { blocks: [{ type: 'heading', text: 'Reset' }] }),
      { tty: true },
    );
    input.write('hello\n');
    await expect.poll(printed).toContain('\u001b[1mReset\u001b[22m');
    expect(printed()).toContain('/quit ends');
    expect(printed()).toContain('> ');
    input.write('/quit\n');
    await terminal.finished;
  });

  it('takes a pasted log as one message', async () => {
    const { input, terminal, host } = await runningTerminal(echo, { tty: true });
    input.write('line 1\nline 2\nError 0x80070057\n');
    await expect
      .poll(() => host.received.map(({ text }) => text))
      .toEqual(['line 1\nline 2\nError 0x80070057']);
    input.end();
    await terminal.finished;
  });
});

describe('send', () => {
  it('prints a reply once, and none of an earlier run', async () => {
    const { terminal, host, input, printed } = await runningTerminal();
    input.write('one\n');
    await expect.poll(printed).toBe('one\n\n');
    const [incoming] = host.received;
    const [call] = terminal.encode(answerReply('r2', 'more'), { to: incoming?.conversation ?? '' });
    const [old] = terminal.encode(answerReply('r3', 'old'), { to: 'terminal:earlier' });
    for (const body of [call, call, old]) await terminal.send(JSON.parse(JSON.stringify(body)));
    expect(printed()).toBe('one\n\nmore\n\n');
  });
});
