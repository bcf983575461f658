import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type APIMessage, ChannelType } from 'discord.js';
import { DigitalDiscord, type DiscordGateway } from 'discord-digital-twin';

/** A request that the bot made. */
export interface Recorded {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** How the next request that posts a message is answered instead. */
interface Instead {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body: unknown;
  /** Only requests whose path fits; the others go through. */
  readonly path?: RegExp;
  /** Only messages with this in them. */
  readonly saying?: string;
}

/** A Discord that nobody here wrote, behind a front that records what the bot asks and can refuse it. */
export interface DiscordServer {
  readonly twin: DigitalDiscord;
  /** For `DISCORD_API_URL`. */
  readonly url: string;
  readonly requests: readonly Recorded[];
  /** Ids of one of each. */
  readonly ids: {
    readonly text: string;
    readonly direct: string;
    readonly forum: string;
    readonly post: string;
    readonly ann: string;
    readonly ben: string;
    readonly robot: string;
  };
  /** The next fitting request is answered so. */
  instead(answer: Instead): void;
  /** Ends all sessions so that they cannot be resumed (4007). */
  loseSessions(): void;
  /** Cuts all connections as a network does. The twin ignores who wants to resume. */
  cutConnections(): void;
  messages(channel: string): Promise<readonly APIMessage[]>;
  stop(): Promise<void>;
}

/** Snowflakes of our own for users and channels: any 18 digits. */
const id = (number: number) => `${100_000_000_000_000_000n + BigInt(number)}`;

/** A server with a text channel, a forum with a post, two people and another bot; and a direct channel of the first. */
export async function discordServer(): Promise<DiscordServer> {
  const folder = mkdtempSync(join(tmpdir(), 'askfix-discord-'));
  const ids = {
    text: id(1),
    forum: id(2),
    post: id(3),
    direct: id(4),
    ann: id(11),
    ben: id(12),
    robot: id(13),
  };
  const twin = new DigitalDiscord({
    dbUrl: `file:${join(folder, 'discord.db')}`,
    channels: [
      { id: ids.text, name: 'general', type: ChannelType.GuildText },
      { id: ids.forum, name: 'questions', type: ChannelType.GuildForum },
    ],
    users: [
      { id: ids.ann, username: 'ann' },
      { id: ids.ben, username: 'ben' },
      { id: ids.robot, username: 'robot', bot: true },
    ],
  });
  await twin.start();
  await twin.prisma.channel.create({ data: { id: ids.direct, type: ChannelType.DM, name: 'direct' } });
  await twin.prisma.channel.create({
    data: {
      id: ids.post,
      type: ChannelType.PublicThread,
      name: 'a post',
      guildId: twin.guildId,
      parentId: ids.forum,
    },
  });
  const front = await startFront(`http://127.0.0.1:${twin.port}`);
  return {
    twin,
    ids,
    ...front,
    loseSessions() {
      for (const { ws } of [...gatewayOf(twin).clients]) ws.close(4007);
    },
    cutConnections() {
      for (const { ws } of [...gatewayOf(twin).clients]) ws.terminate();
    },
    messages: (channel) => twin.channel(channel).getMessages(),
    async stop() {
      await front.stop();
      await twin.stop();
      await twin.prisma.$disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The twin keeps its gateway to itself. */
function gatewayOf(twin: DigitalDiscord): DiscordGateway {
  return (twin as unknown as { readonly server: { readonly gateway: DiscordGateway } }).server.gateway;
}

async function startFront(behind: string) {
  async function pass(request: IncomingMessage, body: string, response: ServerResponse): Promise<void> {
    const passed = await fetch(`${behind}${request.url}`, {
      method: request.method ?? 'GET',
      headers: { 'content-type': 'application/json' },
      ...(body === '' ? {} : { body }),
    });
    const content = Buffer.from(await passed.arrayBuffer());
    const type = passed.headers.get('content-type');
    response.writeHead(passed.status, type === null ? {} : { 'content-type': type });
    response.end(content);
  }

  const requests: Recorded[] = [];
  const answers: Instead[] = [];
  const front = createServer(async (request, response) => {
    const body = await read(request);
    const path = (request.url ?? '').replace('/api/v10', '');
    requests.push({ method: request.method ?? '', path, body: body === '' ? {} : JSON.parse(body) });
    const index = answers.findIndex(
      ({ path: wanted = /messages$/, saying = '' }) =>
        wanted.test(path) && body.includes(saying) && request.method !== 'GET',
    );
    const [answer] = index < 0 ? [] : answers.splice(index, 1);
    if (answer) {
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.body));
      return;
    }
    await pass(request, body, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  return {
    requests,
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}/api`,
    instead: (answer: Instead) => void answers.push(answer),
    async stop() {
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
