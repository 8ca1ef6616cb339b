import { type Migration } from './migration.ts';

/** What claims say: the value of the field `speaker` as a list of one, under the name `speakers`. */
const SUPPORTS = (relationship: string) => `MATCH (:Claim)-[s:${relationship}]->()
WHERE 'speaker' IN s.fields
WITH s, [index IN range(0, size(s.fields) - 1) | CASE s.fields[index] WHEN 'speaker' THEN '[' + s.values[index] + ']' ELSE s.values[index] END] AS values
SET s.values = values, s.fields = [field IN s.fields | CASE field WHEN 'speaker' THEN 'speakers' ELSE field END]`;

/**
 * In the canonical JSON of revisions: `"speaker":"official:x"` of a state becomes `"speakers":["official:x"]`, each side of
 * `"speaker":{"after":"official:x","before":"official:y"}` of a change a list of one, and the slot `stmt:x|speaker` has its new name.
 * Quotes inside of texts are escaped there.
 */
const REVISIONS = `MATCH (r:Revision) WHERE r.typeName IN ['Statement', 'Claim']
WITH r, split(r.state, '"speaker":"') AS state, split(r.changes, '"speaker":{') AS changes
SET r.state = replace(CASE WHEN size(state) < 2 THEN r.state ELSE
    state[0] + '"speakers":["' + split(state[1], '"')[0] + '"]' + substring(state[1], size(split(state[1], '"')[0]) + 1) END,
  '|speaker"', '|speakers"'),
  r.changes = replace(CASE WHEN size(changes) < 2 THEN r.changes ELSE
    changes[0] + '"speakers":{' + replace(replace(split(changes[1], '}')[0], ':"', ':["'), '","', '"],"') + ']' +
    substring(changes[1], size(split(changes[1], '}')[0])) END,
  '|speaker"', '|speakers"')`;

/**
 * A statement may have several speakers, in an order: what claims say of its speaker, and what revisions remember of it, becomes a list
 * of one. The names of slots in conflicts and in what claims say are derived again.
 */
export const jointStatements: Migration = {
  number: 15,
  name: 'joint statements',
  schema: [],
  backfill: `CALL () { ${SUPPORTS('SUPPORTS')} }
CALL () { ${SUPPORTS("SHELVED {was: 'SUPPORTS'}")} }
CALL () { ${REVISIONS} }
MATCH (:Statement)-[m:MADE_BY]->() SET m.order = 0`,
  needsRebuild: true,
};
