import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Failure, failureResponse } from './failure.ts';

/** Bytes. A long log fits; a file does not. */
const largestBody = 256 * 1024;

const tooLarge: Failure = {
  status: 413,
  code: 'body_too_large',
  message: `The request body is larger than ${largestBody / 1024} KB. Send the lines around the error only.`,
  // The rest of the body is not worth reading.
  headers: { connection: 'close' },
};

/** Refuses bodies above 256 KB with 413. A declared length is compared without touching the body, which keeps the fast path. */
export function limitBody(): MiddlewareHandler {
  const countWhileReading = bodyLimit({ maxSize: largestBody, onError: () => failureResponse(tooLarge) });
  return async (context, next) => {
    const { headers } = context.req.raw;
    if (headers.has('transfer-encoding')) return countWhileReading(context, next);
    if (Number(headers.get('content-length') ?? 0) > largestBody) return failureResponse(tooLarge);
    return next();
  };
}
