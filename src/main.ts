/**
 * The command line. Each command is a file in `commands/`, loaded only when asked for, so that `askfix lookup` does not
 * pay for the server.
 */

interface Command {
  readonly about: string;
  readonly load: () => Promise<{ run(words: readonly string[]): Promise<number> }>;
}

const commands: Readonly<Record<string, Command>> = {
  serve: {
    about: 'run the web chat and every platform whose settings are present',
    load: () => import('./commands/serve.ts'),
  },
  chat: { about: 'talk to it in this terminal', load: () => import('./commands/chat.ts') },
  doctor: {
    about: 'check this machine, the settings, the data folder and the knowledge',
    load: () => import('./commands/doctor.ts'),
  },
  check: {
    about: 'check knowledge: [FOLDER…] [--json] [--warnings]',
    load: () => import('./commands/check.ts'),
  },
  new: { about: 'start a knowledge file: problem|code PACK ID', load: () => import('./commands/new.ts') },
  try: { about: 'show what a sentence is taken for: "<text>"', load: () => import('./commands/try.ts') },
  lookup: {
    about: 'explain an error code, or what a program printed: "<text>" [--json]',
    load: () => import('./commands/lookup.ts'),
  },
  recognise: {
    about: 'read lines of JSON, write what was found in them: --jsonl',
    load: () => import('./commands/recognise.ts'),
  },
  'import-codes': {
    about: 'rebuild the table of codes: [FACTS.csv] [--check]',
    load: () => import('./commands/import-codes.ts'),
  },
  simulate: {
    about:
      'play simulated people: --pack P [--problem X] [--opening sign|bare|code] [--users NAME] [--wrong P] [--dont-know P] [--fix-done-wrong P] --runs N --seed S [--compare-order] [--html FILE] [--json]',
    load: () => import('./commands/simulate.ts'),
  },
  discord: {
    about: 'tell Discord about the commands: register [--guild ID]',
    load: () => import('./commands/discord.ts'),
  },
  slack: {
    about: 'print the Slack app manifest: manifest --mode socket|http [--url ORIGIN]',
    load: () => import('./commands/slack.ts'),
  },
  learn: {
    about: 'what ended talks would teach: status | promote [--agree] | export | revoke IDENTITY',
    load: () => import('./commands/learn.ts'),
  },
  audit: {
    about: 'prove that the record of what happened is whole: verify | anchor | report',
    load: () => import('./commands/audit.ts'),
  },
  unanswered: {
    about: 'what was not understood, grouped: [GROUP…] [--limit N] [--json] [--draft FILE|ID [--pack P]]',
    load: () => import('./commands/unanswered.ts'),
  },
  export: {
    about: 'everything kept of one person, as JSON: PLATFORM:PERSON',
    load: () => import('./commands/export.ts'),
  },
  forget: {
    about: 'delete everything kept of one person: PLATFORM:PERSON --yes',
    load: () => import('./commands/forget.ts'),
  },
  retention: {
    about: 'delete what is older than the settings say: [--dry-run]',
    load: () => import('./commands/retention.ts'),
  },
  'dead-letters': {
    about: 'list what was given up, or try it again: [--replay NAME] [--json]',
    load: () => import('./commands/dead-letters.ts'),
  },
  tickets: {
    about: 'list what was handed over, or show one: [ID] [--json]',
    load: () => import('./commands/tickets.ts'),
  },
};

/** Runs one command line. Sets the exit code: 0 fine, 1 found something wrong, 2 wrong usage. */
export async function main(words: readonly string[]): Promise<void> {
  // `askfix check | head` closes the pipe early; that is no error of anybody.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode);
  });
  const [name = 'help', ...rest] = words;
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(usage());
    return;
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${await version()}\n`);
    return;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(`askfix: there is no command "${name}".\n${usage()}`);
    process.exitCode = 2;
    return;
  }
  if (rest.includes('--help') || rest[0] === '-h') {
    process.stdout.write(`askfix ${name}: ${command.about}\n`);
    return;
  }
  process.exitCode = await (await command.load()).run(rest);
}

async function version(): Promise<string> {
  const { default: description } = await import('../package.json', { with: { type: 'json' } });
  return description.version;
}

function usage(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`);
  return `Usage: askfix COMMAND | --help | --version\n\n${lines.join('\n')}\n\nThe result goes to stdout, logs to stderr. Exit code: 0 fine, 1 found something wrong, 2 wrong usage.\n`;
}
