import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFromSlack } from '../../../src/platforms/slack/signature.ts';

const body = new TextEncoder().encode(
  'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
);
/** The example of Slack's own page, "Verifying requests from Slack". */
const secret = '8f742231b10e8888abcd99yyyzzz85a5';
const timestamp = '1531420618';
const signature = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503';
const now = Number(timestamp) * 1_000;

describe('isFromSlack', () => {
  it('takes the example of Slack’s page', () => {
    expect(isFromSlack({ timestamp, signature, body }, secret, now)).toBe(true);
  });

  it('takes times up to 300 seconds old or ahead, and none beyond', () => {
    for (const seconds of [-300, 300])
      expect(isFromSlack({ timestamp, signature, body }, secret, now + seconds * 1_000)).toBe(true);
    for (const seconds of [-301, 301])
      expect(isFromSlack({ timestamp, signature, body }, secret, now + seconds * 1_000)).toBe(false);
  });

  it.each([
    { timestamp: null, signature },
    { timestamp, signature: null },
    { timestamp: `${timestamp}, ${timestamp}`, signature },
    { timestamp: '-1', signature },
    { timestamp: 'NaN', signature },
    { timestamp, signature: '' },
    { timestamp, signature: signature.slice(0, -1) },
    { timestamp, signature: signature.toUpperCase() },
    { timestamp, signature: `${signature}, ${signature}` },
  ])('refuses %o', (headers) => {
    expect(isFromSlack({ ...headers, body }, secret, now)).toBe(false);
  });

  it('notices every changed bit of the body', () => {
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.nat(7), (place, bit) => {
        const changed = body.slice();
        changed[place] = (changed[place] as number) ^ (1 << bit);
        expect(isFromSlack({ timestamp, signature, body: changed }, secret, now)).toBe(false);
      }),
    );
  });

  it('reads the body as bytes, whatever they say', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const own = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(bytes).digest('hex')}`;
        expect(isFromSlack({ timestamp, signature: own, body: bytes }, secret, now)).toBe(true);
      }),
    );
  });
});
