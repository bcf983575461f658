import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeBlock, escaped } from '../../../src/platforms/discord/markdown.ts';
import { printable } from '../../../src/platforms/text.ts';
import { nastyText } from '../nasty-text.ts';
import { liveMentions, withoutGaps } from './nasty-text.ts';

/** What Discord shows for escaped markdown: a backslash before a sign is gone, the sign stays. */
function displayed(markdown: string): string {
  return withoutGaps(markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1'));
}

/** Everything that could still format: what is left when escaped signs and web addresses are taken away. */
function active(markdown: string): string {
  // A sign that no web address has: a letter would glue two addresses into one, and nothing would make a line start.
  const signless = markdown.replace(/\\[^0-9A-Za-z\s]/g, '¤');
  return signless.replace(/https?:\/\/[A-Za-z0-9./_%=&?#-]+/g, '¤');
}

describe('escaped text', () => {
  it('shows exactly the text', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expect(displayed(escaped(text))).toBe(withoutGaps(printable(text)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('formats nothing and mentions nobody', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const markdown = escaped(text);
        expect(active(markdown)).not.toMatch(/[*_~`|<>[\]\\]/);
        expect(active(markdown)).not.toMatch(/^\s*([#+-]|\d+[.)])/m);
        expect(liveMentions(markdown)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['a *b* _c_', 'a \\*b\\* \\_c\\_'],
    ['# no heading', '\\# no heading'],
    ['-# small', '\\-# small'],
    ['1. no list', '1\\. no list'],
    ['> no quote', '\\> no quote'],
    ['[text](https://example.com)', '\\[text\\](https://example.com)'],
    ['see https://example.com/a_b_c?d=*e*', 'see https://example.com/a_b_c?d=\\*e\\*'],
    ['at 10:30:15', 'at 10\\:30:15'],
    ['C:\\Users\\me', 'C:\\\\Users\\\\me'],
  ])('%j becomes %j', (text, markdown) => {
    expect(escaped(text)).toBe(markdown);
  });
});

describe('a code block', () => {
  it('ends only at its end', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const block = codeBlock(text);
        if (block === '') return;
        expect(block.match(/`{3}/g)).toHaveLength(2);
        expect(liveMentions(block)).toEqual([]);
        expect(withoutGaps(block)).toBe(withoutGaps(`\`\`\`\n${printable(text)}\n\`\`\``));
      }),
    );
  });

  it('leaves commands as they are, to be copied', () => {
    expect(codeBlock('npm i @scope/package > log.txt')).toBe('```\nnpm i @scope/package > log.txt\n```');
  });

  it('is nothing around nothing', () => {
    expect(codeBlock(' \n')).toBe('');
  });
});
