import { type Presence, wasThere } from '../../../domain/claims/acting.ts';
import { reliabilityRank } from '../../../domain/claims/claim.ts';
import { hasEveryWord } from '../../../domain/names/search-query.ts';
import { heldOn } from '../../../domain/time/holding-windows.ts';
import { AWAITING_OUTCOME } from '../../../domain/claims/plan-outcome.ts';
import { type DayRange, certainly, isDated, possibly } from '../../../domain/time/time.ts';
import { type EventStatus, type Reliability, TimeMatch } from '../../../domain/vocabulary.generated.ts';
import { ANONYMOUS_KINDS } from '../../filters/evidence.ts';
import { claimFilter, participationFilter } from '../../filters/filters.ts';
import { type AsOfGraph } from '../graph/graph.ts';
import { type AsOfNode } from '../graph/node.ts';
import { holdingOf } from './holdings.ts';
import {
  certainStart,
  getProperty,
  getString,
  getWindow,
  isNotWithdrawn,
  reliabilityRankOf,
  venueCountries,
} from '../graph/values.ts';

/** The filters of the schema as predicates over nodes as of an instant: the same rules as in src/query/filters, in memory. */

type Maybe<T> = T | null | undefined;
type Refs = Maybe<string | readonly string[]>;
type StringList = Maybe<readonly string[]>;
type TimeFilter = DayRange & { match?: TimeMatch | null };

/** The value of an input object of the schema. */
export type FilterInput = Maybe<Readonly<Record<string, unknown>>>;

const isGiven = <T>(value: Maybe<T>): value is T => value !== null && value !== undefined;

/** Whether a value is in a list; true if there is no list. */
export const isIn = (given: unknown, value: unknown): boolean =>
  !isGiven(given as StringList) || (given as readonly string[]).includes(value as string);

const isEqual = (given: unknown, value: unknown): boolean => !isGiven(given) || given === value;

/** Whether one of the nodes is among those referred to; true if there are no references. */
export function includesRef(graph: AsOfGraph, refs: unknown, nodes: () => readonly AsOfNode[]): boolean {
  if (!isGiven(refs as Refs)) return true;
  const referenced = graph.map([refs as string | string[]].flat(), (ref) => graph.nodeByRef(ref));
  return nodes().some((node) => referenced.includes(node));
}

function matchesText(query: unknown, node: AsOfNode): boolean {
  return !isGiven(query as Maybe<string>) || hasEveryWord(query as string, getString(node, 'searchTokens'));
}

function isInWindow(graph: AsOfGraph, node: AsOfNode, prefix: 'time' | 'published', window: unknown): boolean {
  const days = (window ?? {}) as TimeFilter;
  if (!isGiven(days.from) && !isGiven(days.to)) return true;
  const nodeWindow = getWindow(graph, node, prefix);
  return days.match === TimeMatch.CERTAINLY ? certainly(nodeWindow, days) : possibly(nodeWindow, days);
}

/** Whether a tenure or membership was held on the day; true if there is none. */
export function isHeldOn(graph: AsOfGraph, fact: AsOfNode, on: unknown, match?: unknown): boolean {
  if (!isGiven(on as Maybe<string>)) return true;
  return heldOn(holdingOf(graph, fact), on as string, (match as Maybe<TimeMatch>) ?? TimeMatch.POSSIBLY);
}

type Conditions = NonNullable<FilterInput>;
type Meets = (graph: AsOfGraph, conditions: Conditions, node: AsOfNode) => boolean;

/** Conditions with `not` and `anyOf` beside them. */
const withAlternatives =
  (meets: Meets): Meets =>
  (graph, { not, anyOf, ...conditions }, node) =>
    meets(graph, conditions, node) &&
    !(isGiven(not) && meets(graph, not as Conditions, node)) &&
    (!isGiven(anyOf) || (anyOf as Conditions[]).some((each) => meets(graph, each, node)));

export const matchesClaimFilter = (graph: AsOfGraph, filter: FilterInput, claim: AsOfNode): boolean =>
  withAlternatives(meetsClaimConditions)(graph, filter ?? claimFilter.defaults, claim);

function meetsClaimConditions(graph: AsOfGraph, input: Conditions, claim: AsOfNode): boolean {
  return (
    includesRef(graph, input.refs, () => [claim]) &&
    isIn(input.types, getProperty(claim, 'type')) &&
    isIn(input.statuses, getProperty(claim, 'status')) &&
    isIn(input.attributionKinds, getProperty(claim, 'attributionKind')) &&
    isEqual(input.polarity, getProperty(claim, 'polarity')) &&
    isIn(input.reviewStates, getProperty(claim, 'reviewState')) &&
    isIn(input.modalities, getProperty(claim, 'modality')) &&
    includesRef(graph, input.about, () => nodesConcernedBy(graph, claim)) &&
    includesRef(graph, input.document, () => graph.outgoing(claim, 'EVIDENCE')) &&
    includesRef(graph, input.source, () => graph.outgoing(claim, 'ATTRIBUTED_TO')) &&
    isInWindow(graph, claim, 'time', input.time) &&
    isInWindow(graph, claim, 'published', input.published) &&
    (!isGiven(input.minReliability) ||
      reliabilityRankOf(graph, claim) <= reliabilityRank(input.minReliability as Reliability)) &&
    (!isGiven(input.minIndependentSources) ||
      (getProperty(claim, 'independentSources') as number) >= (input.minIndependentSources as number))
  );
}

