/** What claims say: the value of a field that named one node as a list of one, under its new name. */
const supports = (relationship: string, field: string, list: string) => `MATCH (:Claim)-[s:${relationship}]->()
WHERE '${field}' IN s.fields
WITH s, [index IN range(0, size(s.fields) - 1) | CASE s.fields[index] WHEN '${field}' THEN '[' + s.values[index] + ']' ELSE s.values[index] END] AS values
SET s.values = values, s.fields = [field IN s.fields | CASE field WHEN '${field}' THEN '${list}' ELSE field END]`;

/**
 * In the canonical JSON of revisions: `"speaker":"official:x"` of a state becomes `"speakers":["official:x"]`, each side of
 * `"speaker":{"after":"official:x","before":"official:y"}` of a change a list of one, and the slot `stmt:x|speaker` has its new name.
 * Quotes inside of texts are escaped there.
 */
const revisions = (
  type: string,
  field: string,
  list: string,
) => `MATCH (r:Revision) WHERE r.typeName IN ['${type}', 'Claim']
WITH r, split(r.state, '"${field}":"') AS state, split(r.changes, '"${field}":{') AS changes
SET r.state = replace(CASE WHEN size(state) < 2 THEN r.state ELSE
    state[0] + '"${list}":["' + split(state[1], '"')[0] + '"]' + substring(state[1], size(split(state[1], '"')[0]) + 1) END,
  '|${field}"', '|${list}"'),
  r.changes = replace(CASE WHEN size(changes) < 2 THEN r.changes ELSE
    changes[0] + '"${list}":{' + replace(replace(split(changes[1], '}')[0], ':"', ':["'), '","', '"],"') + ']' +
    substring(changes[1], size(split(changes[1], '}')[0])) END,
  '|${field}"', '|${list}"')`;

/**
 * A field of this type that named one node has a list of nodes in an order, under another name: what claims say of it, and what revisions
 * remember of it, becomes a list of one. The names of slots in conflicts and in what claims say are derived again.
 */
export const asListOfOne = (
  type: string,
  field: string,
  list: string,
  relationship: string,
) => `CALL () { ${supports('SUPPORTS', field, list)} }
CALL () { ${supports("SHELVED {was: 'SUPPORTS'}", field, list)} }
CALL () { ${revisions(type, field, list)} }
MATCH (:${type})-[m:${relationship}]->() SET m.order = 0`;
