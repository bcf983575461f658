import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createApiFetch } from '../../../src/platforms/slack/api-fetch.ts';

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/chat.postMessage`;
}

describe('createApiFetch', () => {
  it('sends a form and reads status, headers and body', async () => {
    let sent = '';
    const url = await serving(async (request, response) => {
      for await (const part of request) sent += part;
      sent += ` ${request.method} ${request.headers['x-own']}`;
      response.writeHead(429, { 'Retry-After': '3' }).end('{"ok":false,"why":"慢"}');
    });
    const answer = await createApiFetch(5_000)(url, {
      method: 'POST',
      headers: { 'x-own': 'yes' },
      body: 'text=%E6%85%A2',
    });
    expect(sent).toBe('text=%E6%85%A2 POST yes');
    expect([answer.ok, answer.status, answer.headers.get('retry-after')]).toEqual([false, 429, '3']);
    expect(Object.fromEntries(answer.headers.entries())).toMatchObject({ 'retry-after': '3' });
    expect(await answer.json()).toEqual({ ok: false, why: '慢' });
    expect(new TextDecoder().decode(await answer.arrayBuffer())).toBe(await answer.text());
  });

  it('uses one connection for calls one after the other', async () => {
    const ports = new Set<number | undefined>();
    const url = await serving((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{}');
    });
    const fetch = createApiFetch(5_000);
    for (let call = 0; call < 3; call += 1) {
      await fetch(url, { method: 'POST', body: '' });
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(ports.size).toBe(1);
  });

  it('gives up on silence, and on an answer that breaks off', async () => {
    const silent = await serving(() => {});
    await expect(createApiFetch(50)(silent, { method: 'POST', body: '' })).rejects.toThrow('silent');
    const breaking = await serving((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"ok":', () => response.destroy());
    });
    await expect(createApiFetch(5_000)(breaking, { method: 'POST', body: '' })).rejects.toThrow();
  });
});
