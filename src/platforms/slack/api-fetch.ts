import { type IncomingHttpHeaders, type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { webApi } from '@slack/bolt';

/** What the Web API client asks of `fetch`. */
type ApiFetch = webApi.FetchFunction;
type ApiResponse = Awaited<ReturnType<ApiFetch>>;

/**
 * `fetch` for the Web API client over Node's own HTTP and its kept connections: the global one builds streams and
 * signals around every answer, which cost more than the rest of a message. Rejects where nothing came back.
 *
 * @param timeoutMs of silence, after which a request counts as failed
 */
export function createApiFetch(timeoutMs: number): ApiFetch {
  return async (url, { method = 'GET', headers = {}, body = '' } = {}) => {
    if (typeof body !== 'string') throw new TypeError('Only forms are sent to Slack, never files.');
    const target = new URL(url);
    const request = target.protocol === 'https:' ? requestSecure : requestPlain;
    const { promise, resolve, reject } = Promise.withResolvers<ApiResponse>();
    const sent = request(target, {
      method,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    });
    sent.on('response', (response) => read(response).then(resolve, reject));
    sent.on('error', reject);
    sent.setTimeout(timeoutMs, () => sent.destroy(new Error(`Slack was silent for ${timeoutMs} ms.`)));
    sent.end(body);
    return promise;
  };
}

async function read(response: IncomingMessage): Promise<ApiResponse> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  const body = Buffer.concat(parts);
  const status = response.statusCode ?? 0;
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText: response.statusMessage ?? '',
    // The client looks at it for one method only, which is never called.
    url: '',
    headers: headersOf(response.headers),
    arrayBuffer: async () => new Uint8Array(body).buffer,
    json: async () => JSON.parse(body.toString()),
    text: async () => body.toString(),
  };
}

function headersOf(headers: IncomingHttpHeaders): ApiResponse['headers'] {
  const textOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(', ') : value);
  return {
    get: (name) => textOf(headers[name.toLowerCase()]) ?? null,
    entries: () =>
      Object.entries(headers).map(([name, value]): [string, string] => [name, textOf(value) ?? '']),
  };
}
