/** An identifier in an external scheme. */
export interface ExternalId {
  scheme: string;
  value: string;
}

/** A scheme whose values have a form. */
interface Scheme {
  /** What a value looks like, for whoever gives another. */
  expected: string;
  /** Addresses of values, which stand for them: the value is what the first group matches. */
  addresses?: RegExp;
  /** The one form of a value without address and surrounding space; null if it cannot be one. */
  normalize: (value: string) => string | null;
  /**
   * Whether searches find what has a value: like a name, if left out; after what has it by another scheme; or not, where values are too
   * often those of another state (AUS is Austria).
   */
  searched?: 'AFTER_OTHERS' | 'NOT';
  /** The page of a value in its one form. */
  page?: (value: string) => string;
}

/** Text that matches as a whole, in the form that `write` gives it. */
const matching =
  (pattern: RegExp, write: (value: string) => string = (value) => value) =>
  (value: string): string | null =>
    pattern.test(value) ? write(value) : null;

const upperCase = (value: string) => value.toUpperCase();
const withoutZeros = (value: string) => value.replace(/^0+(?=\d)/, '');
const threeDigits = matching(/^\d{1,3}$/, (value) => value.padStart(3, '0'));
const number = matching(/^0*[1-9]\d*$/, withoutZeros);
const stateNumber = matching(/^0*[1-9]\d{0,2}$/, withoutZeros);

/** Sixteen digits in groups of four, of which the last may be X, with or without what separates the groups. */
const sixteenDigits =
  (separator: string) =>
  (value: string): string | null => {
    const digits = value.replace(/[\s-]/g, '').toUpperCase();
    return /^\d{15}[\dX]$/.test(digits) ? digits.match(/.{4}/g)!.join(separator) : null;
  };

const threeLetters = { expected: 'three letters, such as GBR', normalize: matching(/^[a-z]{3}$/i, upperCase) };
const upToThreeDigits = { expected: 'a number of up to three digits, such as 200', normalize: stateNumber };

/**
 * The schemes of this field and the form of their values: one in lower case, with or without leading zeros, or as its address, is the
 * same id. All other schemes are taken as they are.
 */
