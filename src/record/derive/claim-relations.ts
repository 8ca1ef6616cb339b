import { claimsBehind, originsOf } from '../../domain/claims/independent-sources.ts';
import { ClaimRelationType, ReviewState } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type DerivedConflict, claimConflict } from '../../storage/conflicts.ts';
import { sortKey } from '../../storage/order-keys.ts';
import { type DerivedRelationshipType, type Relationship, endpointRelationships } from '../../storage/relationships.ts';
import { type OverlayNode } from '../overlay/overlay.ts';
import { readRowsOf, type RowsOf } from '../overlay/read-rows.ts';
import { type Derivation } from '../write/derived-state.ts';
import {
  type ClaimMetadataRow,
  type ProvenanceRow,
  CLAIM_METADATA,
  provenanceMap,
  provenanceOf,
  toClaimMetadata,
  walkMetadata,
  walkProvenance,
} from './claim-metadata.ts';
import { type ClaimContentRow, CLAIM_CONTENT, readClaimSlots, saysRelationships, walkContent } from './claim-slots.ts';
import {
  type ClaimConflict,
  type CandidateClaim,
  resolvePair,
  findConflicts,
  readCandidatesById,
  readCandidatesByPropositionKey,
} from './conflict-detection.ts';
import { type PairsByClaim, type SlotPair, findSlotPairs } from './slot-pairs.ts';
import { readClaimConflicts } from './stored-conflicts.ts';

/** A relation to another claim that a source or an analyst has set, in either direction. */
interface CodedRelation {
  by: 'SOURCE' | 'ANALYST';
  type: ClaimRelationType;
  id: string;
  key: string;
  live: boolean;
  reviewState: ReviewState;
  provenance: ProvenanceRow;
}

type StoredRelationship = [type: DerivedRelationshipType, to: string, properties: Readonly<Record<string, unknown>>];

interface Row extends ClaimMetadataRow, ClaimContentRow {
  live: boolean;
  propositionKey: string | null;
  /** Subject, objects, and what it supports. */
  near: string[];
  /** The endpoints of the facts that it supports. */
  beyond: string[];
  stored: StoredRelationship[];
  coded: CodedRelation[];
  independentSources: number | null;
}

export const CLAIMS_WITH_RELATIONS: RowsOf<Row> = {
  statement: `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id}) USING INDEX SEEK c:Thing(id)
RETURN ${CLAIM_METADATA}, ${CLAIM_CONTENT},
  c.live AS live, c.matter AS propositionKey, c.independentSources AS independentSources,
  [(c)-[:SUBJECT|OBJECT|SUPPORTS]->(t) | t.id] AS near,
  [(c)-[:SUPPORTS]->(:Fact)-[:${endpointRelationships.join('|')}|MADE_BY]->(t) | t.id] AS beyond,
  [(c)-[r:CONCERNS|SAYS]->(t) | [type(r), t.id, properties(r)]] +
  [(c)-[r:RELATES_TO {by: 'RULE'}]->(o) | [type(r), o.id, properties(r)]] AS stored,
  [(c)-[r:RELATES_TO]-(o:Claim) WHERE r.by <> 'RULE' | {by: r.by, type: r.type, id: o.id, key: o.key, live: o.live,
    reviewState: o.reviewState, provenance: ${provenanceMap('o')}}] AS coded`,
  walk: (claim) => [
    {
      ...walkMetadata(claim),
      ...walkContent(claim),
      live: claim.properties.live as boolean,
      propositionKey: (claim.properties.matter ?? null) as string | null,
      independentSources: (claim.properties.independentSources ?? null) as number | null,
      near: claim.out('SUBJECT', 'OBJECT', 'SUPPORTS').map(({ to }) => to.id),
      beyond: claim
        .out('SUPPORTS')
        .filter(({ to }) => to.is('Fact'))
        .flatMap(({ to }) => to.out(...endpointRelationships, 'MADE_BY').map(({ to: end }) => end.id)),
      stored: [
        ...claim.out('CONCERNS', 'SAYS'),
        ...claim.out('RELATES_TO').filter(({ properties }) => properties.by === 'RULE'),
      ].map(({ type, to, properties }): StoredRelationship => [type as DerivedRelationshipType, to.id, properties]),
      coded: [
        ...claim.out('RELATES_TO').map(({ to, properties }) => walkCoded(to, properties)),
        ...claim.in('RELATES_TO').map(({ from, properties }) => walkCoded(from, properties)),
      ].flat(),
    },
  ],
};

