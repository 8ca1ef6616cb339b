import { type HoldingWindows, heldOn } from '../../../src/domain/time/holding-windows.ts';
import { type TimeMatch } from '../../../src/domain/vocabulary.generated.ts';
import { type Graph, type Index, type Thing, into, onlyTo, property, text, to } from './graph.ts';

/** Filters of the schema, as plain predicates over things in memory. */

type Given<T> = T | null | undefined;

export interface TimeFilter {
  from?: Given<string>;
  to?: Given<string>;
  match?: Given<string>;
}

/** Conditions of a filter, with others that must not, and sets of which one must be met. */
type Filter<Conditions> = Conditions & { not?: Given<Conditions>; anyOf?: Given<Conditions[]> };

/** Whether a thing meets a filter, by whether it meets conditions. */
function isLike<Conditions>(
  { not, anyOf, ...like }: Filter<Conditions>,
  meets: (like: Conditions) => boolean,
): boolean {
  return meets(like as Conditions) && !(not && meets(not)) && (!anyOf || anyOf.some(meets));
}

export type ClaimFilter = Filter<ClaimConditions>;
export type ParticipationFilter = Filter<ParticipationConditions>;
export type MeetingFilter = Filter<MeetingConditions> & { participation?: Given<ParticipationFilter> };
export type OfficialFilter = Filter<OfficialConditions>;

interface ClaimConditions {
  refs?: Given<string[]>;
  types?: Given<string[]>;
  statuses?: Given<string[]>;
  attributionKinds?: Given<string[]>;
  polarity?: Given<string>;
  reviewStates?: Given<string[]>;
  about?: Given<string>;
  document?: Given<string>;
  source?: Given<string>;
  modalities?: Given<string[]>;
  time?: Given<TimeFilter>;
  published?: Given<TimeFilter>;
  minReliability?: Given<string>;
  minIndependentSources?: Given<number>;
}

interface ParticipationConditions {
  actors?: Given<string[]>;
  onBehalfOf?: Given<string[]>;
  body?: Given<string>;
  roles?: Given<string[]>;
  statuses?: Given<string[]>;
  levels?: Given<string[]>;
  modes?: Given<string[]>;
  standings?: Given<string[]>;
  time?: Given<TimeFilter>;
  includeInferred?: Given<boolean>;
  onlyAnonymous?: Given<boolean>;
  minReliability?: Given<string>;
}

interface MeetingConditions {
  refs?: Given<string[]>;
  text?: Given<string>;
  actors?: Given<string[]>;
  kinds?: Given<string[]>;
  statuses?: Given<string[]>;
  modes?: Given<string[]>;
  standings?: Given<string[]>;
  body?: Given<string>;
  place?: Given<string>;
  country?: Given<string>;
  heldAt?: Given<string>;
  beginsIn?: Given<string[]>;
  topic?: Given<string>;
  time?: Given<TimeFilter>;
  participation?: Given<ParticipationConditions>;
  updatedSince?: Given<Date>;
  minReliability?: Given<string>;
  overdue?: Given<boolean>;
}

export interface StatementFilter {
  refs?: Given<string[]>;
  speakers?: Given<string[]>;
  onBehalfOf?: Given<string>;
  acts?: Given<string[]>;
  stances?: Given<string[]>;
  topic?: Given<string>;
  about?: Given<string>;
  addressee?: Given<string>;
  occasion?: Given<string>;
  time?: Given<TimeFilter>;
  text?: Given<string>;
}

interface OfficialConditions {
  country?: Given<string>;
  meetings?: Given<string[]>;
  metWith?: Given<string>;
  post?: Given<string>;
  levels?: Given<string[]>;
  portfolio?: Given<string>;
  on?: Given<string>;
  text?: Given<string>;
}

export interface PostFilter {
  country?: Given<string>;
  organization?: Given<string>;
  levels?: Given<string[]>;
  portfolio?: Given<string>;
  text?: Given<string>;
}

