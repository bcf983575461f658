import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { recognise } from '../recognition/recognise.ts';
import { shippedKnowledge } from './shipped-knowledge.ts';
import { wrongUsage } from './wrong-usage.ts';

const usage = 'askfix recognise --jsonl < FILE';

const lineSchema = z.object({
  id: z.unknown().optional(),
  text: z.string(),
  platform: z.string().optional(),
});

/** What one line of input comes to. */
export interface RecognisedLine {
  /** One line of JSON, without its end. */
  readonly json: string;
  readonly ok: boolean;
}

/** Lines in, lines out; the outer face that other programs rely on, so the keys are picked one by one. */
export function recogniseLine(line: string, number: number, knowledge: Knowledge): RecognisedLine {
  const input = readLine(line);
  if (typeof input === 'string')
    return { json: JSON.stringify({ error: `line ${number}: ${input}` }), ok: false };
  const { id, text, platform } = input;
  const found = recognise(text, knowledge, platform === undefined ? {} : { platform });
  const json = JSON.stringify({
    ...(id === undefined ? {} : { id }),
    decision: found.decision,
    codes: found.codes.map(({ named: _, sure: _sure, rivals: _rivals, count: _count, ...code }) => code),
    problems: found.problems.map(({ pack, problem, score }) => ({ pack, problem, score })),
    language: found.language,
  });
  return { json, ok: true };
}

/** The input of a line, or what is wrong with it. */
function readLine(line: string): z.infer<typeof lineSchema> | string {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\ufeff/, ''));
  } catch {
    return 'this is not JSON; write one object per line, like {"text": "error 87"}';
  }
  const parsed = lineSchema.safeParse(value);
  return parsed.success ? parsed.data : 'the object needs a string "text", like {"text": "error 87"}';
}

/**
 * `askfix recognise --jsonl`: reads lines `{id?, text, platform?}` from stdin and writes for each what was found in it.
 * A line that cannot be read gives `{error}`, and the others are still answered.
 * @returns the exit code: 0 fine, 1 a line could not be read or the knowledge is broken, 2 wrong usage
 */
export async function run(words: readonly string[]): Promise<number> {
  if (words.length !== 1 || words[0] !== '--jsonl') return wrongUsage('Which format?', usage);
  const knowledge = await shippedKnowledge();
  if (!knowledge) return 1;
  let number = 0;
  let allRead = true;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const { json, ok } = recogniseLine(line, number, knowledge);
    allRead &&= ok;
    // A slow reader must not make the answers pile up in memory.
    if (!process.stdout.write(`${json}\n`)) await once(process.stdout, 'drain');
  }
  return allRead ? 0 : 1;
}
