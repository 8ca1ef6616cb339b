import { sortKey } from '../../domain/identity.ts';
import { type PlanEvidence, type PlannedEvent, callsOff, dueOf, fateOf, isPlan } from '../../domain/plans.ts';
import { rankOfReview } from '../../domain/assertion.ts';
import { type Window, flatWindow, unflatTime, windowOf } from '../../domain/time.ts';
import {
  type ClaimRelationType,
  type ClaimStatus,
  EventStatus,
  type Polarity,
  type ReviewState,
} from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type DerivedLink, type Link } from '../links.ts';
import { type Derivation } from './shape.ts';

type Properties = Readonly<Record<string, unknown>>;

interface ClaimRow {
  id: string;
  key: string;
  status: ClaimStatus;
  live: boolean;
  stored: Properties;
  tellers: [type: DerivedLink, id: string][];
}

const CLAIMS = `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id}) USING INDEX SEEK c:Thing(id)
RETURN id, c.key AS key, c.status AS status, c.live AS live,
  c {.planOutcome, .dueFrom, .dueUntil, .dueExact, .sortDue} AS stored,
  [(c)-[r:CONFIRMED_BY|CONTRADICTED_BY]->(o:Thing) | [type(r), o.id]] AS tellers`;

interface PlanRow {
  id: string;
  polarity: Polarity;
  time: Properties;
  supports: { thing: Properties; json: string[] }[];
  related: {
    claim: string;
    type: ClaimRelationType;
    isFrom: boolean;
    status: ClaimStatus;
    reviewState: ReviewState;
    reviewed: boolean;
    polarity: Polarity;
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

const WINDOW = '.timeFrom, .timeUntil, .timeExact';
const START = '.startEdtf, .startPrecision, .startStartEarliest, .startStartLatest, .startEndEarliest, .startEndLatest';

/** What a claim says of a thing are the JSON texts on SUPPORTS. */
const PLANS = `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id}) USING INDEX SEEK c:Thing(id)
RETURN id, c.polarity AS polarity, c {${WINDOW}} AS time,
  [(c)-[s:SUPPORTS]->(t) | {thing: t {${WINDOW}, ${START}}, json: s.values}] AS supports,
  [(c)-[r:RELATES_TO]-(o:Claim) WHERE o.live | {
    claim: o.id, type: r.type, isFrom: startNode(r) = o, status: o.status, polarity: o.polarity,
    reviewState: o.reviewState, reviewed: coalesce(o.reviewed, false),
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

/** What became of each claim that tells of a plan, and when it is due; of all other claims, that they have none of it. */
export async function planDerivations(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await tx.run<ClaimRow>(CLAIMS, { ids });
  const plans = rows.filter(({ live, status }) => live && isPlan(status)).map(({ id }) => id);
  const found = plans.length === 0 ? [] : await tx.run<PlanRow>(PLANS, { ids: plans });
  const evidence = new Map(found.map((row) => [row.id, evidenceOf(row)]));
  return rows.map(({ id, key, stored, tellers }): Derivation => {
    const plan = evidence.get(id);
    return {
      id,
      key,
      type: 'Claim',
      stored: { properties: stored, links: tellers.map(([type, to]) => teller(type, id, to)), ...NOTHING_ELSE },
      derived: plan ? shapeOf(id, key, plan) : { properties: NO_PLAN, links: [], ...NOTHING_ELSE },
      state: null,
    };
  });
}

const NOTHING_ELSE = { externalIds: [], conflicts: [] };
const NOT_DUE = { dueFrom: null, dueUntil: null, dueExact: null };
const NO_PLAN = { planOutcome: null, ...NOT_DUE, sortDue: null };

const teller = (type: DerivedLink, from: string, to: string): Link<DerivedLink> => ({ type, from, to, properties: {} });

function shapeOf(id: string, key: string, plan: PlanEvidence): Derivation['derived'] {
  const { outcome, confirming, contradicting } = fateOf(plan);
  const due = dueOf(plan);
  return {
    properties: {
      planOutcome: outcome,
      ...(due ? flatWindow('due', due) : NOT_DUE),
      sortDue: `${due?.until ?? '~'}|${sortKey(key)}`,
    },
    links: [
      ...confirming.map((claim) => teller('CONFIRMED_BY', id, claim)),
      ...contradicting.map((claim) => teller('CONTRADICTED_BY', id, claim)),
    ],
    ...NOTHING_ELSE,
  };
}

function evidenceOf({ polarity, time, supports, related, events }: PlanRow): PlanEvidence {
  return {
    isCalledOff: callsOff(
      polarity,
      supports.flatMap(({ json }) => json.map(parsed)),
    ),
    time: storedWindow(time)!,
    supported: supports.flatMap(({ thing }) => storedWindow(thing) ?? startOf(thing)),
    related: related.map(({ claim, type, isFrom, status, reviewState, reviewed, ...said }) => ({
      claim,
      type,
      isFrom,
      status,
      callsOff: callsOff(said.polarity, said.json.flat().map(parsed)),
      reviewRank: rankOfReview({ reviewState, reviewed }),
    })),
    events: events.map(eventOf),
  };
}

const eventOf = ({ status, time, json, around, cancelling }: PlanRow['events'][number]): PlannedEvent => ({
  status,
  time: storedWindow(time)!,
  putOffByPlan: json.flat().map(parsed).includes(EventStatus.POSTPONED),
  around,
  cancelling: cancelling
    .filter(([, values]) => values.map(parsed).includes(EventStatus.CANCELLED))
    .map(([claim]) => claim),
});

const parsed = (text: string): unknown => JSON.parse(text);

/** Null for what has no such time. */
function storedWindow({ timeFrom, timeUntil, timeExact }: Properties): Window | null {
  return typeof timeFrom === 'string'
    ? { from: timeFrom, until: timeUntil as string, exact: timeExact as boolean }
    : null;
}

/** When a tenure or a membership begins. */
const startOf = (fact: Properties): Window => windowOf(unflatTime('start', fact));
