/** Names: choosing one to display, sorting and searching by them. */
export { normalizeText } from './normalize-text.ts';
export { bestName, sortName, type Name } from './display-name.ts';
export { rankNames, searchQuery, searchTokens } from './search.ts';
