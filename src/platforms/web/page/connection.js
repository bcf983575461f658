/** Everything that goes to the server and comes from it. */

/** Something went wrong; `code` is the server's, or `network`. */
export class ApiProblem extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** Milliseconds; the server answers within ten seconds, if only with "later". After them the network has lost it. */
const longestAnswerMs = 30_000;

/** In a frame on another site, where the usual cookie would not come back. */
export const isEmbedded = new URLSearchParams(location.search).has('embed');

/** Sends one message; gives `{ conversation, replies, late }`. @throws ApiProblem */
export async function sendMessage(message) {
  const response = await request(message);
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) return { ...body, late: response.status === 202 };
  throw new ApiProblem(body?.error?.code ?? 'network', body?.error?.message ?? response.statusText);
}

async function request(message) {
  try {
    return await fetch('/api/v1/messages', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(isEmbedded ? { 'askfix-embedded': '1' } : {}),
      },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(longestAnswerMs),
    });
  } catch (error) {
    throw new ApiProblem('network', String(error));
  }
}

/** A random UUID; `crypto.randomUUID` itself exists only on pages that came by https or from this machine. */
export function randomUuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
