import { mapped, property } from '../fields/property.ts';
import { type FieldMappings } from '../ir/field.ts';
import { toMany, toOne, mutationResult } from '../fields/nodes.ts';

const problems = toMany({ path: '-[:MEETS]->', bindsRelationship: true, order: ({ rel }) => `${rel}.order` });
const warnings = toMany({ path: '-[:WARNS_OF]->', bindsRelationship: true, order: ({ rel }) => `${rel}.order` });
const possibleDuplicates = toMany({
  path: '-[:MAY_REPEAT]->',
  bindsRelationship: true,
  order: ({ rel }) => `${rel}.order`,
});
/** A repeated call shows only claims that were not deleted or merged since. */
const claims = toMany({ path: '-[:CLAIMED]->(:Thing)', bindsRelationship: true, order: ({ rel }) => `${rel}.order` });
const result = toOne('-[:RESULTED_IN]->(:Thing)');

/** One entry per node that the activity changed. */
const changes = toMany({
  match: (outer, { node: revision }) => `MATCH (${revision}:Revision {sequence: ${outer}.sequence})`,
  order: ({ node: revision }) => `${revision}.sortSequence`,
});

/** The payload of a mutation: the `:Activity` that it wrote, or would write, and what that refers to. */
export const meetingPayloadFields: FieldMappings = {
  meeting: result,
  claims,
  possibleDuplicates,
  changes,
  problems,
  warnings,
};

export const recordPayloadFields: FieldMappings = {
  nodes: toMany({ path: '-[:SPOKE_OF]->(:Thing)', bindsRelationship: true, order: ({ rel }) => `${rel}.order` }),
  claims,
  possibleDuplicates,
  changes,
  problems,
  warnings,
};

export const claimPayloadFields: FieldMappings = {
  claim: result,
  restsOnIt: toMany({
    path: '-[:UNDERMINES]->(:Thing)',
    bindsRelationship: true,
    order: ({ rel }) => `${rel}.order`,
  }),
  changes,
  problems,
  warnings,
};

export const descriptionPayloadFields: FieldMappings = { node: result, changes, problems, warnings };

export const entityPayloadFields: FieldMappings = { entity: result, possibleDuplicates, changes, problems, warnings };

/** Why something was rejected. */
export const problemFields: FieldMappings = {
  code: property(),
  path: mapped(['path'], ([path]) => path ?? []),
  message: property(),
  suggestions: toMany({ path: '-[:SUGGESTS]->', bindsRelationship: true, order: ({ rel }) => `${rel}.order` }),
};

export const candidateFields: FieldMappings = {
  entity: toOne('-[:OF]->'),
  score: property(),
  reasons: mapped(['reasons'], ([reasons]) => reasons ?? []),
};

const activityResult = (...names: string[]) => mutationResult('activity', names);
const COMMON_ARGUMENTS = ['reason', 'idempotencyKey', 'dryRun'];

/** The mutations. src/api/mutations executes them; the payload is read from the activity that they write. */
export const mutationFields: FieldMappings = {
  recordMeeting: activityResult('input'),
  record: activityResult('input'),
  correctClaim: activityResult('claim', 'by', 'participant', 'source', ...COMMON_ARGUMENTS),
  reviewClaim: activityResult('claim', 'state', ...COMMON_ARGUMENTS),
  withdrawReview: activityResult('claim', ...COMMON_ARGUMENTS),
  retractClaim: activityResult('claim', 'alsoRetract', ...COMMON_ARGUMENTS),
  relateClaims: activityResult('from', 'type', 'to', ...COMMON_ARGUMENTS),
  moveRow: activityResult('claim', 'to', ...COMMON_ARGUMENTS),
  retractDescription: activityResult('of', 'field', 'value', 'document', ...COMMON_ARGUMENTS),
  judgeIdentity: activityResult('a', 'b', 'verdict', ...COMMON_ARGUMENTS),
  mergeEntities: activityResult('keep', 'merge', ...COMMON_ARGUMENTS),
  unmergeEntities: activityResult('merged', ...COMMON_ARGUMENTS),
  deleteEntity: activityResult('ref', 'expectedVersion', ...COMMON_ARGUMENTS),
  restoreEntity: activityResult('id', ...COMMON_ARGUMENTS),
  takeSnapshot: mutationResult('snapshot', ['note']),
};
