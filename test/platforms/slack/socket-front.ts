import { createHash } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** Just enough of a WebSocket server (RFC 6455, unfragmented text frames below 64 KB) to stand for Slack's. */
export interface SocketFront {
  /** How many connections were opened so far. */
  opened(): number;
  /** Sends one envelope to every open connection. */
  send(envelope: object): void;
  /** What the clients sent, parsed. */
  readonly received: readonly Record<string, unknown>[];
  close(): void;
}

const acceptSuffix = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Upgrades every connection to `path` and says hello, as Slack does. */
export function socketFront(server: Server, path: string): SocketFront {
  const sockets = new Set<Socket>();
  const received: Record<string, unknown>[] = [];
  let opened = 0;

  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    if (!request.url?.startsWith(path)) return void socket.destroy();
    opened += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}${acceptSuffix}`)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    listen(socket, received);
    socket.write(frame(1, JSON.stringify({ type: 'hello', num_connections: 1 })));
  });

  return {
    opened: () => opened,
    send(envelope) {
      for (const socket of sockets) socket.write(frame(1, JSON.stringify(envelope)));
    },
    received,
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

function listen(socket: Socket, received: Record<string, unknown>[]): void {
  let buffer = Buffer.alloc(0);
  socket.on('data', (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (let next = readFrame(buffer); next; next = readFrame(buffer)) {
      buffer = buffer.subarray(next.length);
      if (next.opcode === 1) received.push(JSON.parse(next.payload.toString()));
      if (next.opcode === 9) socket.write(frame(10, next.payload));
      if (next.opcode === 8) socket.end(frame(8, next.payload));
    }
  });
}

function readFrame(buffer: Buffer): { opcode: number; payload: Buffer; length: number } | null {
  if (buffer.length < 2) return null;
  const short = (buffer[1] as number) & 0x7f;
  const head = short === 126 ? 4 : 2;
  if (buffer.length < head + 4) return null;
  const size = short === 126 ? buffer.readUInt16BE(2) : short;
  const length = head + 4 + size;
  if (buffer.length < length) return null;
  const mask = buffer.subarray(head, head + 4);
  const payload = Buffer.from(buffer.subarray(head + 4, length)).map(
    (byte, index) => byte ^ (mask[index % 4] as number),
  );
  return { opcode: (buffer[0] as number) & 0x0f, payload: Buffer.from(payload), length };
}

function frame(opcode: number, content: string | Buffer): Buffer {
  const payload = Buffer.from(content);
  const head =
    payload.length < 126
      ? Buffer.from([0x80 | opcode, payload.length])
      : Buffer.from([0x80 | opcode, 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, payload]);
}
