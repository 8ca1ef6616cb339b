import { relateAssertions } from '../../domain/claims/resolution.ts';
import { ClaimRelationType } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type DerivedRelationshipType, type Relationship, endpointRelationships } from '../../storage/relationships.ts';
import { claimConflict } from '../../storage/conflicts.ts';
import { readClaimConflicts } from './stored-conflicts.ts';
import {
  type ReferencedNodes,
  type SupportingClaim,
  readSupportingClaims,
  readReferencedNodes,
} from './derivation-input.ts';
import { typeSpecOf, multiValuedFields } from '../input/type-specs.ts';
import {
  type ClaimConflict,
  type CandidateClaim,
  findRelatedPairs,
  resolvePair,
  findConflicts,
  readCandidatesById,
  readCandidatesByPropositionKey,
} from './conflict-detection.ts';
import { toAssertions, slotContext } from './resolve-values.ts';
import { type DerivedConflict, type Derivation } from '../write/derived-state.ts';
import { readMeetingRelations } from './meeting-relations.ts';
import { primarySource } from './claim-metadata.ts';
import { sortKey } from '../../storage/order-keys.ts';
import { typeFromLabels } from '../../storage/labels.ts';

/** A relation to another claim that a source or an analyst has set, in either direction. */
interface CodedRelation {
  by: 'SOURCE' | 'ANALYST';
  type: ClaimRelationType;
  id: string;
  key: string;
  live: boolean;
  origin: string;
}

interface Row {
  id: string;
  key: string;
  live: boolean;
  origin: string;
  propositionKey: string | null;
  supports: string[];
  /** Subject, objects, what it supports, and the endpoints of the facts that it supports. */
  near: string[];
  concerns: string[];
  related: [to: string, properties: Record<string, unknown>][];
  coded: CodedRelation[];
  independentSources: number | null;
}

const ORIGIN = (claim: string) =>
  `coalesce([(${claim})-[:ATTRIBUTED_TO {order: 0}]->(x) | x.id][0], [(${claim})-[:EVIDENCE]->(x) | x.id][0])`;

const CLAIMS = `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id}) USING INDEX SEEK c:Thing(id)
RETURN id, c.key AS key, c.live AS live, c.matter AS propositionKey, c.independentSources AS independentSources,
  ${ORIGIN('c')} AS origin,
  [(c)-[:SUPPORTS]->(t) | t.id] AS supports,
  [(c)-[:SUBJECT|OBJECT|SUPPORTS]->(t) | t.id] +
  [(c)-[:SUPPORTS]->(:Fact)-[:${endpointRelationships.join('|')}|MADE_BY]->(t) | t.id] AS near,
  [(c)-[:CONCERNS]->(t) | t.id] AS concerns,
  [(c)-[r:RELATES_TO {by: 'RULE'}]->(o) | [o.id, properties(r)]] AS related,
  [(c)-[r:RELATES_TO]-(o:Claim) WHERE r.by <> 'RULE' | {by: r.by, type: r.type, id: o.id, key: o.key, live: o.live, origin: ${ORIGIN('o')}}] AS coded`;

