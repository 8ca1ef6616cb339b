/** Everything about names: choosing one for a reader, and finding by them. */
export { normalizeText } from './normalize-text.ts';
export { bestName, type Name } from './display-name.ts';
export { rankNames, searchQuery, searchTokens } from './search.ts';
