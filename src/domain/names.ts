/** Everything about names: choosing one for a reader, sorting by them, finding by them. */
export { fold } from './fold.ts';
export { bestName, sortName, type Name } from './preference.ts';
export { rankNames, searchQuery, searchTokens } from './search.ts';
