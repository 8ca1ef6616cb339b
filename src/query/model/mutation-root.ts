import { mapped, property } from '../fields/property.ts';
import { type FieldMappings } from '../ir/field.ts';
import { toMany, toOne, mutationResult } from '../fields/nodes.ts';

const problems = toMany({ path: '-[:MEETS]->', bindsRelationship: true, order: ({ rel }) => `${rel}.order` });
const possibleDuplicates = toMany({
  path: '-[:MAY_REPEAT]->',
  bindsRelationship: true,
  order: ({ rel }) => `${rel}.order`,
});
/** What was deleted, or merged into another since, is shown no more where a call is repeated. */
const claims = toMany({ path: '-[:CLAIMED]->(:Thing)', bindsRelationship: true, order: ({ rel }) => `${rel}.order` });
const result = toOne('-[:RESULTED_IN]->(:Thing)');

/** One entry per thing that the activity changed. */
const changes = toMany({
  match: (outer, { node: revision }) => `MATCH (${revision}:Revision {sequence: ${outer}.sequence})`,
  order: ({ node: revision }) => `${revision}.sortSequence`,
});

/** What a mutation came to: the `:Activity` that it left, or would leave, and what that led to. */
export const meetingPayloadFields: FieldMappings = { meeting: result, claims, possibleDuplicates, changes, problems };

export const recordPayloadFields: FieldMappings = {
  nodes: toMany({ path: '-[:SPOKE_OF]->(:Thing)', bindsRelationship: true, order: ({ rel }) => `${rel}.order` }),
  claims,
  possibleDuplicates,
  changes,
  problems,
};

export const claimPayloadFields: FieldMappings = { claim: result, changes, problems };

export const entityPayloadFields: FieldMappings = { entity: result, possibleDuplicates, changes, problems };

/** What kept something from being done. */
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

/** What may be done; how is said in src/api/mutations, and its answer is read from what it leaves. */
export const mutationFields: FieldMappings = {
  recordMeeting: activityResult('input'),
  record: activityResult('input'),
  correctClaim: activityResult('claim', 'by', 'source', ...COMMON_ARGUMENTS),
  reviewClaim: activityResult('claim', 'state', ...COMMON_ARGUMENTS),
  retractClaim: activityResult('claim', ...COMMON_ARGUMENTS),
  relateClaims: activityResult('from', 'type', 'to', ...COMMON_ARGUMENTS),
  judgeIdentity: activityResult('a', 'b', 'verdict', ...COMMON_ARGUMENTS),
  mergeEntities: activityResult('keep', 'merge', ...COMMON_ARGUMENTS),
  unmergeEntities: activityResult('merged', ...COMMON_ARGUMENTS),
  deleteEntity: activityResult('ref', 'expectedVersion', ...COMMON_ARGUMENTS),
  restoreEntity: activityResult('id', ...COMMON_ARGUMENTS),
  takeSnapshot: mutationResult('snapshot', ['note']),
};
