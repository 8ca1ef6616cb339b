import { type Migration } from './migrate.ts';

/** Claims about the same matter, which meet whatever facts there are. */
export const mattersOfClaims: Migration = {
  number: 3,
  name: 'matters of claims',
  schema: ['CREATE INDEX claim_matter IF NOT EXISTS FOR (n:Claim) ON (n.matter)'],
};
