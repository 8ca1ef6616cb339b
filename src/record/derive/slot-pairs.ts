import { compareInSlot, type ComparedPair } from '../../domain/claims/resolution.ts';
import { areOfOneSource } from '../../domain/claims/assertion.ts';
import { ClaimRelationType } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { claimSlotName, fieldSlotName } from '../../storage/conflicts.ts';
import { typeFromLabels } from '../../storage/labels.ts';
import { readRowsOf, type RowsOf } from '../overlay/read-rows.ts';
import { multiValuedFields, typeSpecOf } from '../input/type-specs.ts';
import { type ClaimMetadata } from './claim-metadata.ts';
import { type CandidateClaim, comparePropositionClaims } from './conflict-detection.ts';
import { withDeniedAct } from './denied-statements.ts';
import {
  type ReferencedNodes,
  type SupportingClaim,
  readReferencedNodes,
  readSupportingClaims,
} from './derivation-input.ts';
import { type MeetingRelation, readMeetingRelations } from './meeting-relations.ts';
import { slotContext, toAssertions } from './resolve-values.ts';

/** A claim of a pair. */
interface PairedClaim {
  id: string;
  metadata: ClaimMetadata;
}

/** Two claims about one slot, and how the rules compare them. Claims by their ids. */
export interface SlotPair {
  /** `KEY|field`, or `KEY|TYPE` for what is not a field of a node. */
  slot: string;
  claims: readonly [PairedClaim, PairedClaim];
  relation: { from: string; type: ClaimRelationType; to: string } | null;
  areDisjoint: boolean;
  standingBehind: readonly string[];
}

export type PairsByClaim = ReadonlyMap<string, readonly SlotPair[]>;

/**
 * The compared pairs among the claims that support these nodes, about others of the same meetings, and among these groups of explicit
 * claims, by each claim.
 */
export async function findSlotPairs(
  tx: Tx,
  supported: readonly string[],
  groups: readonly (readonly CandidateClaim[])[],
): Promise<PairsByClaim> {
  const pairs = [
    ...(await pairsOfFields(tx, supported)),
    ...(await readMeetingRelations(tx, supported)).map(pairOfMeeting),
    ...groups.flatMap(pairsOfPropositions),
    // A claim about two facts that were merged into one is not a second claim about it.
  ].filter(({ claims: [one, other] }) => one.id !== other.id);
  const byClaim = new Map<string, SlotPair[]>();
  for (const pair of pairs) {
    for (const { id } of pair.claims) {
      const others = byClaim.get(id);
      if (others) others.push(pair);
      else byClaim.set(id, [pair]);
    }
  }
  return byClaim;
}

/** Most nodes have one claim: nothing to compare. */
export const WITH_SEVERAL_CLAIMS: RowsOf<{ id: string }> = {
  statement: `UNWIND $ids AS id
MATCH (t:Thing {id: id}) USING INDEX SEEK t:Thing(id)
WHERE COUNT { (t)<-[:SUPPORTS]-() } > 1
RETURN id`,
  walk: (t) => (t.in('SUPPORTS').length > 1 ? [{ id: t.id }] : []),
};

async function pairsOfFields(tx: Tx, ids: readonly string[]): Promise<SlotPair[]> {
  const discussed = (await readRowsOf(tx, ids, WITH_SEVERAL_CLAIMS)).map(({ id }) => id);
  if (discussed.length === 0) return [];
  const claimsByNode = await readSupportingClaims(tx, discussed);
  const values = [...claimsByNode.values()].flat().flatMap(({ values }) => Object.values(values).flat());
  const texts = values.filter((value) => typeof value === 'string');
  const nodes = await readReferencedNodes(tx, [...discussed, ...texts]);
  return [...claimsByNode].flatMap(([node, claims]) => pairsAt(node, claims, nodes));
}

function pairsAt(node: string, claims: readonly SupportingClaim[], nodes: ReferencedNodes): SlotPair[] {
  const { key, labels } = nodes.get(node)!;
  const type = typeFromLabels(labels);
  if (claims.length < 2 || type === null || type === 'Claim') return [];
  const spec = typeSpecOf[type];
  const compared = type === 'Statement' ? withDeniedAct(claims) : claims;
  const byKey = claimsByKey(claims);
  return Object.entries({ ...spec.described, ...spec.claimed })
    .filter(([field]) => !multiValuedFields.has(field) && field !== 'inferred')
    .flatMap(([field, kind]) =>
      compareInSlot(toAssertions(field, kind, compared, nodes), slotContext(nodes)).map((pair) =>
        toSlotPair(fieldSlotName(key, field), pair, byKey),
      ),
    );
}

function pairsOfPropositions(group: readonly CandidateClaim[]): SlotPair[] {
  const [{ subject, proposition }] = group as [CandidateClaim];
  const byKey = claimsByKey(group);
  return comparePropositionClaims(group).map((pair) =>
    toSlotPair(claimSlotName(subject.key, proposition.type), pair, byKey),
  );
}

/** Claims about two facts of one meeting stand in one relation, and are no sources of each other. */
const pairOfMeeting = ({ from, to, type, slot }: MeetingRelation): SlotPair => ({
  slot,
  claims: [from, to],
  relation: { from: from.id, type, to: to.id },
  areDisjoint: type === ClaimRelationType.CONTRADICTS,
  standingBehind: [],
});

const claimsByKey = (claims: readonly PairedClaim[]) => new Map(claims.map((claim) => [claim.metadata.claim, claim]));

function toSlotPair(slot: string, pair: ComparedPair, claims: ReadonlyMap<string, PairedClaim>): SlotPair {
  const idOf = (key: string) => claims.get(key)!.id;
  const [one, other] = [claims.get(pair.claims[0])!, claims.get(pair.claims[1])!];
  const { relation, areDisjoint, standingBehind } = pair;
  // A source that says the same twice in one document does not corroborate itself.
  const isRepetition =
    relation?.type === ClaimRelationType.CORROBORATES && areOfOneSource(one.metadata, other.metadata);
  return {
    slot,
    claims: [one, other],
    relation:
      relation === null || isRepetition
        ? null
        : { from: idOf(relation.from), type: relation.type, to: idOf(relation.to) },
    areDisjoint,
    standingBehind: standingBehind.map(idOf),
  };
}
