import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';

const token = 'canary-"quoted"-token';

function linesOf(work: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  const config = readConfig({ API_TOKEN: token, LOG_LEVEL: 'trace' });
  work(createLog(config, { write: (line) => lines.push(line) }));
  return lines;
}

describe('createLog', () => {
  it('writes JSON lines with time, level and message', () => {
    const [line] = linesOf((log) => log.info({ port: 8080 }, 'listening'));
    expect(JSON.parse(line ?? '')).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      port: 8080,
      msg: 'listening',
    });
  });

  it('hides every secret wherever it stands', () => {
    const lines = linesOf((log) => {
      log.info(`token ${token}`);
      log.warn({ deep: { list: [token] } }, 'deep');
      log.error(new Error(`refused: ${token}`));
      log.child({ token }).debug('child');
    });
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      expect(line).toContain('***');
      expect(line).not.toContain('canary');
      expect(() => JSON.parse(line)).not.toThrow();
    }
  });

  it('hides credentials of a logged request', () => {
    const [line] = linesOf((log) =>
      log.info({ headers: { cookie: 'a=b', authorization: 'Bearer x' } }, 'request'),
    );
    expect(JSON.parse(line ?? '').headers).toEqual({ cookie: '***', authorization: '***' });
  });
});
