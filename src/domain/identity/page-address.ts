import { type TypeName, keyPrefix } from '../node-types.ts';

/** The types that have a page of their own in the explorer, by their names in addresses, in the order in which it lists them. */
export const pageTypes = {
  meeting: 'Meeting',
  official: 'Official',
  country: 'Country',
  organization: 'Organization',
  post: 'Post',
  place: 'Place',
  document: 'Document',
  statement: 'Statement',
  development: 'Development',
  topic: 'Topic',
  claim: 'Claim',
} as const satisfies Record<string, TypeName>;

export type PageName = keyof typeof pageTypes;
export type PageType = (typeof pageTypes)[PageName];

const pageOfType = Object.fromEntries(Object.entries(pageTypes).map(([page, type]) => [type, page])) as Partial<
  Record<string, PageName>
>;

export const EXPLORER_PATH = '/explore';

/** The prefix that an address leaves out, since its type says it. Claims have keys with and without one. */
const prefixOf = (type: PageType) => (type === 'Claim' ? '' : `${keyPrefix[type]}:`);

/** `/explore/meeting/udcg-26` for `meeting:udcg-26`; null for things without a page, such as an anonymous source. */
export function pagePath({ type, key }: { type: string; key: string }): string | null {
  const page = pageOfType[type];
  if (page === undefined) return null;
  const prefix = prefixOf(pageTypes[page]);
  const rest = key.startsWith(prefix) ? key.slice(prefix.length) : key;
  return `${EXPLORER_PATH}/${page}/${encodeURIComponent(rest).replaceAll('%3A', ':')}`;
}

/** The page of a key whose type nobody says: `/explore/meeting/udcg-26` for `meeting:udcg-26`; null if its prefix says none. */
export function pagePathOfKey(key: string): string | null {
  const type = Object.values(pageTypes).find((each) => key.startsWith(`${keyPrefix[each]}:`));
  return type === undefined ? null : pagePath({ type, key });
}

/** The reference of what an address leads to: `meeting:udcg-26` for `meeting` and `udcg-26`. */
export function refOf(page: PageName, rest: string): string {
  const prefix = prefixOf(pageTypes[page]);
  return rest.startsWith(prefix) ? rest : prefix + rest;
}
