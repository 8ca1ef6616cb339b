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

/** The words and numbers of a scheme in capitals, joined by `_`; a number that follows a word is part of it. */
function normalizeScheme(scheme: string): string {
  const words = scheme.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('_').replace(/(?<=\p{L})_(?=\p{N})/gu, '');
}
