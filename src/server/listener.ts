import { createServer, type Server as HttpServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type Connections, createConnections } from './connections.ts';
import { failureResponse } from './failure.ts';
import { unreadable } from './failures.ts';
import { securityHeaders } from './security-headers.ts';

/** Milliseconds; against clients that send a byte now and then to keep connections busy. */
const timeouts = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };
/** Milliseconds between two looks at which connections are done, while closing. */
const sweepMs = 20;

/** Thrown when the address cannot be listened on; the message is one sentence for the operator. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

export interface ListenerOptions {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Told of connections that could not be accepted, such as when file handles run out. */
  readonly onError: (error: Error) => void;
}

export interface Listener {
  /** @throws CannotListen */
  listen(host: string, port: number): Promise<{ readonly port: number }>;
  /** Accepts nothing new, ends event streams, lets requests finish for at most `graceMs`, then cuts them. */
  close(graceMs: number): Promise<void>;
}

/** A Node HTTP server that answers by `fetch`. Every response carries the security headers. */
export function createListener({ fetch, onError }: ListenerOptions): Listener {
  const answer = getRequestListener(fetch, { errorHandler: () => failureResponse(unreadable) });
  const connections = createConnections();
  const server = createServer(timeouts, (incoming, outgoing) => {
    if (!connections.answering(outgoing, incoming.socket)) {
      incoming.socket.destroy();
      return;
    }
    setHeaders(outgoing, server.listening);
    void answer(incoming, outgoing);
  });
  server.on('connection', connections.opened);
  return {
    async listen(host, port) {
      await listening(server, host, port);
      server.removeAllListeners('error').on('error', onError);
      return { port: (server.address() as AddressInfo).port };
    },
    async close(graceMs) {
      if (server.listening) await closed(server, connections, graceMs);
    },
  };
}

function setHeaders(outgoing: ServerResponse, stays: boolean): void {
  for (const name in securityHeaders) outgoing.setHeader(name, securityHeaders[name] as string);
  if (!stays) outgoing.setHeader('connection', 'close');
}

function listening(server: HttpServer, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new CannotListen(reasonNotToListen(error, host, port))));
    server.listen(port, host, resolve);
  });
}

async function closed(server: HttpServer, connections: Connections, graceMs: number): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  connections.endStreams();
  const sweep = setInterval(connections.closeIdle, sweepMs);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await done;
  clearInterval(sweep);
  clearTimeout(cut);
}

/** Why listening failed and what to do, for the operator. */
export function reasonNotToListen(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return (
        `Port ${port} on ${host} is already in use, perhaps by another Askfix. ` +
        `Stop that program, or choose another port: PORT=${port === 65_535 ? 8080 : port + 1}.`
      );
    case 'EACCES':
      return `This user may not listen on port ${port} of ${host}. Choose a port above 1023, such as PORT=8080.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST is ${host}, which is no address of this machine. Use HOST=127.0.0.1, or HOST=0.0.0.0 for all addresses.`;
    default:
      return `Listening on ${host}, port ${port}, failed (${error.code ?? error.message}). Check HOST and PORT.`;
  }
}