/** The relationships from a fact to what it is about. */
const FACT_ENDPOINTS = ['OF_ACTOR', 'IN_EVENT', 'HELD_BY', 'OF_POST', 'OF_MEMBER', 'IN_ORGANIZATION', 'MADE_BY'];

/** What a claim concerns: its subject, its objects, what it supports, and the endpoints of the facts it supports (`CONCERNS`). */
export function nodesConcernedBy(graph: AsOfGraph, claim: AsOfNode): AsOfNode[] {
  const [near, supported] = graph.map([['SUBJECT', 'OBJECT', 'SUPPORTS'], ['SUPPORTS']], (types) =>
    graph.map(types, (type) => graph.outgoing(claim, type)).flat(),
  );
  const facts = supported!.filter(({ labels }) => labels.has('Fact'));
  const endpoints = graph.map(facts, (fact) => graph.map(FACT_ENDPOINTS, (type) => graph.outgoing(fact, type)).flat());
  return [...new Set([...near!, ...endpoints.flat()])];
}

export const matchesParticipationFilter = (graph: AsOfGraph, filter: FilterInput, fact: AsOfNode): boolean =>
  withAlternatives(meetsParticipationConditions)(graph, filter ?? participationFilter.defaults, fact);

function meetsParticipationConditions(graph: AsOfGraph, input: Conditions, fact: AsOfNode): boolean {
  return (
    isIn(input.roles, getProperty(fact, 'role')) &&
    isIn(input.statuses, getProperty(fact, 'status')) &&
    isIn(input.levels, getProperty(fact, 'level')) &&
    isIn(input.modes, getProperty(fact, 'mode')) &&
    isIn(input.standings, getProperty(fact, 'standing')) &&
    (input.includeInferred !== false || getProperty(fact, 'inferred') === false) &&
    includesRef(graph, input.actors, () => graph.outgoing(fact, 'OF_ACTOR')) &&
    includesRef(graph, input.onBehalfOf, () => graph.outgoing(fact, 'ON_BEHALF_OF')) &&
    includesRef(graph, input.body, () =>
      graph.outgoing(fact, 'IN_EVENT').flatMap((meeting) => graph.outgoing(meeting, 'OF_BODY')),
    ) &&
    isInWindow(graph, fact, 'time', input.time) &&
    (!isGiven(input.onlyAnonymous) || isOnlyAnonymous(graph, fact) === input.onlyAnonymous) &&
    (!isGiven(input.minReliability) || hasReliableClaim(graph, fact, input.minReliability as Reliability))
  );
}

const liveClaimsOf = (graph: AsOfGraph, node: AsOfNode): AsOfNode[] =>
  graph.incoming(node, 'SUPPORTS').filter((claim) => getProperty(claim, 'live') === true);

/** Whether nobody who is named stands behind it. */
function isOnlyAnonymous(graph: AsOfGraph, fact: AsOfNode): boolean {
  const claims = liveClaimsOf(graph, fact);
  return claims.length > 0 && claims.every((claim) => ANONYMOUS_KINDS.includes(getString(claim, 'attributionKind')));
}

const hasReliableClaim = (graph: AsOfGraph, node: AsOfNode, least: Reliability): boolean =>
  graph.filter(liveClaimsOf(graph, node), (claim) => reliabilityRankOf(graph, claim) <= reliabilityRank(least)).length >
  0;

export function matchesMeetingFilter(graph: AsOfGraph, filter: FilterInput, meeting: AsOfNode): boolean {
  const { participation, ...others } = filter ?? {};
  return (
    (isGiven(others.standings) || isNotWithdrawn(meeting)) &&
    (!isGiven(participation) ||
      graph.filter(graph.incoming(meeting, 'IN_EVENT'), (fact) =>
        matchesParticipationFilter(graph, participation as FilterInput, fact),
      ).length > 0) &&
    withAlternatives(meetsMeetingConditions)(graph, others, meeting)
  );
}

