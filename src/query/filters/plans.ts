import { CALLED_OFF } from '../../domain/plans.ts';
import {
  ClaimRelationType,
  ClaimStatus,
  EventStatus,
  PlanResult,
  Polarity,
} from '../../domain/vocabulary.generated.ts';
import { type Use } from '../statement/selection.ts';
import { type Filter, filter } from './condition.ts';
import { textOf } from './overdue.ts';
import { always, windowTest } from './tests.ts';

/**
 * What became of a plan, as expressions over its claim. They are Cypher and not part of src/domain because plans are found
 * by them, a page at a time.
 */

type Naming = Pick<Use, 'name'>;

const PLANNED = textOf([ClaimStatus.PLANNED, ClaimStatus.EXPECTED]);
const HAPPENED = textOf([ClaimStatus.OCCURRED, ClaimStatus.ONGOING]);
const { CONFIRMS_OUTCOME, CONTRADICTS, SUPERSEDES } = ClaimRelationType;

/** A live claim that something is planned or expected; the modality is PLANNED or EXPECTED where, and only where, the status is. */
export const isPlan = always('plan', (node) => `${node}.status IN ${PLANNED} AND ${node}.live`);

/** Clauses that bind the claims which tell that a plan came about, ending where ` WHERE` may follow. */
export function confirming(plan: string, claim: string, use: Naming): string {
  const relation = use.name();
  const way = `(${claim}:Claim)-[${relation}:RELATES_TO {type: '${CONFIRMS_OUTCOME}'}]->(${plan})`;
  return `MATCH ${way} WHERE ${claim}.live AND ${callsOff(claim, plan, use)} = ${isCalledOff(plan, use)} WITH *`;
}

/** Clauses that bind the claims of an outcome that a plan cannot hold together with. */
export function contradicting(plan: string, claim: string, use: Naming): string {
  const [relation, supports] = [use.name(), use.name()];
  const turnedOut =
    `MATCH (${claim}:Claim)-[${relation}:RELATES_TO]-(${plan}) WHERE ${claim}.live AND ` +
    `(${relation}.type = '${CONTRADICTS}' AND ${claim}.status IN ${HAPPENED} OR ` +
    `startNode(${relation}) = ${claim} AND ${relation}.type IN ['${CONFIRMS_OUTCOME}', '${SUPERSEDES}'] AND ` +
    `${callsOff(claim, plan, use)} <> ${isCalledOff(plan, use)}) RETURN ${claim}`;
  const cancelled =
    `MATCH (${plan})${EVENTS}-[:PART_OF*0..]->({status: '${EventStatus.CANCELLED}'})<-[${supports}:SUPPORTS]-(${claim}:Claim) ` +
    `WHERE ${claim}.live AND '"${EventStatus.CANCELLED}"' IN ${supports}.values AND NOT ${isCalledOff(plan, use)} RETURN ${claim}`;
  return `CALL (${plan}) { ${turnedOut} UNION ${cancelled} } WITH *`;
}

/**
 * What became of a plan; schema/plan.graphql says which comes first. What is needed for it is gathered once: how live claims
 * stand to the plan, the statuses of the events it is for and of those around them, and when it is due.
 */
export function outcome(plan: string, use: Naming & Pick<Use, 'today'>): string {
  const [off, told, events, due, one] = [use.name(), use.name(), use.name(), use.name(), use.name()];
  const among = (claims: string) => `any(${one} IN ${told} WHERE ${claims})`;
  const [type, stands, calledOff, status] = [0, 1, 2, 3].map((index) => `${one}[${index}]`);
  const confirmed = among(`${stands} AND ${type} = '${CONFIRMS_OUTCOME}' AND ${calledOff} = ${off}`);
  const superseded = among(
    `${stands} AND ${type} = '${SUPERSEDES}' AND ${status} IN ${PLANNED} AND ${calledOff} = ${off}`,
  );
  const contradicted = among(
    `${type} = '${CONTRADICTS}' AND ${status} IN ${HAPPENED} OR ` +
      `${stands} AND ${type} IN ['${CONFIRMS_OUTCOME}', '${SUPERSEDES}'] AND ${calledOff} <> ${off}`,
  );
  const { CANCELLED, POSTPONED } = EventStatus;
  return (
    `head(COLLECT { WITH ${isCalledOff(plan, use)} AS ${off}, COLLECT { ${toldOf(plan, use)} } AS ${told}, ` +
    `COLLECT { ${eventsOf(plan, use)} } AS ${events}, ${dueOf(plan, use)} AS ${due} RETURN CASE ` +
    `WHEN ${superseded} AND (${contradicted} OR NOT ${confirmed}) THEN '${PlanResult.RESCHEDULED}' ` +
    `WHEN ${contradicted} OR NOT ${off} AND '${CANCELLED}' IN ${events} THEN '${PlanResult.CONTRADICTED}' ` +
    `WHEN ${confirmed} THEN '${PlanResult.CONFIRMED}' WHEN 'MOVED' IN ${events} THEN '${PlanResult.RESCHEDULED}' ` +
    `WHEN ${due}[1] < ${use.today()} AND NOT '${CANCELLED}' IN ${events} AND NOT '${POSTPONED}' IN ${events} ` +
    `THEN '${PlanResult.OVERDUE}' ELSE '${PlanResult.OPEN}' END })`
  );
}

