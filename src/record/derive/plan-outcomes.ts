import {
  type PlanEvidence,
  type PlannedEvent,
  isCancellation,
  dueWindow,
  derivePlanOutcome,
  tellsOfPlan,
} from '../../domain/claims/plan-outcome.ts';
import { UNRELIABLE_RANK } from '../../domain/claims/claim.ts';
import { reviewRank } from '../../domain/claims/assertion.ts';
import { type Window, windowOf } from '../../domain/time/time.ts';
import {
  type ClaimRelationType,
  type ClaimStatus,
  type ClaimType,
  EventStatus,
  type Polarity,
  type ReviewState,
} from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type DerivedRelationshipType, type Relationship } from '../../storage/relationships.ts';
import { readRowsOf, type RowsOf } from '../overlay/read-rows.ts';
import { type Derivation } from '../write/derived-state.ts';
import { sortDue } from '../../storage/order-keys.ts';
import { boundProperties, cypherPick, flattenWindow, unflattenTime, unflattenWindow } from '../../storage/times.ts';

type Properties = Readonly<Record<string, unknown>>;

interface ClaimRow {
  id: string;
  key: string;
  type: ClaimType;
  status: ClaimStatus;
  live: boolean;
  json: string[][];
  stored: Properties;
  tellers: [type: DerivedRelationshipType, id: string][];
}

export const CLAIMS_WITH_OUTCOMES: RowsOf<ClaimRow> = {
  statement: `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id}) USING INDEX SEEK c:Thing(id)
RETURN id, c.key AS key, c.type AS type, c.status AS status, c.live AS live, [(c)-[s:SUPPORTS]->() | s.values] AS json,
  c {.planOutcome, .dueFrom, .dueUntil, .dueExact, .dueGaps, .sortDue} AS stored,
  [(c)-[r:CONFIRMED_BY|CONTRADICTED_BY]->(o:Thing) | [type(r), o.id]] AS tellers`,
  walk: (claim) => [
    {
      ...(claim.pick(['key', 'type', 'status', 'live']) as Pick<ClaimRow, 'key' | 'type' | 'status' | 'live'>),
      id: claim.id,
      json: claim.out('SUPPORTS').map(({ properties }) => properties.values as string[]),
      stored: claim.pick(['planOutcome', 'dueFrom', 'dueUntil', 'dueExact', 'dueGaps', 'sortDue']),
      tellers: claim
        .out('CONFIRMED_BY', 'CONTRADICTED_BY')
        .map(({ type, to }) => [type as DerivedRelationshipType, to.id]),
    },
  ],
};

interface PlanRow {
  id: string;
  polarity: Polarity;
  reliabilityRank: number | null;
  time: Properties;
  supports: { node: Properties; json: string[] }[];
  related: {
    claim: string;
    type: ClaimRelationType;
    isFrom: boolean;
    status: ClaimStatus;
    reviewState: ReviewState;
    reviewed: boolean;
    reliabilityRank: number | null;
    polarity: Polarity;
    slot: string | null;
    json: string[][];
  }[];
  events: {
    status: EventStatus;
    time: Properties;
    json: string[][];
    around: EventStatus[];
    cancelling: [claim: string, json: string[]][];
  }[];
}

const WINDOW = '.timeFrom, .timeUntil, .timeExact, .timeGaps';
const START = cypherPick(boundProperties('start'));

/** The values of SUPPORTS are JSON. */
const PLANS = `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id}) USING INDEX SEEK c:Thing(id)
RETURN id, c.polarity AS polarity, c.reliabilityRank AS reliabilityRank, c {${WINDOW}} AS time,
  [(c)-[s:SUPPORTS]->(t) | {node: t {${WINDOW}, ${START}}, json: s.values}] AS supports,
  [(c)-[r:RELATES_TO]-(o:Claim) WHERE o.live | {
    claim: o.id, type: r.type, isFrom: startNode(r) = o, slot: r.slot, status: o.status, polarity: o.polarity,
    reviewState: o.reviewState, reviewed: coalesce(o.reviewed, false), reliabilityRank: o.reliabilityRank,
    json: [(c)-[:SUPPORTS]->()<-[s:SUPPORTS]-(o) | s.values]
  }] AS related,
  COLLECT {
    MATCH (c)-[:SUPPORTS]->()-[:IN_EVENT*0..1]->(e:Event)
    WITH DISTINCT c, e
    RETURN {
      status: e.status, time: e {${WINDOW}}, json: [(c)-[s:SUPPORTS]->(e) | s.values],
      around: [(e)-[:PART_OF*1..]->(x) | x.status],
      cancelling: [(e)-[:PART_OF*0..]->({status: '${EventStatus.CANCELLED}'})<-[s:SUPPORTS]-(o:Claim) WHERE o.live | [o.id, s.values]]
    }
  } AS events`;