function meetsMeetingConditions(graph: AsOfGraph, input: Conditions, meeting: AsOfNode): boolean {
  const { participation, updatedSince } = input as { participation?: FilterInput; updatedSince?: Date | null };
  return (
    isIn(input.kinds, getProperty(meeting, 'kind')) &&
    isIn(input.statuses, getProperty(meeting, 'status')) &&
    isIn(input.modes, getProperty(meeting, 'mode')) &&
    isIn(input.standings, getProperty(meeting, 'standing')) &&
    matchesText(input.text, meeting) &&
    isInWindow(graph, meeting, 'time', input.time) &&
    (!isGiven(updatedSince) || getString(meeting, 'updatedAt') >= updatedSince.toISOString()) &&
    includesRef(graph, input.refs, () => [meeting]) &&
    includesRef(graph, input.body, () => graph.outgoing(meeting, 'OF_BODY')) &&
    includesRef(graph, input.place, () =>
      graph.outgoing(meeting, 'HELD_AT').flatMap((place) => enclosingPlaces(graph, place)),
    ) &&
    includesRef(graph, input.country, () => venueCountries(graph, meeting)) &&
    includesRef(graph, input.heldAt, () => graph.outgoing(meeting, 'HELD_AT')) &&
    beginsIn(graph, input.beginsIn as StringList, meeting) &&
    includesRef(graph, input.topic, () => graph.outgoing(meeting, 'ABOUT_TOPIC')) &&
    tookPart(graph, input.actors, meeting) &&
    (!isGiven(input.overdue) || isOverdue(graph, meeting) === input.overdue) &&
    (!isGiven(participation) ||
      graph.filter(
        graph.incoming(meeting, 'IN_EVENT'),
        (fact) =>
          (isGiven(participation.standings) || isNotWithdrawn(fact)) &&
          meetsParticipationConditions(graph, participation, fact),
      ).length > 0) &&
    (!isGiven(input.minReliability) ||
      graph
        .map([[meeting], presences(graph, meeting)], (of) =>
          graph.filter(of, (node) => hasReliableClaim(graph, node, input.minReliability as Reliability)),
        )
        .flat().length > 0)
  );
}

/** Whether it surely begins in one of these years or months; true if there are none. */
const beginsIn = (graph: AsOfGraph, starts: StringList, meeting: AsOfNode): boolean =>
  !isGiven(starts) || starts.some((start) => certainStart(graph, meeting, start.length) === start);

/** The participations of those who were there. */
const presences = (graph: AsOfGraph, meeting: AsOfNode): AsOfNode[] =>
  graph.incoming(meeting, 'IN_EVENT').filter(({ properties }) => wasThere(properties as unknown as Presence));

/** Whether each of these took part in the meeting, itself or by somebody on its behalf; true if none are given. */
function tookPart(graph: AsOfGraph, actors: unknown, meeting: AsOfNode): boolean {
  if (!isGiven(actors as Refs)) return true;
  const present = presences(graph, meeting);
  const here = graph.map(['OF_ACTOR', 'ON_BEHALF_OF'], (type) =>
    graph.map(present, (fact) => graph.outgoing(fact, type)).flat(),
  );
  const wanted = graph.map(actors as readonly string[], (ref) => graph.nodeByRef(ref));
  return wanted.every((actor) => actor !== null && here.flat().includes(actor));
}

/** Whether a meeting still awaited an outcome after its last possible day. */
export function isOverdue(graph: AsOfGraph, meeting: AsOfNode): boolean {
  const window = getWindow(graph, meeting, 'time');
  return (
    AWAITING_OUTCOME.includes(getString(meeting, 'status') as EventStatus) &&
    isNotWithdrawn(meeting) &&
    isDated(window) &&
    window.until < graph.today &&
    !ancestors(graph, meeting).some((parent) => getProperty(parent, 'status') === 'CANCELLED')
  );
}

function ancestors(graph: AsOfGraph, event: AsOfNode): AsOfNode[] {
  return graph.outgoing(event, 'PART_OF').flatMap((parent) => [parent, ...ancestors(graph, parent)]);
}

function enclosingPlaces(graph: AsOfGraph, place: AsOfNode): AsOfNode[] {
  return [
    place,
    ...['WITHIN', 'LOCATED_IN']
      .flatMap((type) => graph.outgoing(place, type))
      .flatMap((outer) => enclosingPlaces(graph, outer)),
  ];
}

export function matchesStatementFilter(graph: AsOfGraph, filter: FilterInput, statement: AsOfNode): boolean {
  const input = filter ?? {};
  const connectedTo = (refs: unknown, ...types: string[]) =>
    includesRef(graph, refs, () => graph.map(types, (type) => graph.outgoing(statement, type)).flat());
  return (
    isNotWithdrawn(statement) &&
    includesRef(graph, input.refs, () => [statement]) &&
    isIn(input.acts, getProperty(statement, 'act')) &&
    isIn(input.stances, getProperty(statement, 'stance')) &&
    matchesText(input.text, statement) &&
    isInWindow(graph, statement, 'time', input.time) &&
    connectedTo(input.speakers, 'MADE_BY') &&
    connectedTo(input.topic, 'ABOUT_TOPIC') &&
    connectedTo(input.addressee, 'ADDRESSED_TO') &&
    connectedTo(input.occasion, 'ON_OCCASION') &&
    connectedTo(input.about, 'ABOUT_TOPIC', 'ADDRESSED_TO', 'ON_OCCASION') &&
    includesRef(graph, input.onBehalfOf, () =>
      graph.outgoing(statement, 'AS_POST').flatMap((post) => graph.outgoing(post, 'POST_OF')),
    )
  );
}
