/** Names: choosing one to display, and searching by them. */
export { normalizeText } from './normalize-text.ts';
export { bestName, readName, type GivenName, type Name } from './display-name.ts';
export { rankNames, searchQuery, searchTokens } from './search.ts';
