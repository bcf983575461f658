import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/config.ts';
import { CannotListen } from '../../src/server/listener.ts';
import { createServer } from '../../src/server/server.ts';
import { errorOf, runningServer } from './running.ts';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What comes back for raw bytes, until the server closes. */
function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let got = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (data) => {
      got += data;
    });
    socket.on('close', () => resolve(got));
    socket.on('error', reject);
  });
}

describe('health', () => {
  it('is alive before it is ready', async () => {
    const { server, url } = await runningServer();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const before = await fetch(`${url}/readyz`);
    expect([before.status, await before.json()]).toEqual([503, { status: 'starting' }]);
    server.setReady(true);
    const after = await fetch(`${url}/readyz`);
    expect([after.status, await after.json()]).toEqual([200, { status: 'ready' }]);
    server.setReady(false);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
  });

  it('is not ready while the disk takes nothing', async () => {
    let takesWrites = false;
    const { server, url } = await runningServer({ takesWrites: async () => takesWrites });
    server.setReady(true);
    const full = await fetch(`${url}/readyz`);
    expect([full.status, await full.json()]).toEqual([503, { status: 'disk' }]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    takesWrites = true;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('shows a browser that came too early a page that asks again by itself', async () => {
    const { url } = await runningServer();
    const page = await fetch(url, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('refresh')]).toEqual([503, '1']);
    expect(await page.text()).toContain('still starting');
  });

  it('asks to come again while routes are still missing', async () => {
    const { server, url } = await runningServer();
    const early = await fetch(`${url}/api/v1/messages`, { method: 'POST' });
    expect([early.status, early.headers.get('retry-after')]).toEqual([503, '1']);
    server.setReady(true);
    const late = await fetch(`${url}/api/v1/messages`, { method: 'POST' });
    expect([late.status, (await errorOf(late)).code]).toEqual([404, 'not_found']);
  });
});

describe('route', () => {
  it('mounts while listening, with parameters', async () => {
    const { server, url } = await runningServer();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    server.route('GET', '/things/:name/parts/:part', async (_request, parameters) =>
      Response.json(parameters),
    );
    const response = await fetch(`${url}/things/a%20b/parts/0x8007`);
    expect(await response.json()).toEqual({ name: 'a b', part: '0x8007' });
  });

  it('says which methods an address takes', async () => {
    const { server, url } = await runningServer();
    server.setReady(true);
    server.route('POST', '/api/v1/messages', async () => new Response('got it'));
    server.route('GET', '/api/v1/conversations/:name/events', async () => new Response('events'));
    const asked = async (method: string, path: string) => {
      const response = await fetch(url + path, { method });
      return [response.status, response.headers.get('allow'), await response.text()] as const;
    };
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const [status, allow, body] = await asked(method, '/api/v1/messages');
      expect([status, allow]).toEqual([405, 'POST']);
      expect(JSON.parse(body).error).toMatchObject({ code: 'method_not_allowed' });
    }
    for (const path of ['/healthz', '/codes/404', '/api/v1/conversations/abc/events'])
      expect((await asked('POST', path)).slice(0, 2)).toEqual([405, 'GET, HEAD']);
    expect((await asked('POST', '/nowhere')).slice(0, 2)).toEqual([404, null]);
    expect((await asked('HEAD', '/healthz')).slice(0, 2)).toEqual([200, null]);
  });

  it('refuses the same route twice', async () => {
    const { server } = await runningServer();
    server.route('GET', '/', async () => new Response('one'));
    expect(() => server.route('GET', '/', async () => new Response('two'))).toThrow(
      /GET \/ is mounted twice/,
    );
  });

  it('turns a crash into a sentence, and keeps the reason and secret paths for the log', async () => {
    const { server, url, logged } = await runningServer();
    server.route('GET', '/crash/:secret', async () => {
      throw new Error('kaputt');
    });
    const response = await fetch(`${url}/crash/hush`);
    const body = await response.text();
    expect([response.status, JSON.parse(body).error.code]).toEqual([500, 'internal']);
    expect(body).not.toMatch(/kaputt|\.ts/);
    expect(logged.map(({ err }) => err)).toMatchObject([{ message: 'kaputt' }]);
    expect(JSON.stringify(logged)).not.toContain('hush');
  });

  it('shows a page to a browser that lost its way', async () => {
    const { server, url } = await runningServer();
    server.setReady(true);
    const response = await fetch(`${url}/nowhere`, { headers: { accept: 'text/html' } });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
  });
});

describe('security headers', () => {
  it('stand on every response, also on errors and on what cannot be read', async () => {
    const { server, url, port } = await runningServer();
    server.route('GET', '/', async () => new Response('page'));
    for (const path of ['/', '/healthz', '/nowhere']) {
      const { headers } = await fetch(url + path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
    }
    const malformed = await exchange(port, 'GET / HTTP/1.1\r\nHost: a b c\r\nConnection: close\r\n\r\n');
    expect(malformed).toMatch(/^HTTP\/1.1 400 /);
    expect(malformed).toContain('"bad_request"');
    expect(malformed.toLowerCase()).toContain('content-security-policy');
  });
});

describe('body limit', () => {
  const big = 'x'.repeat(1024 * 1024);
  const post = (url: string, body: string | ReadableStream) =>
    fetch(`${url}/echo`, { method: 'POST', body, duplex: 'half' } as RequestInit);

  it('refuses 1 MB with 413, declared or in chunks, and lets 256 KB through', async () => {
    const { server, url } = await runningServer();
    server.route('POST', '/echo', async (request) => new Response(String((await request.text()).length)));
    for (const body of [big, new Blob([big]).stream()]) {
      const response = await post(url, body);
      expect([response.status, (await errorOf(response)).code]).toEqual([413, 'body_too_large']);
    }
    for (const body of [big.slice(0, 256 * 1024), new Blob([big.slice(0, 256 * 1024)]).stream()]) {
      expect(await (await post(url, body)).text()).toBe('262144');
    }
  });
});

describe('origins', () => {
  const ask = async (url: string, method: string, origin?: string) => {
    const headers = origin === undefined ? undefined : { origin };
    return (await fetch(`${url}/api/v1/thing`, { method, headers })).status;
  };

  it('refuses pages of other sites, takes our own and programs', async () => {
    const { server, url, port } = await runningServer({ publicOrigins: ['https://help.example.org'] });
    for (const method of ['GET', 'POST'])
      server.route(method, '/api/v1/thing', async () => new Response('ok'));
    for (const method of ['GET', 'POST']) {
      expect(await ask(url, method)).toBe(200);
      expect(await ask(url, method, url)).toBe(200);
      expect(await ask(url, method, 'https://help.example.org')).toBe(200);
      for (const foreign of [
        'https://evil.example',
        `http://localhost:${port}`,
        'http://127.0.0.1',
        'null',
        'garbage',
        '',
      ]) {
        expect(await ask(url, method, foreign), `${method} ${foreign}`).toBe(403);
      }
    }
  });

  it('is not fooled by a foreign name that points to this machine (DNS rebinding)', async () => {
    const { server, port } = await runningServer();
    server.route('POST', '/api/v1/thing', async () => new Response('ok'));
    const head = `POST /api/v1/thing HTTP/1.1\r\nContent-Length: 0\r\nConnection: close`;
    expect(
      await exchange(port, `${head}\r\nHost: evil.example\r\nOrigin: http://evil.example\r\n\r\n`),
    ).toMatch(/^HTTP\/1.1 403 /);
    expect(await exchange(port, `${head}\r\nHost: localhost\r\nOrigin: http://localhost\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 200 /,
    );
  });

  it('lets other sites link to pages', async () => {
    const { server, url } = await runningServer();
    server.route('GET', '/', async () => new Response('page'));
    expect((await fetch(url, { headers: { origin: 'https://wiki.example.org' } })).status).toBe(200);
  });
});

describe('metrics', () => {
  it('shows the given and the own numbers in text format', async () => {
    const { url } = await runningServer({
      metrics: async () => [
        { name: 'askfix_inbox_depth', help: 'Waiting.', kind: 'gauge', samples: [{ value: 3 }] },
        {
          name: 'askfix_knowledge_info',
          help: 'Version.',
          kind: 'gauge',
          samples: [{ labels: { version: 'a"b\\\n' }, value: 1 }],
        },
      ],
    });
    await fetch(`${url}/healthz`);
    const response = await fetch(`${url}/metrics`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4');
    expect(text).toContain(
      '# HELP askfix_inbox_depth Waiting.\n# TYPE askfix_inbox_depth gauge\naskfix_inbox_depth 3\n',
    );
    expect(text).toContain('askfix_knowledge_info{version="a\\"b\\\\\\n"} 1\n');
    expect(text).toContain('askfix_http_responses_total{status="2xx"} 1\n');
    expect(text).toMatch(/process_start_time_seconds \d+/);
  });

  it('asks for the token when there is one', async () => {
    const { url } = await runningServer({ apiToken: new Secret('0123456789abcdef') });
    const statusFor = async (authorization?: string) =>
      (await fetch(`${url}/metrics`, { headers: authorization ? { authorization } : {} })).status;
    expect(await statusFor()).toBe(401);
    expect(await statusFor('Bearer 0123456789abcdeX')).toBe(401);
    expect(await statusFor('Basic 0123456789abcdef')).toBe(401);
    expect(await statusFor('Bearer 0123456789abcdef')).toBe(200);
  });

  it('is off when others can reach the server and there is no token', async () => {
    const { port } = await runningServer({ host: '0.0.0.0' });
    const response = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect([response.status, (await errorOf(response)).code]).toEqual([403, 'metrics_off']);
  });
});

describe('listen', () => {
  it('names the port that is in use and what to do', async () => {
    const { port } = await runningServer();
    const second = createServer({ host: '127.0.0.1', port, log: { error() {} } as never });
    const failure = await second.listen().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CannotListen);
    expect((failure as Error).message).toContain(`Port ${port} on 127.0.0.1 is already in use`);
    expect((failure as Error).message).toContain(`PORT=${port + 1}`);
    await second.stop();
  });

  it('names an address that is not ours', async () => {
    const server = createServer({ host: '203.0.113.7', port: 0, log: { error() {} } as never });
    await expect(server.listen()).rejects.toThrow(
      /HOST is 203\.0\.113\.7, which is no address of this machine/,
    );
  });
});

describe('stop', () => {
  it('finishes the running request, ends streams, accepts nothing new', async () => {
    const { server, url } = await runningServer();
    let finish: (response: Response) => void = () => {};
    const entered = new Promise<void>((enter) => {
      server.route('GET', '/slow', () => {
        enter();
        return new Promise((resolve) => {
          finish = resolve;
        });
      });
    });
    server.route('GET', '/stream', async () => {
      const body = new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode(': hi\n\n')),
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    });
    server.setReady(true);
    const slow = fetch(`${url}/slow`);
    const stream = await fetch(`${url}/stream`);
    await entered;
    const stopped = server.stop();
    expect(await stream.text()).toBe(': hi\n\n');
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    finish(new Response('done'));
    expect(await (await slow).text()).toBe('done');
    await stopped;
    await server.stop();
  });

  it('waits neither for kept-alive connections nor for those opened in advance', async () => {
    const { server, url, port } = await runningServer();
    for (let index = 0; index < 3; index += 1) await (await fetch(`${url}/healthz`)).text();
    const unused = connect(port, '127.0.0.1');
    await once(unused, 'connect');
    const late = sleep(2_500).then(() => 'late');
    expect(await Promise.race([server.stop().then(() => 'stopped'), late])).toBe('stopped');
  });
});
