import { createHash } from 'node:crypto';

/** A weak validator of all of these: the compressed and the plain form of a response share it. */
export const etagOf = (...parts: readonly string[]): string =>
  `W/"${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)}"`;

/** Whether a client already has what this validator stands for, by its header `if-none-match`: one validator or several, weak or not (RFC 9110). */
export function clientHas(header: string | undefined, etag: string | undefined): boolean {
  if (header === undefined || etag === undefined) return false;
  const opaque = (validator: string) => validator.trim().replace(/^W\//, '');
  return header.split(',').some((validator) => opaque(validator) === opaque(etag));
}
