import { type Migration } from './migration.ts';

/** Finds claims with the same proposition, which may conflict although they support no common fact. */
export const mattersOfClaims: Migration = {
  number: 3,
  name: 'matters of claims',
  schema: ['CREATE INDEX claim_matter IF NOT EXISTS FOR (n:Claim) ON (n.matter)'],
};