/** What claims concern, how the rules relate them, the conflicts that belong to them, and how many independent sources they have. */
export async function deriveClaimRelations(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await tx.run<Row>(CLAIMS, { ids });
  const storedConflicts = await readClaimConflicts(tx, ids);
  const pairsByClaim = await findPairs(tx, [...new Set(rows.flatMap(({ supports }) => supports))]);
  const candidates = await readCandidatesByPropositionKey(
    tx,
    rows.flatMap(({ propositionKey }) => propositionKey ?? []),
  );
  const groups = [...Map.groupBy(candidates, ({ propositionKey }) => propositionKey).values()];
  for (const { propositionKey, ...pair } of groups.flatMap(findRelatedPairs))
    add(pairsByClaim, { ...pair, slot: propositionKey });
  const conflictsByFirstClaim = Map.groupBy(groups.flatMap(findConflicts), ({ among }) => among[0]!);
  const isInConflict = (id: string, other: string) =>
    [...conflictsByFirstClaim.values()].flat().some(({ among }) => among.includes(id) && among.includes(other));
  const relatedIds = rows.flatMap((row) => (row.live ? [row.id, ...row.coded.map((other) => other.id)] : []));
  const relatedCandidates = rows.some(({ coded }) => coded.length > 0) ? await readCandidatesById(tx, relatedIds) : [];
  const byId = new Map([...candidates, ...relatedCandidates].map((candidate) => [candidate.id, candidate]));
  return rows.map((row): Derivation => {
    const { id, key, concerns, related, independentSources } = row;
    const pairs = pairsWithoutJudgement(row, pairsByClaim);
    return {
      id,
      key,
      type: 'Claim',
      stored: {
        properties: { independentSources },
        relationships: [
          ...concerns.map((to) => concernsRelationship(id, to)),
          ...related.map(([to, properties]) => ({ type: 'RELATES_TO' as const, from: id, to, properties })),
        ],
        externalIds: [],
        conflicts: storedConflicts.get(id) ?? [],
      },
      derived: {
        properties: { independentSources: numberOfSources(row, pairs) },
        relationships: [
          ...[...new Set(row.near)].map((to) => concernsRelationship(id, to)),
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

/** Two claims about one slot, and how the rules relate them. */
interface SlotPair {
  from: string;
  to: string;
  type: ClaimRelationType;
  slot: string;
  /** The primary source of each. */
  origins: readonly [string, string];
}

type PairsByClaim = Map<string, SlotPair[]>;

/** Most nodes have one claim: nothing to compare. */
const WITH_SEVERAL_CLAIMS = `UNWIND $ids AS id
MATCH (t:Thing {id: id}) USING INDEX SEEK t:Thing(id)
WHERE COUNT { (t)<-[:SUPPORTS]-() } > 1
RETURN id`;

/** The related pairs among the claims about these nodes, and about others of the same meetings, by the claims of each. */
async function findPairs(tx: Tx, ids: readonly string[]): Promise<PairsByClaim> {
  const pairsByClaim = new Map<string, SlotPair[]>();
  for (const { from, to, type, slot } of await readMeetingRelations(tx, ids)) {
    const origins = [primarySource(from.metadata), primarySource(to.metadata)] as const;
    add(pairsByClaim, { from: from.id, to: to.id, type, slot, origins });
  }
  const discussed = (await tx.rows(WITH_SEVERAL_CLAIMS, { ids })).map(([id]) => id as string);
  if (discussed.length === 0) return pairsByClaim;
  const claimsByNode = await readSupportingClaims(tx, discussed);
  const values = [...claimsByNode.values()].flat().flatMap(({ values }) => Object.values(values).flat());
  const texts = values.filter((value) => typeof value === 'string');
  const nodes = await readReferencedNodes(tx, [...discussed, ...texts]);
  for (const [node, claims] of claimsByNode) {
    for (const pair of pairsAt(node, claims, nodes)) add(pairsByClaim, pair);
  }
  return pairsByClaim;
}

function add(pairsByClaim: Map<string, SlotPair[]>, pair: SlotPair): void {
  for (const id of [pair.from, pair.to]) {
    const others = pairsByClaim.get(id);
    if (others) others.push(pair);
    else pairsByClaim.set(id, [pair]);
  }
}

function pairsAt(node: string, claims: readonly SupportingClaim[], nodes: ReferencedNodes): SlotPair[] {
  const type = typeFromLabels(nodes.get(node)!.labels);
  if (claims.length < 2 || type === null || type === 'Claim') return [];
  const byKey = new Map(claims.map((claim) => [claim.metadata.claim, claim]));
  const spec = typeSpecOf[type];
  return Object.entries({ ...spec.described, ...spec.claimed })
    .filter(([field]) => !multiValuedFields.has(field) && field !== 'inferred')
    .flatMap(([field, kind]) =>
      relateAssertions(toAssertions(field, kind, claims, nodes), slotContext(nodes)).flatMap(({ from, type, to }) => {
        const [one, other] = [byKey.get(from)!, byKey.get(to)!];
        if (type === ClaimRelationType.CORROBORATES && isSameSource(one, other)) return [];
        const origins = [primarySource(one.metadata), primarySource(other.metadata)] as const;
        return [{ from: one.id, to: other.id, type, slot: `${node}|${field}`, origins }];
      }),
    );
}

/** A source that says the same twice in one document does not corroborate itself. */
const isSameSource = (a: SupportingClaim, b: SupportingClaim) =>
  primarySource(a.metadata) === primarySource(b.metadata) &&
  a.documents.some((document) => b.documents.includes(document));

/** The pairs of the claim with others that no analyst has related to it. */
function pairsWithoutJudgement({ id, coded }: Row, pairsByClaim: PairsByClaim): SlotPair[] {
  const judgedByAnalyst = new Set(coded.flatMap((other) => (other.by === 'ANALYST' ? [other.id] : [])));
  return (pairsByClaim.get(id) ?? []).filter(({ from, to }) => !judgedByAnalyst.has(from) && !judgedByAnalyst.has(to));
}

function ruleRelations(id: string, pairs: readonly SlotPair[]): Relationship<DerivedRelationshipType>[] {
  const own = pairs.filter(({ from }) => from === id);
  return [...Map.groupBy(own, ({ to, type }) => `${to} ${type}`).values()].map((group) => ({
    type: 'RELATES_TO',
    from: id,
    to: group[0]!.to,
    properties: { type: group[0]!.type, by: 'RULE', slots: group.map(({ slot }) => slot).sort() },
  }));
}

/** The number of primary sources of the claim and of those that corroborate it: a reprint adds nothing. */
function numberOfSources({ origin, coded }: Row, pairs: readonly SlotPair[]): number {
  const isCorroboration = ({ type }: { type: ClaimRelationType }) => type === ClaimRelationType.CORROBORATES;
  const origins = pairs.filter(isCorroboration).flatMap(({ origins }) => origins);
  const related = coded.filter((each) => each.live && isCorroboration(each)).map((each) => each.origin);
  return new Set([origin, ...origins, ...related]).size;
}

const opposing: readonly ClaimRelationType[] = ['CONTRADICTS', 'COMPETES_WITH', 'OVERSTATES'];

/** Conflicts among claims with the same proposition key, which belong to the first of them. */
const propositionConflicts = (first: Row, conflicts: readonly ClaimConflict[]): DerivedConflict[] =>
  conflicts.map(({ propositionKey, subject, type, among, follows, rule }) => ({
    ...claimConflict(first, propositionKey, subject, type, [first.key]),
    of: subject.id,
    among,
    follows,
    rule,
  }));

/**
 * Conflicts of pairs that a source or an analyst set against each other, which belong to the first of the two; pairs that share
 * a slot or a proposition key have theirs already. The rules decide between two that contradict each other;
 * claims that compete, or of which one overstates the other, may both hold.
 */
function pairConflicts(
  { id, key, live, coded }: Row,
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
        ({ from, to, type }) => type === 'CONTRADICTS' && [from, to].includes(other.id),
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
      follows,
      rule,
    };
  });
}