const walkCoded = (other: OverlayNode, { by, type }: Readonly<Record<string, unknown>>): CodedRelation[] =>
  by === 'RULE'
    ? []
    : [
        {
          by: by as CodedRelation['by'],
          type: type as ClaimRelationType,
          id: other.id,
          key: other.key,
          live: other.properties.live as boolean,
          reviewState: other.properties.reviewState as ReviewState,
          provenance: walkProvenance(other),
        },
      ];

/**
 * What claims concern and what they say, how the rules relate them, the conflicts that belong to them, and how many independent
 * sources they have.
 */
export async function deriveClaimRelations(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await readRowsOf(tx, ids, CLAIMS_WITH_RELATIONS);
  const storedConflicts = await readClaimConflicts(tx, ids);
  const candidates = await readCandidatesByPropositionKey(
    tx,
    rows.flatMap(({ propositionKey }) => propositionKey ?? []),
  );
  const groups = [...Map.groupBy(candidates, ({ propositionKey }) => propositionKey).values()];
  const supported = new Set(rows.flatMap(({ supports }) => supports.map(({ node }) => node)));
  const pairsByClaim = await findSlotPairs(tx, [...supported], groups);
  const slots = await readClaimSlots(tx, rows);
  const conflictsByFirstClaim = Map.groupBy(groups.flatMap(findConflicts), ({ among }) => among[0]!);
  const isInConflict = (id: string, other: string) =>
    [...conflictsByFirstClaim.values()].flat().some(({ among }) => among.includes(id) && among.includes(other));
  const relatedIds = rows.flatMap((row) => (row.live ? [row.claimId, ...row.coded.map((other) => other.id)] : []));
  const relatedCandidates = rows.some(({ coded }) => coded.length > 0) ? await readCandidatesById(tx, relatedIds) : [];
  const byId = new Map([...candidates, ...relatedCandidates].map((candidate) => [candidate.id, candidate]));
  return rows.map((row): Derivation => {
    const { claimId: id, key, independentSources } = row;
    const pairs = pairsWithoutJudgement(row, pairsByClaim);
    return {
      id,
      key,
      type: 'Claim',
      stored: {
        properties: { independentSources },
        relationships: row.stored.map(([type, to, properties]) => ({ type, from: id, to, properties })),
        externalIds: [],
        conflicts: storedConflicts.get(id) ?? [],
      },
      derived: {
        properties: { independentSources: numberOfSources(row, pairs) },
        relationships: [
          ...[...new Set(row.beyond).difference(new Set(row.near))].map((to) => concernsRelationship(id, to)),
          ...saysRelationships(id, slots.get(id) ?? [], (slot) =>
            countSources(
              row,
              pairs.filter((pair) => pair.slot === slot),
            ),
          ),
          ...ruleRelations(id, pairs),
        ],
        externalIds: [],
        conflicts: [
          ...propositionConflicts(row, conflictsByFirstClaim.get(id) ?? []),
          ...pairConflicts(row, pairsByClaim, byId, isInConflict),
        ],
      },
      state: null,
    };
  });
}

const concernsRelationship = (from: string, to: string): Relationship<DerivedRelationshipType> => ({
  type: 'CONCERNS',
  from,
  to,
  properties: {},
});

/** The pairs of the claim with others that no analyst has related to it. */
function pairsWithoutJudgement({ claimId, coded }: Row, pairsByClaim: PairsByClaim): SlotPair[] {
  const judgedByAnalyst = new Set(coded.flatMap((other) => (other.by === 'ANALYST' ? [other.id] : [])));
  return (pairsByClaim.get(claimId) ?? []).filter(({ claims }) => !claims.some(({ id }) => judgedByAnalyst.has(id)));
}

