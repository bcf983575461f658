import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What is connected and what is being answered, so that a closing server knows what to wait for. */
export interface Connections {
  opened(socket: Socket): void;
  answering(outgoing: ServerResponse, socket: Socket): void;
  /** Ends event streams, which would keep a closing server open for ever; their readers reconnect and resume. */
  endStreams(): void;
  /** Closes connections without a request. Node's `closeIdleConnections` spares those that browsers open in advance. */
  closeIdle(): void;
}

/** An empty book of connections. */
export function createConnections(): Connections {
  const sockets = new Set<Socket>();
  const open = new Map<ServerResponse, Socket>();
  return {
    opened(socket) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    },
    answering(outgoing, socket) {
      open.set(outgoing, socket);
      outgoing.once('close', () => open.delete(outgoing));
    },
    endStreams() {
      for (const outgoing of open.keys()) if (isEventStream(outgoing)) outgoing.end();
    },
    closeIdle() {
      const busy = new Set(open.values());
      for (const socket of sockets) if (!busy.has(socket)) socket.destroy();
    },
  };
}

function isEventStream(outgoing: ServerResponse): boolean {
  return String(outgoing.getHeader('content-type') ?? '').startsWith('text/event-stream');
}
