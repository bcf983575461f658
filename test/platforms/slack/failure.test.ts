import { describe, expect, it } from 'vitest';
import { isUnavailable, sendProblem } from '../../../src/platforms/slack/failure.ts';

const platform = (error: string) => ({ data: { ok: false, error } });

describe('sendProblem', () => {
  it('waits as long as Slack asks', () => {
    expect(sendProblem({ retryAfter: 30 })).toMatchObject({ retryable: true, retryAfterMs: 30_000 });
    expect(sendProblem(platform('ratelimited'))).toMatchObject({ retryable: true });
  });

  it('does not insist where Slack says no', () => {
    for (const error of [platform('channel_not_found'), platform('invalid_auth'), { statusCode: 404 }])
      expect(sendProblem(error)).toMatchObject({ retryable: false });
  });

  it('leaves open what may have arrived, so that Slack is asked first', () => {
    for (const error of [
      platform('fatal_error'),
      { statusCode: 502 },
      new Error('socket hang up'),
      undefined,
    ])
      expect(sendProblem(error)).toBe(error);
  });

  it('sends again at once what never left', () => {
    const original = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    expect(sendProblem({ original })).toMatchObject({ retryable: true });
  });
});

describe('isUnavailable', () => {
  it('tells a method that is not there from a bad moment', () => {
    for (const error of [{ statusCode: 404 }, platform('unknown_method'), platform('missing_scope')])
      expect(isUnavailable(error)).toBe(true);
    for (const error of [{ statusCode: 500 }, platform('internal_error'), { retryAfter: 1 }])
      expect(isUnavailable(error)).toBe(false);
  });
});