/** Plans that became one of these, and those that are due in a window of days. */
export const planFilter: Filter = filter({
  due: windowTest((plan, use) => {
    const due = dueOf(plan, use);
    return { from: `${due}[0]`, until: `${due}[1]`, exact: `${due}[2]` };
  }),
  outcomes: (results: readonly PlanResult[]) => ({
    key: 'outcome',
    values: [results],
    where: (node, use) => `${outcome(node, use)} IN ${use.param(0)}`,
  }),
});

/** From a plan to the events that it supports, itself or by someone's part in them. */
const EVENTS = '-[:SUPPORTS]->()-[:IN_EVENT*0..1]->(:Event)';

/** How live claims stand to a plan: the relation, whether it is theirs, whether they call the plan off, their status. */
function toldOf(plan: string, use: Naming): string {
  const [claim, relation] = [use.name(), use.name()];
  return (
    `MATCH (${claim}:Claim)-[${relation}:RELATES_TO]-(${plan}) WHERE ${claim}.live RETURN [${relation}.type, ` +
    `startNode(${relation}) = ${claim}, ${callsOff(claim, plan, use)}, ${claim}.status]`
  );
}

/**
 * The statuses of the events that a plan is for, and of those around them. MOVED stands for one that was put off, or given a
 * day on which the plan does not lie, unless the plan is the one that says so.
 */
function eventsOf(plan: string, use: Naming): string {
  const [event, around, supports] = [use.name(), use.name(), use.name()];
  const { POSTPONED, RESCHEDULED } = EventStatus;
  const known = [plan, event].map((node) => `${node}.timeFrom <= ${node}.timeUntil`).join(' AND ');
  const apart = `(${plan}.timeUntil < ${event}.timeFrom OR ${plan}.timeFrom > ${event}.timeUntil)`;
  const saysSo = `any(${supports} IN [(${plan})-[${supports}:SUPPORTS]->(${event}) | ${supports}.values] WHERE '"${POSTPONED}"' IN ${supports})`;
  return (
    `MATCH (${plan})${EVENTS.replace(/:Event/, `${event}:Event`)}-[:PART_OF*0..]->(${around}) RETURN CASE ` +
    `WHEN ${around} = ${event} AND ${event}.status = '${POSTPONED}' AND NOT ${saysSo} THEN 'MOVED' ` +
    `WHEN ${around} = ${event} AND ${event}.status = '${RESCHEDULED}' AND ${known} AND ${apart} THEN 'MOVED' ` +
    `ELSE ${around}.status END`
  );
}

/** True where a claim says of what a plan is about that it did not, or will not, come about. */
function callsOff(claim: string, plan: string, use: Naming): string {
  const supports = use.name();
  const said = `[(${plan})-[:SUPPORTS]->()<-[${supports}:SUPPORTS]-(${claim}) | ${supports}.values]`;
  return `(${claim}.polarity = '${Polarity.NEGATIVE}' OR ${areOff(said, use)})`;
}

/** True where a plan is itself one not to do something. */
function isCalledOff(plan: string, use: Naming): string {
  const supports = use.name();
  const said = `[(${plan})-[${supports}:SUPPORTS]->() | ${supports}.values]`;
  return `(${plan}.polarity = '${Polarity.NEGATIVE}' OR ${areOff(said, use)})`;
}

function areOff(said: string, use: Naming): string {
  const [values, word] = [use.name(), use.name()];
  return `any(${values} IN ${said} WHERE any(${word} IN ${OFF} WHERE ${word} IN ${values}))`;
}

/** The words as values lie on SUPPORTS. */
const OFF = textOf(CALLED_OFF.map((word) => JSON.stringify(word)));

/**
 * When a plan is due, as a list: first day, last day, whether that is exact. It is the time of the claim, else of what it
 * supports, the last of several; null where neither is known.
 */
function dueOf(plan: string, use: Naming): string {
  const [fact, from, until] = [use.name(), use.name(), use.name()];
  const times =
    `MATCH (${plan})-[:SUPPORTS]->(${fact}) WITH ${fact}, coalesce(${fact}.timeFrom, ${fact}.startStartEarliest) AS ${from}, ` +
    `coalesce(${fact}.timeUntil, ${fact}.startEndLatest) AS ${until} WHERE ${from} <= ${until} ` +
    `RETURN [${from}, ${until}, coalesce(${fact}.timeExact, true)] ORDER BY ${until} DESC, ${from} DESC LIMIT 1`;
  return (
    `CASE WHEN ${plan}.timeFrom <= ${plan}.timeUntil THEN [${plan}.timeFrom, ${plan}.timeUntil, ${plan}.timeExact] ` +
    `ELSE head(COLLECT { ${times} }) END`
  );
}
