/** An identifier in an external scheme. */
export interface ExternalId {
  scheme: string;
  value: string;
}

/**
 * The unique name under which an external id is stored and looked up: `ISO3166_1_ALPHA2 GB`. The scheme is normalized, so
 * that `ISO 3166-1 alpha-2` is the same scheme; the value is not changed.
 */
export function externalIdName({ scheme, value }: ExternalId): string {
  return `${normalizeScheme(scheme)} ${value.trim()}`;
}

/**
 * The codes among external ids, as {@link externalIdName} writes them, for searching: values without spaces or signs. A number with zeros
 * before it also stands without them: `004` and `4`.
 */
export function codesIn(externalIds: readonly string[]): string[] {
  const values = externalIds.map((name) => name.slice(name.indexOf(' ') + 1));
  const codes = values.filter((value) => /^[\p{L}\p{N}]{1,30}$/u.test(value));
  return [...new Set(codes.flatMap((code) => [code, code.replace(/^0+(?=[0-9]+$)/, '')]))];
}

/** The words and numbers of a scheme in capitals, joined by `_`; a number that follows a word is part of it. */
function normalizeScheme(scheme: string): string {
  const words = scheme.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('_').replace(/(?<=\p{L})_(?=\p{N})/gu, '');
}
