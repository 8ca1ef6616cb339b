/** Names: choosing one to display, and searching by them. */
export { normalizeText } from './normalize-text.ts';
export { bestName, readName, type GivenName, type Name } from './display-name.ts';
export { rankNames } from './rank-names.ts';
export { candidatesQuery, searchQuery } from './search-query.ts';
export { nameTokens, textTokens } from './search-tokens.ts';