export interface TenureFilter {
  official?: Given<string>;
  post?: Given<string>;
  country?: Given<string>;
  statuses?: Given<string[]>;
  standings?: Given<string[]>;
  time?: Given<TimeFilter>;
}

/** Reliabilities, best first; what nobody could judge is better than what is known to be bad. */
const RELIABILITIES = [
  'RELIABLE',
  'USUALLY_RELIABLE',
  'FAIRLY_RELIABLE',
  'UNKNOWN',
  'NOT_USUALLY_RELIABLE',
  'UNRELIABLE',
];

const isGiven = <T>(value: Given<T>): value is T => value !== null && value !== undefined;

/** Whether a value is one of those given; anything is, where none are given. */
export function among(given: Given<readonly string[]>, value: unknown): boolean {
  return !isGiven(given) || given.includes(value as string);
}

/** Whether some of the things is one that is pointed at; anything will do, where nothing is pointed at. */
export function anyOf(
  graph: Graph,
  refs: Given<string | readonly string[]>,
  things: readonly (Thing | null)[],
): boolean {
  if (!isGiven(refs)) return true;
  const wanted = [refs].flat().map((ref) => graph.at(ref));
  return things.some((thing) => thing !== null && wanted.includes(thing));
}

/** Whether all that is pointed at is among the things. */
function allOf(graph: Graph, refs: Given<readonly string[]>, things: readonly Thing[]): boolean {
  return (refs ?? []).map((ref) => graph.at(ref)).every((thing) => thing !== null && things.includes(thing));
}

export function hasWords(graph: Graph, index: Index, words: Given<string>, thing: Thing): boolean {
  return !isGiven(words) || graph.withWords(index, words).has(thing);
}

/** Whether a time may lie, or surely lies, in a window (docs/graph.md, "Times"). */
export function inWindow(thing: Thing, prefix: string, window: Given<TimeFilter>): boolean {
  const { from, to: until, match } = window ?? {};
  if (!isGiven(from) && !isGiven(until)) return true;
  const [begin, end] = [text(thing, `${prefix}From`), text(thing, `${prefix}Until`)];
  if (match === 'CERTAINLY') {
    const isExact = property(thing, `${prefix}Exact`) === true;
    return isExact && (!isGiven(from) || begin >= from) && (!isGiven(until) || end <= until);
  }
  const gaps = (property(thing, `${prefix}Gaps`) ?? []) as string[];
  const isInGap =
    isGiven(from) && isGiven(until) && gaps.some((gap) => gap.slice(0, 10) <= from && gap.slice(11) >= until);
  return (!isGiven(from) || end >= from) && (!isGiven(until) || begin <= until) && !isInGap;
}

export const isVisible = (fact: Thing): boolean => property(fact, 'standing') !== 'WITHDRAWN';

/** Whether a tenure or membership was held on the day, where one is given. */
export function wasHeld(fact: Thing, on: Given<string>, match?: Given<string>): boolean {
  if (!isGiven(on)) return true;
  return heldOn(fact.properties as unknown as HoldingWindows, on, (match ?? 'POSSIBLY') as TimeMatch);
}

export const isClaimLike = (graph: Graph, filter: Given<ClaimFilter>, claim: Thing): boolean =>
  isLike(filter ?? { reviewStates: ['ACCEPTED', 'DISPUTED'] }, (like) => isSuchClaim(graph, like, claim));

/** Whether the best document of a claim is as reliable as that. */
function isReliable(claim: Thing, least: Given<string>): boolean {
  const ranks = to(claim, 'EVIDENCE').map((document) => RELIABILITIES.indexOf(text(document, 'reliability')));
  return !isGiven(least) || Math.min(...ranks) <= RELIABILITIES.indexOf(least);
}

/** Relationships from a claim to what it concerns. */
export const CONCERNING = ['SUBJECT', 'OBJECT', 'SUPPORTS', 'CONCERNS'];

