import { type Migration } from './migration.ts';

/**
 * A row that referred to a known tenure or membership made a claim whose text began with the key of that fact ("tenure:... undefined.").
 * The texts get the names of what the fact joins; what else such a claim says, it shows beside its text.
 */
export const textsOfKnownFacts: Migration = {
  number: 9,
  name: 'texts of known facts',
  schema: [],
  backfill: `MATCH (c:Claim)-[s:SUPPORTS]->(t:Tenure|Membership)
WHERE c.matter IS NULL AND c.text STARTS WITH t.key
MATCH (t)-[:HELD_BY|OF_MEMBER]->(who), (t)-[:OF_POST|IN_ORGANIZATION]->(what)
WITH c, t, who, what, [index IN range(0, size(s.fields) - 1) WHERE s.fields[index] = 'status' | s.values[index]][0] AS status
SET c.text = who.name + CASE
  WHEN t:Membership THEN ' belongs to '
  WHEN status = '"NOMINATED"' THEN ' is nominated for the post '
  WHEN status = '"CURRENT"' THEN ' holds the post '
  WHEN status = '"ENDED"' THEN ' held the post '
  WHEN status = '"NOT_TAKEN_UP"' THEN ' did not take up the post '
  ELSE ' is named as a holder of the post '
END + what.name + '.'`,
};
