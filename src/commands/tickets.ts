import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import {
  renderTicket,
  renderTicketList,
  type StoredTicket,
  type TicketStore,
} from '../operations/tickets.ts';
import { openReadOnly } from '../storage/sqlite.ts';
import { StorageProblem } from '../storage/storage-problem.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage = 'askfix tickets [ID] [--json]';
const mostListed = 200;

/** `askfix tickets`: what was handed over to a person, newest first, or one ticket whole. Works beside a running server. */
export async function run(words: readonly string[]): Promise<number> {
  const parsed = parse(words);
  if (typeof parsed === 'string') return wrongUsage(parsed, usage);
  try {
    const storage = openReadOnly(loadConfig().dataFolder);
    try {
      return await show(storage.tickets, parsed);
    } finally {
      storage.close();
    }
  } catch (error) {
    if (!(error instanceof StorageProblem)) throw error;
    if (error.code === 'missing' && !parsed.id) return say([], parsed.json);
    process.stderr.write(`askfix: ${error.message}\n`);
    return 1;
  }
}

function parse(words: readonly string[]): { id: string | undefined; json: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    });
    if (positionals.length > 1)
      return `There is room for one ticket id, and there are ${positionals.length}.`;
    return { id: positionals[0], json: values.json === true };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function show(
  tickets: TicketStore,
  { id, json }: { id: string | undefined; json: boolean },
): Promise<number> {
  if (id === undefined) return say(await tickets.list(mostListed), json);
  const ticket = await tickets.get(id);
  if (!ticket) {
    process.stderr.write(`askfix: there is no ticket "${id}". "askfix tickets" lists them.\n`);
    return 1;
  }
  process.stdout.write(json ? `${JSON.stringify(ticket)}\n` : renderTicket(ticket));
  return 0;
}

function say(tickets: readonly StoredTicket[], json: boolean): number {
  const text = json
    ? tickets.map((ticket) => `${JSON.stringify(ticket)}\n`).join('')
    : renderTicketList(tickets);
  process.stdout.write(text || (json ? '' : 'No tickets yet.\n'));
  return 0;
}
