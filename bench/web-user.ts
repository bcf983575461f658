import type { Agent } from 'node:http';
import { request } from 'node:http';

interface SeenReply {
  readonly kind: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

/**
 * One person in the bench's crowd: 70 % help or a known code, 30 % answers to the open question. Everybody has the same
 * trouble, as in an outage, and begins anew after two answers; what a question costs that nobody was asked before is
 * `bench:advance`'s "decision computed".
 */
export interface WebUser {
  /** Sends the next message; whether it was accepted and answered. */
  next(): Promise<boolean>;
}

export interface Crowd {
  readonly origin: string;
  readonly agent: Agent;
  /** Numbers in [0, 1). */
  readonly random: () => number;
}

/** Answers before a person begins anew. */
const mostAnswers = 2;
const complaint = { text: 'QQ提示服务器拒绝了您发送离线文件怎么办' };
const asides = [{ text: 'help' }, { text: '0x80070057' }, { text: '帮助' }, { text: '-2147024809' }];

export function webUser({ origin, agent, random }: Crowd): WebUser {
  let conversation: string | undefined;
  let last: SeenReply | undefined;
  const send = async (message: Record<string, string>): Promise<boolean> => {
    const { status, body } = await post(
      `${origin}/api/v1/messages`,
      agent,
      conversation ? { ...message, conversation } : message,
    );
    if (status !== 200) return false;
    const answer = JSON.parse(body) as { conversation: string; replies: SeenReply[] };
    conversation = answer.conversation;
    last = answer.replies.at(-1) ?? last;
    return answer.replies.length > 0;
  };
  let answered = 0;
  const next = (): Promise<boolean> => {
    if (!conversation || !last) return send(complaint);
    if (random() < 0.7) return send(asides[Math.floor(random() * asides.length)] as { text: string });
    if (answered >= mostAnswers || last.choices.length === 0) {
      const isOver = answered < mostAnswers;
      answered = 0;
      return send(isOver ? complaint : { text: 'start over' });
    }
    answered += 1;
    const index = Math.floor(random() * Math.min(3, last.choices.length));
    return send({ choice: (last.choices[index] as { id: string }).id });
  };
  return { next };
}

function post(url: string, agent: Agent, message: object): Promise<{ status: number; body: string }> {
  const payload = JSON.stringify(message);
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) },
      },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          body += part;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    sent.on('error', reject);
    sent.end(payload);
  });
}
