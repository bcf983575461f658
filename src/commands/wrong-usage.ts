/** Says what was wrong with a command line and how it goes. Returns the exit code for it. */
export function wrongUsage(what: string, usage: string): number {
  process.stderr.write(`askfix: ${firstSentence(what)}\nUsage: ${usage}\n`);
  return 2;
}

/** Node's own complaints go on with how to pass odd arguments, which nobody asked for: the usage stands below. */
function firstSentence(what: string): string {
  return what.replace(/\. To specify [\s\S]*|\nDid you forget [\s\S]*/, '.').replace(/\.+$/, '.');
}
