import { parseArgs } from 'node:util';
import { type SlackMode, slackManifest } from '../platforms/slack/manifest.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage = 'askfix slack manifest --mode socket|http [--url https://help.example.org]';
/** Stands in the manifest until somebody says where this server is reached; Slack refuses it, and so shows the place. */
const unknownOrigin = 'https://your-address.example';

/** `askfix slack manifest`: the app as Slack's "From a manifest" takes it, as JSON on stdout. */
export async function run(words: readonly string[]): Promise<number> {
  const read = readWords(words);
  if (typeof read === 'string') return wrongUsage(read, usage);
  process.stdout.write(`${JSON.stringify(slackManifest(read), null, 2)}\n`);
  if (read.mode === 'http' && read.origin === unknownOrigin)
    process.stderr.write(`askfix: replace ${unknownOrigin} by your public address, or say it with --url.\n`);
  return 0;
}

function readWords(words: readonly string[]): { mode: SlackMode; origin: string | null } | string {
  const parsed = parse(words);
  if (typeof parsed === 'string') return parsed;
  const { mode = '' } = parsed.values;
  const url = parsed.values.url ?? (mode === 'http' ? unknownOrigin : null);
  const [subject = '', ...more] = parsed.positionals;
  if (subject !== 'manifest' || more.length > 0)
    return words.length === 0
      ? 'Slack what?'
      : `"slack" makes a manifest only, and there is "${[subject, ...more].join(' ')}".`;
  if (mode !== 'socket' && mode !== 'http') return `--mode is "${mode}"; it must be socket or http.`;
  if (url !== null && !/^https:\/\/[^/?#\s]+\/?$/.test(url))
    return `--url is "${url}"; it must be https:// and a name only.`;
  return { mode, origin: url?.replace(/\/$/, '') ?? null };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { mode: { type: 'string' }, url: { type: 'string' } },
    });
  } catch (error) {
    return (error as Error).message;
  }
}
