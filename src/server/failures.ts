import type { Failure } from './failure.ts';

/** What can go wrong before, beside and after every route. */

export const unreadable: Failure = {
  status: 400,
  code: 'bad_request',
  message: 'This request cannot be read: its address or its Host header is malformed.',
};

export const foreign: Failure = {
  status: 403,
  code: 'foreign_origin',
  message:
    'This request comes from a page of another site. Open Askfix by its own address; ' +
    'if this is its own address, the operator adds it to PUBLIC_ORIGIN.',
};

export const notFound: Failure = {
  status: 404,
  code: 'not_found',
  message: 'There is nothing at this address. The chat is at /, the API at POST /api/v1/messages.',
};

/** The address is right and the method is not. @param methods that it takes, upper case */
export function wrongMethod(methods: readonly string[]): Failure {
  const allow = methods.join(', ');
  return {
    status: 405,
    code: 'method_not_allowed',
    message: `This address takes ${allow} only. The chat is at /, the API at POST /api/v1/messages.`,
    headers: { allow },
  };
}

export const broken: Failure = {
  status: 500,
  code: 'internal',
  message: 'Askfix failed to answer this request; the reason is in its log. Please try again.',
};

export const starting: Failure = {
  status: 503,
  code: 'starting',
  message: 'Askfix is still starting. Try again in a moment.',
  headers: { 'retry-after': '1' },
  againAfter: 1,
};
