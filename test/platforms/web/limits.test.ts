import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, type ServerProcess, startServer } from '../../fixtures/server-process.ts';

const folder = dataFolder();
let server: ServerProcess;

beforeAll(async () => {
  server = await startServer(folder.path, undefined, { LIMIT_PER_USER: '4', LIMIT_TOTAL: '0' });
  await server.ready();
}, 60_000);

afterAll(async () => {
  await server.stop();
  folder.remove();
});

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: {
    readonly conversation: string;
    readonly replies: readonly {
      readonly kind: string;
      readonly choices: readonly { readonly id: string }[];
    }[];
    readonly error?: { readonly code: string };
  };
}

async function post(message: Record<string, string>): Promise<Answer> {
  const response = await fetch(`${server.origin}/api/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  });
  const retryAfter = response.headers.get('retry-after');
  return { status: response.status, retryAfter, body: (await response.json()) as Answer['body'] };
}

describe('the messages API and somebody who says too much', () => {
  it('says so once as a reply, then with 429, and still takes answers and repeated ids', async () => {
    const first = await post({ id: 'one', text: 'QQ提示服务器拒绝了您发送离线文件怎么办' });
    const { conversation } = first.body;
    let asked = first;
    for (let turn = 0; turn < 3; turn += 1) asked = await post({ conversation, text: 'why' });
    const notice = await post({ conversation, text: 'why' });
    expect([notice.status, notice.body.replies[0]?.kind]).toEqual([200, 'notice']);
    const refused = await post({ conversation, text: 'why' });
    expect([refused.status, refused.body.error?.code]).toEqual([429, 'too_many_messages']);
    expect(Number(refused.retryAfter)).toBeGreaterThan(0);

    const choice = asked.body.replies[0]?.choices[0]?.id ?? '';
    expect((await post({ conversation, choice })).status).toBe(200);
    expect((await post({ conversation, choice: 'zzzzzz-1-1' })).status).toBe(429);
    const again = await post({ conversation, id: 'one', text: 'QQ提示服务器拒绝了您发送离线文件怎么办' });
    expect([again.status, again.body.replies]).toEqual([200, first.body.replies]);
    expect((await post({ text: 'hello' })).status).toBe(200);
  });
});
