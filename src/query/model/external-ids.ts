/** The page of a value, for schemes that have such pages. */
const RESOLVER_URLS: Readonly<Record<string, (value: string) => string>> = {
  WIKIDATA: (value) => `https://www.wikidata.org/wiki/${value}`,
  VIAF: (value) => `https://viaf.org/viaf/${value}`,
  ISNI: (value) => `https://isni.org/isni/${value}`,
  LEI: (value) => `https://search.gleif.org/#/record/${value}`,
  ROR: (value) => `https://ror.org/${value}`,
  GEONAMES: (value) => `https://www.geonames.org/${value}`,
  ISO3166_1_ALPHA2: (value) => `https://www.iso.org/obp/ui/#iso:code:3166:${value}`,
};

/** An external id from its stored form: `WIKIDATA Q145`. */
export function toExternalId(text: string): { scheme: string; value: string; url: string | null } {
  const space = text.indexOf(' ');
  const [scheme, value] = [text.slice(0, space), text.slice(space + 1)];
  return { scheme, value, url: RESOLVER_URLS[scheme]?.(encodeURIComponent(value)) ?? null };
}
