import { type Tx } from '../../graph/database.ts';
import { cypherBelongsTo } from '../../storage/conflicts.ts';
import {
  type DerivedRelationshipType,
  type Relationship,
  endpointRelationships,
  factEndpoints,
  stateRelationships,
} from '../../storage/relationships.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { OnlyInGraph, type OverlayNode } from '../overlay/overlay.ts';
import { readRowsOf, type RowsOf } from '../overlay/read-rows.ts';
import { CONFLICT_MAP, type ConflictRow, toDerivedConflict, walkConflicts } from './stored-conflicts.ts';
import {
  readSupportingClaims,
  readDescriptions,
  readReferencedNodes,
  type ReferencedNode,
  type ReferencedNodes,
  type SupportingClaim,
  type StoredDescription,
} from './derivation-input.ts';
import { isHeldAnyway } from '../../domain/claims/attendance.ts';
import { readContraryClaims } from './absence-claims.ts';
import { readAttendance, readExclusions } from './attendance-claims.ts';
import { toAssertions } from './resolve-values.ts';
import { typeSpecOf } from '../input/type-specs.ts';
import { resolvePair, readCandidatesById } from './conflict-detection.ts';
import { type Derivation } from '../write/derived-state.ts';
import { deriveNodeState } from './node-state.ts';
import { typeFromLabels } from '../../storage/labels.ts';

interface NodeRow {
  id: string;
  key: string;
  labels: string[];
  properties: Readonly<Record<string, unknown>>;
  endpoints: [type: string, id: string][];
  relationships: [type: DerivedRelationshipType, to: string, properties: Readonly<Record<string, unknown>>][];
  shortcuts: [type: DerivedRelationshipType, from: string, to: string, properties: Readonly<Record<string, unknown>>][];
  externalIds: string[];
  conflicts: ConflictRow[];
  former: [sequence: number, id: string][];
  judgements: [other: string, verdict: string][];
}

export const NODES: RowsOf<NodeRow> = {
  statement: `UNWIND $ids AS id
MATCH (t:Thing {id: id})
RETURN id, t.key AS key, labels(t) AS labels, properties(t) AS properties,
  [(t)-[r:${endpointRelationships.join('|')}]->(o:Thing) | [type(r), o.id]] AS endpoints,
  [(t)-[r:${stateRelationships.join('|')}]->(o:Thing) | [type(r), o.id, properties(r)]] AS relationships,
  [(t)-[:OF_MEMBER]->(a)-[r:MEMBER_OF {fact: t.id}]->(b) | [type(r), a.id, b.id, properties(r)]] AS shortcuts,
  [(t)-[:IDENTIFIED_BY]->(x:ExternalId) | x.name] AS externalIds,
  [(t)<-[:OF]-(x:Conflict) WHERE ${cypherBelongsTo('x', 't.id')} | ${CONFLICT_MAP}] AS conflicts,
  [(t)<-[m:MERGED_INTO]-(x:Tombstone) | [m.sequence, x.id]] AS former,
  [(t)<-[:BETWEEN]-(j:Judgement)-[:BETWEEN]->(o:Thing) WHERE o <> t | [o.key, j.verdict]] AS judgements`,
  walk: (t) => [
    {
      id: t.id,
      key: t.key,
      labels: [...t.labels],
      properties: t.properties,
      endpoints: t.out(...endpointRelationships).map(({ type, to }) => [type, to.id]),
      relationships: t
        .out(...stateRelationships)
        .map(({ type, to, properties }) => [type as DerivedRelationshipType, to.id, properties]),
      shortcuts: walkShortcuts(t),
      externalIds: [...t.derived.externalIds],
      conflicts: walkConflicts(t),
      former: [],
      judgements: [],
    },
  ],
};

/** A membership that is not derived yet has none. */
function walkShortcuts(t: OverlayNode): NodeRow['shortcuts'] {
  if (t.is('Membership') && t.properties.standing !== undefined) throw new OnlyInGraph();
  return [];
}

/**
 * What the graph holds of these nodes, which are no claims, and what it should hold. Unknown ids are left out, and so are nodes
 * too broken to be derived (integrity/invariants.ts reports them).
 */
