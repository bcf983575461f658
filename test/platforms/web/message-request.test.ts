import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessageRequest } from '../../../src/platforms/web/message-request.ts';

function read(body: string, type = 'application/json') {
  return readMessageRequest(
    new Request('http://127.0.0.1/', { method: 'POST', body, headers: { 'content-type': type } }),
  );
}

/** Bodies that are nearly right, so that every check is met. */
const nearlyRight = fc.record(
  {
    conversation: fc.oneof(fc.string(), fc.jsonValue()),
    id: fc.oneof(fc.uuid(), fc.string(), fc.jsonValue()),
    text: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
    choice: fc.oneof(fc.string(), fc.jsonValue()),
    language: fc.oneof(fc.constantFrom('en', 'zh-Hans-CN', 'de', ''), fc.jsonValue()),
  },
  { requiredKeys: [] },
);

describe('readMessageRequest', () => {
  it('gives a message with exactly one of text and choice, or a refusal with a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          nearlyRight.map((body) => JSON.stringify(body)),
          fc.string(),
        ),
        async (body) => {
          const answer = await read(body);
          if ('status' in answer) {
            expect(answer.status).toBe(400);
            expect(answer.code).toMatch(/^[a-z_]+$/);
            expect(answer.message).toMatch(/^[\x20-\x7e]{20,300}$/);
            return;
          }
          expect([answer.text, answer.choice].filter((said) => said !== undefined)).toHaveLength(1);
          if (answer.text !== undefined)
            expect(answer.text.isWellFormed() && !answer.text.includes('\0')).toBe(true);
          expect([undefined, 'en', 'zh']).toContain(answer.language);
        },
      ),
    );
  });

  it('never repeats what was sent: a sentence may be shown anywhere', async () => {
    const refused = await read('{"text":"x","id":"<script>alert(1)</script> "}');
    expect(JSON.stringify(refused)).not.toContain('script');
  });

  it('takes the longest text and refuses the next one', async () => {
    expect(await read(JSON.stringify({ text: '文'.repeat(32_000) }))).toMatchObject({
      text: expect.any(String),
    });
    expect(await read(JSON.stringify({ text: '文'.repeat(32_001) }))).toMatchObject({
      code: 'text_too_long',
    });
  });
});