/** One relation for each slot in which the rules relate the claim to another one. */
const ruleRelations = (id: string, pairs: readonly SlotPair[]): Relationship<DerivedRelationshipType>[] =>
  pairs.flatMap(({ slot, relation }) =>
    relation?.from === id
      ? [{ type: 'RELATES_TO', from: id, to: relation.to, properties: { type: relation.type, by: 'RULE', slot } }]
      : [],
  );

/** The independent sources of the claim as a whole: also of those that, as a source or an analyst says, corroborate it. */
function numberOfSources(row: Row, pairs: readonly SlotPair[]): number {
  const isOpposed = ({ id }: CodedRelation) =>
    row.coded.some((other) => other.id === id && opposing.includes(other.type));
  const corroborating = row.coded.filter(
    ({ type, live, reviewState }) =>
      type === ClaimRelationType.CORROBORATES && live && reviewState !== ReviewState.DISPUTED,
  );
  const opposed = new Set(row.coded.filter(isOpposed).map(({ id }) => id));
  return countSources(
    row,
    pairs.filter(({ claims }) => !claims.some(({ id }) => opposed.has(id))),
    corroborating.flatMap(({ provenance }) => originsOf(provenanceOf(provenance))),
  );
}

/** The number of independent sources of the claim and of those that these pairs set beside it. */
function countSources(row: Row, pairs: readonly SlotPair[], others: readonly string[] = []): number {
  const { reviewState, origins } = toClaimMetadata(row);
  const behind = claimsBehind(
    pairs.map(({ claims, areDisjoint, standingBehind }) => {
      const other = claims.find(({ id }) => id !== row.claimId)!;
      return { claim: other.id, standsBehind: standingBehind.includes(other.id), contradicts: areDisjoint };
    }),
  );
  const claims = pairs.flatMap(({ claims }) => claims).filter(({ id }) => behind.has(id));
  const counted = new Set([...claims.flatMap(({ metadata }) => metadata.origins), ...others]);
  // What an analyst disputes adds no source to others; on its own it has its own.
  if (reviewState !== ReviewState.DISPUTED || counted.size === 0) for (const origin of origins) counted.add(origin);
  return counted.size;
}

const opposing: readonly ClaimRelationType[] = ['CONTRADICTS', 'COMPETES_WITH', 'OVERSTATES'];

/** Conflicts among claims with the same proposition key, which belong to the first of them. */
const propositionConflicts = (first: Row, conflicts: readonly ClaimConflict[]): DerivedConflict[] =>
  conflicts.map(({ propositionKey, subject, type, among, values, follows, rule }) => ({
    ...claimConflict({ id: first.claimId, key: first.key }, propositionKey, subject, type, [first.key]),
    of: subject.id,
    among,
    values,
    documents: [],
    follows,
    rule,
  }));

/**
 * Conflicts of pairs that a source or an analyst set against each other, which belong to the first of the two; pairs that share
 * a slot or a proposition key have theirs already. The rules decide between two that contradict each other;
 * claims that compete, or of which one overstates the other, may both hold.
 */
function pairConflicts(
  { claimId: id, key, live, coded }: Row,
  pairsByClaim: PairsByClaim,
  candidates: ReadonlyMap<string, CandidateClaim>,
  isListed: (id: string, other: string) => boolean,
): DerivedConflict[] {
  const order = sortKey(key);
  const own = candidates.get(id);
  const others = coded.filter(
    (other) => live && other.live && opposing.includes(other.type) && order < sortKey(other.key),
  );
  const unlisted = others.filter(
    (other) =>
      !(pairsByClaim.get(id) ?? []).some(
        ({ relation }) => relation?.type === 'CONTRADICTS' && [relation.from, relation.to].includes(other.id),
      ) && !isListed(id, other.id),
  );
  if (own === undefined) return [];
  return [...Map.groupBy(unlisted, (other) => other.id)].map(([other, relations]) => {
    const contradicts = relations.some(({ type }) => type === ClaimRelationType.CONTRADICTS);
    const { follows, rule } = contradicts ? resolvePair(own, candidates.get(other)!) : { follows: null, rule: null };
    return {
      ...claimConflict({ id, key }, other, own.subject, own.proposition.type, [key, relations[0]!.key]),
      of: own.subject.id,
      among: [id, other],
      values: [own.text, candidates.get(other)!.text],
      documents: [],
      follows,
      rule,
    };
  });
}
