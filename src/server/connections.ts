import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What is connected and what is being answered, so that a closing server knows what to wait for. */
export interface Connections {
  opened(socket: Socket): void;
  /**
   * A request came in. False when its connection holds too many unanswered ones already: no browser and no proxy sends
   * the next before the answer to the last, and somebody who does can send more than we can even read.
   */
  answering(outgoing: ServerResponse, socket: Socket): boolean;
  /** Ends event streams, which would keep a closing server open for ever; their readers reconnect and resume. */
  endStreams(): void;
  /** Closes connections without a request. Node's `closeIdleConnections` spares those that browsers open in advance. */
  closeIdle(): void;
}

/** Requests on one connection that are not answered yet. */
const mostUnanswered = 32;

/** An empty book of connections. */
export function createConnections(): Connections {
  const sockets = new Set<Socket>();
  const open = new Map<ServerResponse, Socket>();
  const unanswered = new WeakMap<Socket, number>();
  const count = (socket: Socket, by: number) => {
    const now = (unanswered.get(socket) ?? 0) + by;
    unanswered.set(socket, now);
    return now;
  };
  return {
    opened(socket) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    },
    answering(outgoing, socket) {
      if (socket.destroyed || count(socket, 1) > mostUnanswered) return false;
      open.set(outgoing, socket);
      outgoing.once('close', () => {
        open.delete(outgoing);
        count(socket, -1);
      });
      return true;
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