function isSuchClaim(graph: Graph, like: ClaimConditions, claim: Thing): boolean {
  const { minReliability, minIndependentSources: least } = like;
  const documents = to(claim, 'EVIDENCE');
  return (
    anyOf(graph, like.refs, [claim]) &&
    among(like.types, property(claim, 'type')) &&
    among(like.statuses, property(claim, 'status')) &&
    among(like.attributionKinds, property(claim, 'attributionKind')) &&
    (!isGiven(like.polarity) || property(claim, 'polarity') === like.polarity) &&
    among(like.reviewStates, property(claim, 'reviewState')) &&
    anyOf(
      graph,
      like.about,
      CONCERNING.flatMap((type) => to(claim, type)),
    ) &&
    anyOf(graph, like.document, documents) &&
    anyOf(graph, like.source, to(claim, 'ATTRIBUTED_TO')) &&
    among(like.modalities, property(claim, 'modality')) &&
    inWindow(claim, 'time', like.time) &&
    inWindow(claim, 'published', like.published) &&
    isReliable(claim, minReliability) &&
    (!isGiven(least) || (property(claim, 'independentSources') as number) >= least)
  );
}

export const isParticipationLike = (graph: Graph, filter: Given<ParticipationFilter>, fact: Thing): boolean =>
  isLike(filter ?? { standings: ['ESTABLISHED', 'ALLEGED', 'DISPUTED'] }, (like) =>
    isSuchParticipation(graph, like, fact),
  );

const liveClaims = (thing: Thing): Thing[] =>
  into(thing, 'SUPPORTS').filter((claim) => ['ACCEPTED', 'DISPUTED'].includes(text(claim, 'reviewState')));

function restsOnAnonymousAlone(fact: Thing): boolean {
  const kinds = new Set(liveClaims(fact).map((claim) => text(claim, 'attributionKind')));
  return kinds.size > 0 && [...kinds].every((kind) => kind.startsWith('ANONYMOUS'));
}

function isSuchParticipation(graph: Graph, like: ParticipationConditions, fact: Thing): boolean {
  const { onlyAnonymous, minReliability } = like;
  return (
    (!isGiven(onlyAnonymous) || restsOnAnonymousAlone(fact) === onlyAnonymous) &&
    (!isGiven(minReliability) || liveClaims(fact).some((claim) => isReliable(claim, minReliability))) &&
    anyOf(graph, like.actors, to(fact, 'OF_ACTOR')) &&
    anyOf(graph, like.onBehalfOf, to(fact, 'ON_BEHALF_OF')) &&
    anyOf(
      graph,
      like.body,
      to(fact, 'IN_EVENT').map((meeting) => onlyTo(meeting, 'OF_BODY')),
    ) &&
    among(like.roles, property(fact, 'role')) &&
    among(like.statuses, property(fact, 'status')) &&
    among(like.levels, property(fact, 'level')) &&
    among(like.modes, property(fact, 'mode')) &&
    among(like.standings, property(fact, 'standing')) &&
    inWindow(fact, 'time', like.time) &&
    (like.includeInferred !== false || property(fact, 'inferred') === false)
  );
}

export function isMeetingLike(graph: Graph, filter: Given<MeetingFilter>, meeting: Thing): boolean {
  const { participation, ...others } = filter ?? {};
  return (
    (isGiven(others.standings) || isVisible(meeting)) &&
    (!participation || into(meeting, 'IN_EVENT').some((fact) => isParticipationLike(graph, participation, fact))) &&
    isLike(others as MeetingFilter, (like) => isSuchMeeting(graph, like, meeting))
  );
}

