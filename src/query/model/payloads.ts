import { decoded, property } from '../fields/property.ts';
import { type Mappings } from '../fields/mapping.ts';
import { many, one, outcomeOf } from '../fields/things.ts';

const problems = many({ path: '-[:MEETS]->', via: true, order: ({ via }) => `${via}.order` });
const possibleDuplicates = many({ path: '-[:MAY_REPEAT]->', via: true, order: ({ via }) => `${via}.order` });
/** What was deleted, or merged into another since, is shown no more where a call is repeated. */
const claims = many({ path: '-[:CLAIMED]->(:Thing)', via: true, order: ({ via }) => `${via}.order` });
const thing = one('-[:RESULTED_IN]->(:Thing)');

/** One entry per thing that the activity changed. */
const changes = many({
  match: (outer, { node: revision }) => `MATCH (${revision}:Revision {sequence: ${outer}.sequence})`,
  order: ({ node: revision }) => `${revision}.sortSequence`,
});

/** What a mutation came to: the `:Activity` that it left, or would leave, and what that led to. */
export const meetingPayload: Mappings = { meeting: thing, claims, possibleDuplicates, changes, problems };

export const recordPayload: Mappings = {
  nodes: many({ path: '-[:SPOKE_OF]->(:Thing)', via: true, order: ({ via }) => `${via}.order` }),
  claims,
  possibleDuplicates,
  changes,
  problems,
};

export const claimPayload: Mappings = { claim: thing, changes, problems };

export const entityPayload: Mappings = { entity: thing, possibleDuplicates, changes, problems };

/** What kept something from being done. */
export const problem: Mappings = {
  code: property(),
  path: decoded(['path'], ([path]) => path ?? []),
  message: property(),
  suggestions: many({ path: '-[:SUGGESTS]->', via: true, order: ({ via }) => `${via}.order` }),
};

export const candidate: Mappings = {
  entity: one('-[:OF]->'),
  score: property(),
  reasons: decoded(['reasons'], ([reasons]) => reasons ?? []),
};

const payloadOf = (...names: string[]) => outcomeOf('activity', names);
const HOW = ['reason', 'idempotencyKey', 'dryRun'];

/** What may be done; how is said in src/api/mutations, and its answer is read from what it leaves. */
export const mutation: Mappings = {
  recordMeeting: payloadOf('input'),
  record: payloadOf('input'),
  correctClaim: payloadOf('claim', 'by', 'source', ...HOW),
  reviewClaim: payloadOf('claim', 'state', ...HOW),
  retractClaim: payloadOf('claim', ...HOW),
  relateClaims: payloadOf('from', 'type', 'to', ...HOW),
  judgeIdentity: payloadOf('a', 'b', 'verdict', ...HOW),
  mergeEntities: payloadOf('keep', 'merge', ...HOW),
  unmergeEntities: payloadOf('merged', ...HOW),
  deleteEntity: payloadOf('ref', 'expectedVersion', ...HOW),
  restoreEntity: payloadOf('id', ...HOW),
  takeSnapshot: outcomeOf('snapshot', ['note']),
};