/** The outcome and due window of each claim that is a plan; other claims have neither. */
export async function derivePlanOutcomes(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await readRowsOf(tx, ids, CLAIMS_WITH_OUTCOMES);
  const plans = rows.filter((row) => tellsOfPlan(row, row.json.flat().map(parseJson))).map(({ id }) => id);
  const planRows = plans.length === 0 ? [] : await tx.run<PlanRow>(PLANS, { ids: plans });
  const evidenceById = new Map(planRows.map((row) => [row.id, toPlanEvidence(row)]));
  return rows.map(({ id, key, stored, tellers }): Derivation => {
    const plan = evidenceById.get(id);
    return {
      id,
      key,
      type: 'Claim',
      stored: {
        properties: stored,
        relationships: tellers.map(([type, to]) => decidingRelationship(type, id, to)),
        ...NOTHING_ELSE,
      },
      derived: plan ? outcomeState(id, key, plan) : { properties: NO_PLAN, relationships: [], ...NOTHING_ELSE },
      state: null,
    };
  });
}

const NOTHING_ELSE = { externalIds: [], conflicts: [] };
const NOT_DUE = { dueFrom: null, dueUntil: null, dueExact: null, dueGaps: null };
const NO_PLAN = { planOutcome: null, ...NOT_DUE, sortDue: null };

const decidingRelationship = (
  type: DerivedRelationshipType,
  from: string,
  to: string,
): Relationship<DerivedRelationshipType> => ({ type, from, to, properties: {} });

function outcomeState(id: string, key: string, plan: PlanEvidence): Derivation['derived'] {
  const { outcome, confirming, contradicting } = derivePlanOutcome(plan);
  const due = dueWindow(plan);
  return {
    properties: {
      planOutcome: outcome,
      ...(due ? flattenWindow('due', due) : NOT_DUE),
      sortDue: sortDue(due?.until, key),
    },
    relationships: [
      ...confirming.map((claim) => decidingRelationship('CONFIRMED_BY', id, claim)),
      ...contradicting.map((claim) => decidingRelationship('CONTRADICTED_BY', id, claim)),
    ],
    ...NOTHING_ELSE,
  };
}

function toPlanEvidence({ polarity, reliabilityRank, time, supports, related, events }: PlanRow): PlanEvidence {
  return {
    isUnreliable: reliabilityRank === UNRELIABLE_RANK,
    isCancellation: isCancellation(
      polarity,
      supports.flatMap(({ json }) => json.map(parseJson)),
    ),
    time: storedWindow(time)!,
    supported: supports.flatMap(({ node }) => storedWindow(node) ?? startWindow(node)),
    related: related.map(({ claim, type, isFrom, status, slot, reviewState, reviewed, ...claimed }) => ({
      isUnreliable: claimed.reliabilityRank === UNRELIABLE_RANK,
      claim,
      type,
      isFrom,
      status,
      callsOff: isCancellation(claimed.polarity, claimed.json.flat().map(parseJson)),
      field: slot === null ? null : fieldOfSlot(slot),
      reviewRank: reviewRank({ reviewState, reviewed }),
    })),
    events: events.map(toPlannedEvent),
  };
}

const toPlannedEvent = ({ status, time, json, around, cancelling }: PlanRow['events'][number]): PlannedEvent => ({
  status,
  time: storedWindow(time)!,
  isPlanned: json.length > 0,
  enclosing: around,
  cancelling: cancelling
    .filter(([, values]) => values.map(parseJson).includes(EventStatus.CANCELLED))
    .map(([claim]) => claim),
});

/** A slot is a key and a field, or a type of claims that share no fact. */
const fieldOfSlot = (slot: string) => slot.slice(slot.indexOf('|') + 1);

const parseJson = (text: string): unknown => JSON.parse(text);

const storedWindow = (node: Properties): Window | null => unflattenWindow('time', node);

/** The window of the start of a tenure or membership. */
const startWindow = (fact: Properties): Window => windowOf(unflattenTime('start', fact));
