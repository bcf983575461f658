import { describe, expect, it, vi } from 'vitest';
import { findCodes } from '../../../src/recognition/codes/find-codes.ts';
import { findCodesAhead } from '../../../src/recognition/codes/find-codes-ahead.ts';
import { knowledgeOfCodes } from '../small-knowledge.ts';

const line = 'nothing happened here, request took 12 ms\n';
const log = `${line.repeat(3000)}error 0x80070057\n${line.repeat(3000)}error 10060\nerror 0x80070057\n`;

describe('a long text read ahead', () => {
  it('gives way between its pieces, and is not read again', async () => {
    const knowledge = knowledgeOfCodes('hresult/0x80070057', 'win32/10060');
    const expected = findCodes(log, knowledge);
    expect(expected).toMatchObject([
      { code: '0x80070057', count: 2, span: [line.length * 3000 + 6, line.length * 3000 + 16] },
      { code: '10060', count: 1 },
    ]);
    expect(findCodes(log, knowledge)).not.toBe(expected);
    const pause = vi.fn(async () => undefined);
    await findCodesAhead(log, knowledge, { pause, platform: 'web' });
    expect(pause.mock.calls.length).toBeGreaterThan(4);
    const ahead = findCodes(log, knowledge, { platform: 'web' });
    expect(ahead).toEqual(expected);
    expect(findCodes(log, knowledge, { platform: 'web' })).toBe(ahead);
    expect(findCodes(log, knowledge, { platform: 'qq' })).not.toBe(ahead);
  });

  it('is remembered for the newest few only', async () => {
    const knowledge = knowledgeOfCodes('win32/10060');
    const logs = Array.from({ length: 20 }, (_, n) => `${log}${n}`);
    for (const one of logs) await findCodesAhead(one, knowledge, { pause: async () => undefined });
    const [first = '', last = ''] = [logs[0], logs.at(-1)];
    expect(findCodes(last, knowledge)).toBe(findCodes(last, knowledge));
    expect(findCodes(first, knowledge)).not.toBe(findCodes(first, knowledge));
  });
});
