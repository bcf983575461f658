import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/message.ts';
import { printable, renderText } from '../../src/platforms/text.ts';

const fix: Reply = {
  id: 'r1',
  kind: 'fix',
  language: 'en',
  blocks: [
    { type: 'heading', text: 'Reset the network' },
    {
      type: 'badges',
      items: [
        { kind: 'minutes', text: '5 min' },
        { kind: 'admin', text: 'needs admin' },
      ],
    },
    { type: 'text', text: 'Sockets are damaged.' },
    {
      type: 'steps',
      items: [
        { text: 'Open the terminal as administrator.' },
        { text: 'Run this,\nand wait:', command: 'netsh winsock reset' },
      ],
    },
    { type: 'note', tone: 'verify', title: 'How to check', text: 'Send a file.' },
    { type: 'note', tone: 'warning', title: 'Mind', text: 'It restarts.' },
    { type: 'rows', rows: [{ label: 'hex', value: '0x80070057' }] },
    { type: 'list', items: ['one', 'two'] },
  ],
  choices: [
    { id: 'a', label: 'It worked' },
    { id: 'b', label: 'It did not' },
  ],
  about: { cause: 'n8-winsock-damaged' },
};

describe('renderText', () => {
  it('writes every kind of block and the choices', () => {
    expect(renderText(fix)).toBe(`Reset the network

[5 min · needs admin]

Sockets are damaged.

1) Open the terminal as administrator.
2) Run this,
   and wait:
    netsh winsock reset

How to check: Send a file.

Mind: It restarts.

hex: 0x80070057

- one
- two

1. It worked
2. It did not`);
  });

  it('uses the full-width colon in Chinese', () => {
    const reply = {
      ...fix,
      language: 'zh' as const,
      choices: [],
      blocks: [{ type: 'note', tone: 'undo', title: '撤销', text: '重启' }] as const,
    };
    expect(renderText(reply)).toBe('撤销：重启');
  });

  it('leaves out what is empty', () => {
    expect(
      renderText({
        language: 'en',
        choices: [],
        blocks: [
          { type: 'badges', items: [] },
          { type: 'text', text: 'Hi.' },
        ],
      }),
    ).toBe('Hi.');
  });

  it('paints only the parts that may be painted', () => {
    const painted = renderText(fix, { paint: (part, text) => `<${part}>${text}</${part}>` });
    expect(painted).toContain('<heading>Reset the network</heading>');
    expect(painted).toContain('    <command>netsh winsock reset</command>');
    expect(painted).toContain('<warning>Mind: It restarts.</warning>');
    expect(painted).toContain('<number>2.</number> It did not');
    expect(painted.replace(/<\/?\w+>/g, '')).toBe(renderText(fix));
  });

  it('lets no text drive a terminal or turn the reading direction', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1 }),
      fc.constantFrom('\u001b', '\u009b', '\u202e', '\u2066', 'a'),
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const out = renderText({
          language: 'en',
          blocks: [{ type: 'text', text }],
          choices: [{ id: 'x', label: text }],
        });
        expect([...out].filter(acts)).toEqual([]);
      }),
    );
    expect(printable('\u001b[31mred\u001b[0m \u202etxt.exe\r\nnext')).toBe('[31mred[0m txt.exe\nnext');
  });
});

function acts(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  const control = point < 0x20 || (point >= 0x7f && point < 0xa0);
  return (
    (control && !'\n\t'.includes(character)) ||
    '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'.includes(character)
  );
}