function isSuchMeeting(graph: Graph, like: MeetingConditions, meeting: Thing): boolean {
  const { participation, updatedSince, minReliability } = like;
  return (
    (!isGiven(minReliability) ||
      [meeting, ...presences(meeting)].flatMap(liveClaims).some((claim) => isReliable(claim, minReliability))) &&
    anyOf(graph, like.refs, [meeting]) &&
    hasWords(graph, 'entity_search', like.text, meeting) &&
    among(like.kinds, property(meeting, 'kind')) &&
    among(like.statuses, property(meeting, 'status')) &&
    among(like.modes, property(meeting, 'mode')) &&
    among(like.standings, property(meeting, 'standing')) &&
    allOf(graph, like.actors, presences(meeting).flatMap(whoIsThere)) &&
    anyOf(graph, like.body, to(meeting, 'OF_BODY')) &&
    anyOf(graph, like.place, to(meeting, 'HELD_AT').flatMap(withAllAround)) &&
    anyOf(graph, like.country, to(meeting, 'HELD_AT').flatMap(countryOf)) &&
    anyOf(graph, like.heldAt, to(meeting, 'HELD_AT')) &&
    (!isGiven(like.beginsIn) || like.beginsIn.some((start) => surelyBeginsIn(meeting, start))) &&
    anyOf(graph, like.topic, to(meeting, 'ABOUT_TOPIC')) &&
    inWindow(meeting, 'time', like.time) &&
    (!isGiven(like.overdue) || isOverdue(graph, meeting) === like.overdue) &&
    (!isGiven(updatedSince) || text(meeting, 'updatedAt') >= updatedSince.toISOString()) &&
    (!participation ||
      into(meeting, 'IN_EVENT').some(
        (fact) =>
          (isGiven(participation.standings) || isVisible(fact)) && isSuchParticipation(graph, participation, fact),
      ))
  );
}

/** The participations of those who surely were at the meeting. */
const presences = (meeting: Thing): Thing[] =>
  into(meeting, 'IN_EVENT').filter(
    (fact) =>
      text(fact, 'status') === 'ATTENDED' &&
      text(fact, 'standing') === 'ESTABLISHED' &&
      property(fact, 'inferred') === false,
  );

const countryOf = (venue: Thing): Thing[] => (venue.labels.has('Country') ? [venue] : to(venue, 'LOCATED_IN'));

function surelyBeginsIn(meeting: Thing, start: string): boolean {
  const days = ['timeStartEarliest', 'timeStartLatest'].map((name) => property(meeting, name) as string | null);
  return property(meeting, 'timeExact') === true && days.every((day) => day !== null && day.startsWith(start));
}

/** Who is there by a participation: the actor, and on whose behalf. */
const whoIsThere = (fact: Thing): Thing[] => [...to(fact, 'OF_ACTOR'), ...to(fact, 'ON_BEHALF_OF')];

/** Whether a meeting still waits for an outcome though its last possible day is past. */
export function isOverdue(graph: Graph, meeting: Thing): boolean {
  const [from, until] = [text(meeting, 'timeFrom'), text(meeting, 'timeUntil')];
  return (
    ['PROPOSED', 'SCHEDULED', 'RESCHEDULED'].includes(text(meeting, 'status')) &&
    isVisible(meeting) &&
    from <= until &&
    until < graph.today &&
    !allAbove(meeting).some((whole) => property(whole, 'status') === 'CANCELLED')
  );
}

function allAbove(event: Thing): Thing[] {
  return to(event, 'PART_OF').flatMap((whole) => [whole, ...allAbove(whole)]);
}

function withAllAround(place: Thing): Thing[] {
  return [place, ...[...to(place, 'WITHIN'), ...to(place, 'LOCATED_IN')].flatMap(withAllAround)];
}

