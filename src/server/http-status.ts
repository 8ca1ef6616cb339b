/** HTTP statuses for what keeps a whole operation from an answer, where 200 or 500 would mislead. */
const HTTP_STATUS: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  TOO_MANY_ATTEMPTS: 429,
  DATABASE_BUSY: 503,
  DATABASE_UNAVAILABLE: 503,
  ISSUER_UNAVAILABLE: 503,
  TIMED_OUT: 504,
};

/** The status for the code of an error that was made for people; undefined where it needs none of its own. */
export function httpStatusOf(code: string): number | undefined {
  return HTTP_STATUS[code];
}

/** The header `www-authenticate`: how to show who one is (RFC 6750, section 3). */
export function wwwAuthenticate(hadCredential: boolean): string {
  return hadCredential ? 'Bearer realm="chancery", error="invalid_token"' : 'Bearer realm="chancery"';
}
