import { type ErrorCode, type ErrorCodeEntry, errorCodes } from '../domain/error-codes.ts';
import { type ClientError } from '../domain/errors.ts';

/** The HTTP status of a response that fails as a whole with this code; undefined where GraphQL over HTTP decides. */
export function httpStatusOf(code: ErrorCode): number | undefined {
  const { status }: ErrorCodeEntry = errorCodes[code];
  return status ?? undefined;
}

/** The header `retry-after` of a response that fails with this error: what is unavailable may be back in a second. */
export function retryAfterOf({ code, details }: ClientError): string | undefined {
  if (typeof details.retryAfter === 'number') return String(details.retryAfter);
  return httpStatusOf(code) === 503 ? '1' : undefined;
}

/** The header `www-authenticate` of a 401 (RFC 6750, section 3). */
export function wwwAuthenticate(hadCredential: boolean): string {
  return hadCredential ? 'Bearer realm="chancery", error="invalid_token"' : 'Bearer realm="chancery"';
}
