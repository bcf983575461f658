import { Agent, request } from 'node:http';

/**
 * `node bench/flooder.ts PORT CONVERSATION RATE SECONDS`: one person with `RATE` messages a second to send, over as many
 * as 256 connections. Prints how many it got rid of and what they were answered with. A process of its own, so that its
 * work delays no measurement but by the processor it takes.
 */
const [port, conversation, rate, seconds] = process.argv.slice(2);
const connections = 256;

const statuses: Record<string, number> = {};
const agent = new Agent({ keepAlive: true, maxSockets: connections });
let sent = 0;
let held = 0;
let under = 0;
const started = performance.now();

const timer = setInterval(() => {
  const elapsed = performance.now() - started;
  const due = Math.min(elapsed, Number(seconds) * 1000) * (Number(rate) / 1000);
  while (sent + held < due) {
    if (under < connections) send(`nothing new, message ${sent}`);
    else held += 1;
  }
  if (elapsed > Number(seconds) * 1000) finish(elapsed);
}, 2);

function finish(elapsed: number): void {
  clearInterval(timer);
  process.stdout.write(
    `${JSON.stringify({ sentPerSecond: (sent * 1000) / elapsed, heldBack: held, statuses })}\n`,
  );
  process.exit(0);
}

function send(text: string): void {
  sent += 1;
  under += 1;
  const body = JSON.stringify({ conversation, text });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const done = (status: string) => {
    under -= 1;
    statuses[status] = (statuses[status] ?? 0) + 1;
  };
  const going = request(
    { host: '127.0.0.1', port, path: '/api/v1/messages', method: 'POST', agent, headers },
    (response) => response.on('end', () => done(String(response.statusCode))).resume(),
  );
  going.on('error', () => done('error'));
  going.end(body);
}