export async function deriveNodes(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const nodes = (await readRowsOf(tx, ids, NODES)).filter(isDerivable);
  const descriptions = await readDescriptions(tx, ids);
  const claims = await readSupportingClaims(tx, ids);
  const named = nodes.flatMap((node) => referencedBy(node, descriptions.get(node.id), claims.get(node.id)));
  const nodesById = await withImpliedNodes(tx, await readReferencedNodes(tx, named));
  const contested = await findContested(tx, claims);
  const attendance = await readAttendance(tx, nodesOfType(nodes, 'Meeting').filter(isOpenToAttendance(claims)));
  const participations = nodesOfType(nodes, 'Participation');
  const exclusions = await readExclusions(tx, participations);
  const contrary = await readContraryClaims(tx, participations);
  return nodes.map((node): Derivation => {
    const { id, key, labels, endpoints } = node;
    const type = typeFromLabels(labels) as Exclude<TypeName, 'Claim'>;
    const { derived: shape, state } = deriveNodeState({
      id,
      key,
      type,
      descriptions: descriptions.get(id) ?? [],
      claims: claims.get(id) ?? [],
      attendance: attendance.get(id) ?? [],
      contrary: contrary.get(id) ?? [],
      excludedBy: exclusions.get(id) ?? null,
      isContested: contested.has(id),
      nodes: nodesById,
      endpoints: Object.fromEntries(endpoints),
      role: (node.properties.role as string | undefined) ?? null,
      formerIds: node.former.sort(([a, x], [b, y]) => a - b || (x < y ? -1 : 1)).map(([, former]) => former),
      judgements: Object.fromEntries(node.judgements),
    });
    const stored = {
      properties: node.properties,
      relationships: storedRelationships(node),
      externalIds: node.externalIds,
      conflicts: node.conflicts.map(toDerivedConflict),
    };
    return { id, key, type, stored, derived: shape, state };
  });
}

const nodesOfType = (nodes: readonly NodeRow[], type: TypeName): string[] =>
  nodes.filter(({ labels }) => typeFromLabels(labels) === type).map(({ id }) => id);

/** Most meetings are held according to claims of their own; then it takes no look at who attended. */
const isOpenToAttendance = (claims: ReadonlyMap<string, readonly SupportingClaim[]>) => (meeting: string) =>
  !isHeldAnyway(toAssertions('status', {}, claims.get(meeting) ?? [], new Map()));

/** True for a node of exactly one type that has the endpoints of its type. */
function isDerivable({ labels, endpoints }: NodeRow): boolean {
  const type = typeFromLabels(labels);
  if (type === null) return false;
  const needed: readonly string[] = type in factEndpoints ? factEndpoints[type as keyof typeof factEndpoints] : [];
  return needed.every((type) => endpoints.some(([each]) => each === type));
}

/** The nodes with a claim that a source or an analyst set against another one, and no rule decides between the two. */
async function findContested(tx: Tx, claims: ReadonlyMap<string, readonly SupportingClaim[]>): Promise<Set<string>> {
  const opposing = [...claims.values()].flat().filter(({ opposed }) => opposed.length > 0);
  const candidates = await readCandidatesById(
    tx,
    opposing.flatMap(({ id, opposed }) => [id, ...opposed]),
  );
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const isUndecided = ({ id, opposed }: SupportingClaim) => {
    const own = byId.get(id);
    return own !== undefined && opposed.some((other) => resolvePair(own, byId.get(other)!).follows === null);
  };
  return new Set([...claims].filter(([, claims]) => claims.some(isUndecided)).map(([id]) => id));
}

/**
 * Adds the countries and organizations of posts, whom those represent who take part in a post, and the places around places, which
 * are shown where sources disagree on a venue.
 */
async function withImpliedNodes(tx: Tx, nodesById: Map<string, ReferencedNode>): Promise<ReferencedNodes> {
  const implied = [...nodesById.values()].flatMap(({ country, organization, around }) => [
    country,
    organization,
    ...around,
  ]);
  const missing = implied.filter((id) => id !== null && !nodesById.has(id)) as string[];
  return new Map([...nodesById, ...(await readReferencedNodes(tx, missing))]);
}

function storedRelationships({ id, relationships, shortcuts }: NodeRow): Relationship<DerivedRelationshipType>[] {
  return [
    ...relationships.map(([type, to, properties]) => ({ type, from: id, to, properties })),
    ...shortcuts.map(([type, from, to, properties]) => ({ type, from, to, properties })),
  ];
}

/** The ids of all nodes that the values of a node name, and of its endpoints. */
function referencedBy(
  { labels, endpoints }: NodeRow,
  descriptions: readonly StoredDescription[] = [],
  claims: readonly SupportingClaim[] = [],
): string[] {
  const spec = typeSpecOf[typeFromLabels(labels) as Exclude<TypeName, 'Claim'>];
  const fields = Object.entries({ ...spec.claimed, ...spec.described }).filter(([, { targets: to }]) => to);
  const retracted = descriptions.flatMap((each) =>
    each.retracted.map(({ field, value }) => ({ values: { [field]: value } })),
  );
  const named = [...descriptions, ...retracted, ...claims].flatMap(({ values }: Pick<SupportingClaim, 'values'>) =>
    fields.flatMap(([field]) => [values[field] ?? []].flat()),
  );
  return [...(named as string[]), ...endpoints.map(([, id]) => id)];
}
