import { afterEach, describe, expect, it, vi } from 'vitest';
import { recogniseLine, run } from '../../src/commands/recognise.ts';
import { knowledgeOfCodes } from '../recognition/small-knowledge.ts';
import { captureOutput } from './captured-output.ts';

const knowledge = knowledgeOfCodes('hresult/0x80070057', 'win32/87');

afterEach(() => void vi.restoreAllMocks());

describe('askfix recognise --jsonl', () => {
  it('writes exactly the keys that other programs rely on', () => {
    const { json, ok } = recogniseLine(
      '{"id": 7, "text": "错误 0x80070057", "platform": "slack"}',
      1,
      knowledge,
    );
    expect(ok).toBe(true);
    expect(JSON.parse(json)).toEqual({
      id: 7,
      decision: 'answer',
      codes: [
        {
          family: 'hresult',
          code: '0x80070057',
          span: [3, 13],
          score: 0.98,
          also: [{ family: 'win32', code: '87' }],
        },
      ],
      problems: [],
      language: 'zh',
    });
  });

  it('leaves out an id that was not given', () => {
    expect(Object.keys(JSON.parse(recogniseLine('{"text": ""}', 1, knowledge).json))).toEqual([
      'decision',
      'codes',
      'problems',
      'language',
    ]);
  });

  it('reads a first line that begins with a byte order mark', () => {
    expect(recogniseLine('\ufeff{"text": "x"}', 1, knowledge).ok).toBe(true);
  });

  it.each(['nonsense', '', '[]', '5', 'null', '{"text": 5}', '{"id": 1}'])(
    'answers %j with an error object',
    (line) => {
      const { json, ok } = recogniseLine(line, 4, knowledge);
      expect(ok).toBe(false);
      expect(JSON.parse(json)).toEqual({ error: expect.stringContaining('line 4: ') });
    },
  );

  it('wants to be told the format', async () => {
    const output = captureOutput();
    expect(await run([])).toBe(2);
    expect(output.stderr).toContain('--jsonl');
  });
});
