/** An identifier in somebody else's scheme. */
export interface ExternalId {
  scheme: string;
  value: string;
}

/**
 * The text under which an external id is kept and found, its scheme in one spelling: `ISO3166_1_ALPHA2 GB`. Nothing
 * depends on how a scheme was typed: `ISO 3166-1 alpha-2` is the same one. The value is kept as it is.
 */
export function externalIdName({ scheme, value }: ExternalId): string {
  return `${normalizeScheme(scheme)} ${value.trim()}`;
}

/** A scheme in capitals, its words and numbers apart by `_`; a number that follows a word is part of it. */
function normalizeScheme(scheme: string): string {
  const words = scheme.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('_').replace(/(?<=\p{L})_(?=\p{N})/gu, '');
}