const table: Readonly<Record<string, Scheme>> = {
  WIKIDATA: {
    expected: 'Q and a number, such as Q145, or its address',
    addresses: /^https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/(?:Special:EntityData\/)?([^/?#.]+)/i,
    normalize: matching(/^q[1-9]\d*$/i, upperCase),
    page: (value) => `https://www.wikidata.org/wiki/${value}`,
  },
  ISO3166_1_ALPHA2: {
    expected: 'two letters, such as GB',
    normalize: matching(/^[a-z]{2}$/i, upperCase),
    page: (value) => `https://www.iso.org/obp/ui/#iso:code:3166:${value}`,
  },
  ISO3166_1_ALPHA3: threeLetters,
  ISO3166_1_NUMERIC: { expected: 'up to three digits, such as 826', normalize: threeDigits },
  FORMER_ISO3166_1_ALPHA3: threeLetters,
  ISO3166_3: { expected: 'four letters, such as SUHH', normalize: matching(/^[a-z]{4}$/i, upperCase) },
  UN_M49: { expected: 'up to three digits, such as 036', normalize: threeDigits },
  COW: { ...upToThreeDigits, searched: 'AFTER_OTHERS' },
  COW_ABBREVIATION: { ...threeLetters, searched: 'NOT' },
  GLEDITSCH_WARD: { ...upToThreeDigits, searched: 'AFTER_OTHERS' },
  GLEDITSCH_WARD_ABBREVIATION: { ...threeLetters, searched: 'NOT' },
  IOC: { ...threeLetters, searched: 'AFTER_OTHERS' },
  GEONAMES: {
    expected: 'a number, such as 2635167, or its address',
    addresses: /^https?:\/\/(?:www\.|sws\.)?geonames\.org\/(\d+)/i,
    normalize: number,
    page: (value) => `https://www.geonames.org/${value}`,
  },
  VIAF: {
    expected: 'a number, such as 102333412, or its address',
    addresses: /^https?:\/\/(?:www\.)?viaf\.org\/(?:[a-z]{2}\/)?viaf\/(\d+)/i,
    normalize: number,
    page: (value) => `https://viaf.org/viaf/${value}`,
  },
  ISNI: {
    expected: 'sixteen digits, of which the last may be X, or its address',
    addresses: /^https?:\/\/(?:www\.)?isni\.org\/(?:isni\/)?([^/?#]+)/i,
    normalize: sixteenDigits(''),
    page: (value) => `https://isni.org/isni/${value}`,
  },
  ORCID: {
    expected: 'sixteen digits in groups of four, such as 0000-0002-1825-0097, or its address',
    addresses: /^https?:\/\/(?:www\.)?orcid\.org\/([^/?#]+)/i,
    normalize: sixteenDigits('-'),
    page: (value) => `https://orcid.org/${value}`,
  },
  GND: {
    expected: 'a number such as 118540238 or 4021477-1, or its address',
    addresses: /^https?:\/\/d-nb\.info\/gnd\/([^/?#]+)/i,
    normalize: matching(/^\d[\d-]*[\dx]$/i, upperCase),
    page: (value) => `https://d-nb.info/gnd/${value}`,
  },
  ROR: {
    expected: 'nine letters and digits, such as 05dxps055, or its address',
    addresses: /^https?:\/\/(?:www\.)?ror\.org\/([^/?#]+)/i,
    normalize: matching(/^0[a-z0-9]{6}\d{2}$/i, (value) => value.toLowerCase()),
    page: (value) => `https://ror.org/${value}`,
  },
  LEI: {
    expected: 'eighteen letters and digits and two digits, such as 5493001KJTIIGC8Y1R12, or its address',
    addresses: /^https?:\/\/(?:search\.gleif\.org\/#\/record|lei\.info)\/([^/?#]+)/i,
    normalize: matching(/^[a-z0-9]{18}\d{2}$/i, upperCase),
    page: (value) => `https://search.gleif.org/#/record/${value}`,
  },
};

const schemes: ReadonlyMap<string, Scheme> = new Map(Object.entries(table));

/**
 * The unique name under which an external id is stored and looked up: `ISO3166_1_ALPHA2 GB`. The scheme is normalized, so
 * that `ISO 3166-1 alpha-2` is the same scheme, and the value of a known scheme, so that `q145` is Q145.
 */
export function externalIdName({ scheme, value }: ExternalId): string {
  const name = normalizeScheme(scheme);
  return `${name} ${normalizeValue(name, value) ?? value.trim()}`;
}

/** What a value of a known scheme should look like, if this one cannot be of it: to be read after the value. Null if it can. */
export function externalIdFault({ scheme, value }: ExternalId): string | null {
  const name = normalizeScheme(scheme);
  const known = schemes.get(name);
  if (known === undefined || normalizeValue(name, value) !== null) return null;
  return `is no ${name} id; expected ${known.expected}`;
}

/**
 * The name of the external id that a reference gives, `wikidata:Q145` or `iso3166_1_alpha2:gb`; null if the text is not a known scheme, a
 * colon and a value that can be of it. The same text may be the key of a node, which then counts.
 */
export function externalIdOfRef(ref: string): string | null {
  const colon = ref.indexOf(':');
  if (colon < 1) return null;
  const scheme = normalizeScheme(ref.slice(0, colon));
  const value = normalizeValue(scheme, ref.slice(colon + 1));
  return value === null ? null : `${scheme} ${value}`;
}

/** The name of the external id whose address this is, in any known scheme that has addresses; null if it is none. */
export function externalIdOfAddress(address: string): string | null {
  for (const [scheme, { addresses, normalize }] of schemes) {
    const value = addresses?.exec(address.trim())?.[1];
    const normalized = value === undefined ? null : normalize(value);
    if (normalized !== null) return `${scheme} ${normalized}`;
  }
  return null;
}

/** An external id from its stored form, `WIKIDATA Q145`, with the page that shows it, for schemes that have such pages. */
export function readExternalId(name: string): ExternalId & { url: string | null } {
  const space = name.indexOf(' ');
  const [scheme, value] = [name.slice(0, space), name.slice(space + 1)];
  return { scheme, value, url: schemes.get(scheme)?.page?.(encodeURIComponent(value)) ?? null };
}

/** Null if the scheme is unknown, or the value cannot be of it. */
function normalizeValue(scheme: string, value: string): string | null {
  const known = schemes.get(scheme);
  const trimmed = value.trim();
  return known === undefined ? null : known.normalize(known.addresses?.exec(trimmed)?.[1] ?? trimmed);
}

/** A code by which searches find an entity. */
export interface Code {
  text: string;
  /** False if it counts only where nothing else has it by another scheme. */
  isUsual: boolean;
}

/**
 * The codes among external ids, as {@link externalIdName} writes them, for searching: values without spaces or signs. A number with zeros
 * before it also stands without them: `004` and `4`.
 */
export function codesIn(externalIds: readonly string[]): Code[] {
  return externalIds.flatMap((name) => {
    const { scheme, value } = readExternalId(name);
    const searched = schemes.get(scheme)?.searched;
    if (searched === 'NOT' || !/^[\p{L}\p{N}]{1,30}$/u.test(value)) return [];
    const forms = new Set([value, value.replace(/^0+(?=[0-9]+$)/, '')]);
    return [...forms].map((text) => ({ text, isUsual: searched === undefined }));
  });
}

/** The words and numbers of a scheme in capitals, joined by `_`; a number that follows a word is part of it. */
function normalizeScheme(scheme: string): string {
  const words = scheme.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('_').replace(/(?<=\p{L})_(?=\p{N})/gu, '');
}
