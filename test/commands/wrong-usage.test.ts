import { afterEach, describe, expect, it, vi } from 'vitest';
import { wrongUsage } from '../../src/commands/wrong-usage.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

function said(what: string): string {
  const written: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((words) => {
    written.push(String(words));
    return true;
  });
  expect(wrongUsage(what, 'askfix tickets [ID]')).toBe(2);
  return written.join('');
}

describe('a wrong command line', () => {
  it.each([
    [
      "Unknown option '--x'. To specify a positional argument starting with a '-', place it at the end",
      "Unknown option '--x'.",
    ],
    [
      "Option '--limit' argument is ambiguous.\nDid you forget to specify the option argument?",
      "Option '--limit' argument is ambiguous.",
    ],
    ['Which code?', 'Which code?'],
    ['There is no pack "a.b".', 'There is no pack "a.b".'],
  ])('gets one sentence and the usage: %s', (what, sentence) => {
    expect(said(what)).toBe(`askfix: ${sentence}\nUsage: askfix tickets [ID]\n`);
  });
});
