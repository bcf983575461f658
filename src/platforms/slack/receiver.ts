import type { App, Receiver } from '@slack/bolt';
import { fieldsOf, textOf } from './fields.ts';
import { isFromSlack } from './signature.ts';

export interface RouteReceiverOptions {
  readonly signingSecret: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** A Bolt receiver that listens nowhere: the shared server hands it what came to `/slack/events`. */
export interface RouteReceiver extends Receiver {
  handle(request: Request): Promise<Response>;
}

/** Bolt's HTTP receivers bring servers of their own, and verify no time from the future; this one does neither. */
export function createRouteReceiver({ signingSecret, now }: RouteReceiverOptions): RouteReceiver {
  let app: App | undefined;

  /** Answers at the ack, whatever Bolt's listeners still do; without an ack Slack is to deliver again. */
  function dispatch(request: Request, body: Record<string, unknown>): Promise<Response> {
    const retry = request.headers.get('x-slack-retry-num');
    return new Promise((resolve, reject) => {
      const event = {
        body,
        ack: async (content?: unknown) => resolve(acked(content)),
        ...(retry === null ? {} : { retryNum: Number(retry) }),
      };
      Promise.resolve(app?.processEvent(event)).then(() => resolve(again()), reject);
    });
  }

  return {
    init(given) {
      app = given;
    },
    start: async () => undefined,
    stop: async () => undefined,
    async handle(request) {
      const raw = new Uint8Array(await request.arrayBuffer());
      const timestamp = request.headers.get('x-slack-request-timestamp');
      const signature = request.headers.get('x-slack-signature');
      if (!isFromSlack({ timestamp, signature, body: raw }, signingSecret, now()))
        return new Response('The signature is not one of Slack’s.', { status: 401 });
      const body = parseBody(new TextDecoder().decode(raw), request.headers.get('content-type') ?? '');
      if (body === null) return new Response('The body is neither JSON nor a form.', { status: 400 });
      if (body.type === 'url_verification') return Response.json({ challenge: textOf(body.challenge) });
      return dispatch(request, body);
    },
  };
}

function acked(content: unknown): Response {
  if (content === undefined || content === '') return new Response(null, { status: 200 });
  return typeof content === 'string' ? new Response(content) : Response.json(content);
}

function again(): Response {
  return new Response(null, { status: 503, headers: { 'retry-after': '5' } });
}

/** Events come as JSON; commands as a form; interactions as a form whose `payload` is JSON. */
function parseBody(text: string, contentType: string): Record<string, unknown> | null {
  try {
    if (!contentType.toLowerCase().startsWith('application/x-www-form-urlencoded'))
      return objectOrNull(JSON.parse(text));
    const form = Object.fromEntries(new URLSearchParams(text));
    return form.payload === undefined ? form : objectOrNull(JSON.parse(form.payload));
  } catch {
    return null;
  }
}

function objectOrNull(value: unknown): Record<string, unknown> | null {
  const fields = fieldsOf(value);
  return Object.keys(fields).length === 0 ? null : { ...fields };
}
