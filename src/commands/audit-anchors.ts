import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { AuditAnchor } from '../operations/audit.ts';

/** Thrown when a file of anchors cannot be used; the message says what to do. */
export class UnreadableAnchors extends Error {
  override readonly name = 'UnreadableAnchors';
}

const anchor = z.object({
  sequence: z.number().int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.number(),
});

/**
 * The anchors of a file, one JSON object a line, as `askfix audit anchor` writes them.
 * @throws UnreadableAnchors with the line
 */
export function readAnchors(file: string): readonly AuditAnchor[] {
  return textOf(file)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [anchorOf(line, `${file}:${index + 1}`)]));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    throw new UnreadableAnchors(
      `${file} cannot be read (${reason}). Name a file that "askfix audit anchor" wrote.`,
    );
  }
}

function anchorOf(line: string, place: string): AuditAnchor {
  try {
    return anchor.parse(JSON.parse(line));
  } catch {
    throw new UnreadableAnchors(`${place} is no anchor. Each line is one that "askfix audit anchor" wrote.`);
  }
}
