/** A request that is not taken, as a value: nothing of it was kept. */
export interface Refusal {
  readonly status: number;
  /** For programs, e.g. `text_empty`. */
  readonly code: string;
  /** For people: what, with which value, and what to do. */
  readonly message: string;
}

/** The same shape as every other error of the server: `{ error: { code, message } }`. */
export function refusalResponse({ status, code, message }: Refusal, retryAfterSeconds = 5): Response {
  const headers: Record<string, string> =
    status === 503 || status === 429 ? { 'retry-after': String(retryAfterSeconds) } : {};
  return Response.json({ error: { code, message } }, { status, headers });
}

/** Also for a conversation of somebody else: whether it exists is nobody's business. */
export const unknownConversation: Refusal = {
  status: 404,
  code: 'unknown_conversation',
  message: 'This conversation is not known here. Send the message without "conversation" to start a new one.',
};