export function isStatementLike(graph: Graph, filter: Given<StatementFilter>, statement: Thing): boolean {
  const like = filter ?? {};
  const [topics, addressees, occasions] = [
    to(statement, 'ABOUT_TOPIC'),
    to(statement, 'ADDRESSED_TO'),
    to(statement, 'ON_OCCASION'),
  ];
  return (
    isVisible(statement) &&
    anyOf(graph, like.refs, [statement]) &&
    anyOf(graph, like.speakers, to(statement, 'MADE_BY')) &&
    anyOf(
      graph,
      like.onBehalfOf,
      to(statement, 'AS_POST').flatMap((post) => to(post, 'POST_OF')),
    ) &&
    among(like.acts, property(statement, 'act')) &&
    among(like.stances, property(statement, 'stance')) &&
    anyOf(graph, like.topic, topics) &&
    anyOf(graph, like.addressee, addressees) &&
    anyOf(graph, like.occasion, occasions) &&
    anyOf(graph, like.about, [...topics, ...addressees, ...occasions]) &&
    inWindow(statement, 'time', like.time) &&
    hasWords(graph, 'statement_search', like.text, statement)
  );
}

export const isOfficialLike = (graph: Graph, filter: Given<OfficialFilter>, official: Thing): boolean =>
  isLike(filter ?? {}, (like) => isSuchOfficial(graph, like, official));

function isSuchOfficial(graph: Graph, like: OfficialConditions, official: Thing): boolean {
  const { country, text: words, meetings, metWith, post, levels, portfolio, on } = like;
  const meetingsOf = into(official, 'OF_ACTOR')
    .flatMap((fact) => to(fact, 'IN_EVENT'))
    .filter((meeting) => presences(meeting).some((fact) => to(fact, 'OF_ACTOR').includes(official)));
  const met = meetingsOf
    .flatMap(presences)
    .filter((fact) => !to(fact, 'OF_ACTOR').includes(official))
    .flatMap(whoIsThere);
  const asksForPost = [post, levels, portfolio, on].some(isGiven);
  const held = into(official, 'HELD_BY').filter((tenure) => {
    const seat = onlyTo(tenure, 'OF_POST')!;
    return (
      isVisible(tenure) &&
      !['NOMINATED', 'NOT_TAKEN_UP'].includes(text(tenure, 'status')) &&
      anyOf(graph, post, [seat]) &&
      among(levels, property(seat, 'level')) &&
      (!isGiven(portfolio) || property(seat, 'portfolio') === portfolio) &&
      wasHeld(tenure, on)
    );
  });
  return (
    anyOf(graph, country, to(official, 'SERVES')) &&
    hasWords(graph, 'entity_search', words, official) &&
    allOf(graph, meetings, meetingsOf) &&
    anyOf(graph, metWith, met) &&
    (!asksForPost || held.length > 0)
  );
}

export function isPostLike(graph: Graph, filter: Given<PostFilter>, post: Thing): boolean {
  const { country, organization, levels, portfolio, text: words } = filter ?? {};
  return (
    anyOf(graph, country, [onlyTo(post, 'POST_OF', 'Country')]) &&
    anyOf(graph, organization, [onlyTo(post, 'POST_OF', 'Organization')]) &&
    among(levels, property(post, 'level')) &&
    (!isGiven(portfolio) || property(post, 'portfolio') === portfolio) &&
    hasWords(graph, 'entity_search', words, post)
  );
}

export function isTenureLike(graph: Graph, filter: Given<TenureFilter>, tenure: Thing): boolean {
  const { official, post, country, statuses, standings, time } = filter ?? {
    standings: ['ESTABLISHED', 'ALLEGED', 'DISPUTED'],
  };
  const seat = onlyTo(tenure, 'OF_POST')!;
  const held = time?.match === 'CERTAINLY' ? 'certain' : 'possible';
  return (
    anyOf(graph, official, [onlyTo(tenure, 'HELD_BY')]) &&
    anyOf(graph, post, [seat]) &&
    anyOf(graph, country, [onlyTo(seat, 'POST_OF', 'Country')]) &&
    among(statuses, property(tenure, 'status')) &&
    among(standings, property(tenure, 'standing')) &&
    (!isGiven(time?.from) || text(tenure, `${held}Until`) >= time.from) &&
    (!isGiven(time?.to) || text(tenure, `${held}From`) <= time.to)
  );
}
