/** A thief of an id has no cookie; so in a browser the cookie must name the conversation too. */
const cookieName = 'askfix';
/** Conversations that one browser may have open; the oldest is forgotten first. 8 × 23 characters fit every limit. */
const mostConversations = 8;
const cookieSeconds = 30 * 24 * 60 * 60;

/** Whether a browser sent this, as opposed to a program: only browsers set these headers, and pages cannot unset them. */
export function isBrowser(request: Request): boolean {
  return request.headers.has('origin') || request.headers.has('sec-fetch-site');
}

/** Whether this request may use a conversation: a program by knowing the id, a browser by its cookie as well. */
export function mayUse(request: Request, conversation: string): boolean {
  return !isBrowser(request) || cookieConversations(request).includes(conversation);
}

/** The `Set-Cookie` value that adds a conversation to those of this browser. */
export function cookieFor(request: Request, conversation: string): string {
  const others = cookieConversations(request).filter((other) => other !== conversation);
  const value = [conversation, ...others].slice(0, mostConversations).join('.');
  const rules = request.headers.has('askfix-embedded') ? embeddedRules(request) : ownRules(request);
  return `${cookieName}=${value}; Path=/api/v1/; HttpOnly; ${rules}; Max-Age=${cookieSeconds}`;
}

function ownRules(request: Request): string {
  return isHttps(request) ? 'SameSite=Lax; Secure' : 'SameSite=Lax';
}

/**
 * In a frame of another site a `Lax` cookie would not come back. A partitioned one does, and only in frames on that same
 * site. Foreign pages gain nothing by it: their requests are told by `Origin` and refused.
 */
function embeddedRules(request: Request): string {
  const isLocal = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/.test(
    request.headers.get('origin') ?? '',
  );
  // Over plain http browsers take no such cookie, except from this machine itself.
  return isHttps(request) || isLocal ? 'SameSite=None; Secure; Partitioned' : ownRules(request);
}

function isHttps(request: Request): boolean {
  return request.headers.get('origin')?.startsWith('https:') ?? false;
}

function cookieConversations(request: Request): readonly string[] {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return (pairs.find(([name]) => name === cookieName)?.[1] ?? '').split('.').filter((id) => id !== '');
}
