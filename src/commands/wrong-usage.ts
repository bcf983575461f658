/** Says what was wrong with a command line and how it goes. Returns the exit code for it. */
export function wrongUsage(what: string, usage: string): number {
  process.stderr.write(`askfix: ${what}\nUsage: ${usage}\n`);
  return 2;
}
