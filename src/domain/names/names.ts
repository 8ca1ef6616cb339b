/** Everything about names: choosing one for a reader, sorting by them, finding by them. */
export { normalizeText } from './normalize-text.ts';
export { bestName, sortName, type Name } from './display-name.ts';
export { rankNames, searchQuery, searchTokens } from './search.ts';
