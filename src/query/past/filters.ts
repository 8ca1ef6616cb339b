import { reliabilityRank } from '../../domain/claim.ts';
import { hasEveryWord } from '../../domain/search.ts';
import { type HoldingWindows, heldOn } from '../../domain/tenure.ts';
import { AWAITING_OUTCOME } from '../../domain/plans.ts';
import { type Days, certainly, isDated, possibly } from '../../domain/time.ts';
import { type EventStatus, type Reliability, TimeMatch } from '../../domain/vocabulary.generated.ts';
import { claimFilter, participationFilter } from '../filters/filters.ts';
import { type Past } from './past.ts';
import { type PastThing } from './thing.ts';
import { isVisible, property, reliabilityOf, text, windowIn } from './values.ts';

/** The filters of the schema as predicates over things as they were. */

type Given<T> = T | null | undefined;
type Refs = Given<string | readonly string[]>;
type Words = Given<readonly string[]>;
type TimeFilter = Days & { match?: TimeMatch | null };

/** An input object of the schema: what it holds is looked at by name. */
export type Like = Given<Readonly<Record<string, unknown>>>;

const isGiven = <T>(value: Given<T>): value is T => value !== null && value !== undefined;

/** Whether a value is one of those given; anything is, where none are given. */
export const among = (given: unknown, value: unknown): boolean =>
  !isGiven(given as Words) || (given as readonly string[]).includes(value as string);

const equals = (given: unknown, value: unknown): boolean => !isGiven(given) || given === value;

/** Whether some of the things is one that is pointed at; anything will do, where nothing is pointed at. */
export function anyOf(past: Past, refs: unknown, things: () => readonly PastThing[]): boolean {
  if (!isGiven(refs as Refs)) return true;
  const wanted = past.map([refs as string | string[]].flat(), (ref) => past.at(ref));
  return things().some((thing) => wanted.includes(thing));
}

function hasWords(words: unknown, thing: PastThing): boolean {
  return !isGiven(words as Given<string>) || hasEveryWord(words as string, text(thing, 'searchTokens'));
}

function inWindow(past: Past, thing: PastThing, prefix: 'time' | 'published', window: unknown): boolean {
  const days = (window ?? {}) as TimeFilter;
  if (!isGiven(days.from) && !isGiven(days.to)) return true;
  const lies = windowIn(past, thing, prefix);
  return days.match === TimeMatch.CERTAINLY ? certainly(lies, days) : possibly(lies, days);
}

/** Whether a tenure or membership was held on the day, where one is given. */
export function wasHeld(fact: PastThing, on: unknown, match?: unknown): boolean {
  if (!isGiven(on as Given<string>)) return true;
  return heldOn(
    fact.properties as unknown as HoldingWindows,
    on as string,
    (match as Given<TimeMatch>) ?? TimeMatch.POSSIBLY,
  );
}

export function isClaimLike(past: Past, filter: Like, claim: PastThing): boolean {
  const like = filter ?? claimFilter.defaults;
  return (
    among(like.types, property(claim, 'type')) &&
    among(like.statuses, property(claim, 'status')) &&
    among(like.attributionKinds, property(claim, 'attributionKind')) &&
    equals(like.polarity, property(claim, 'polarity')) &&
    among(like.reviewStates, property(claim, 'reviewState')) &&
    among(like.modalities, property(claim, 'modality')) &&
    anyOf(past, like.about, () => concernedBy(past, claim)) &&
    anyOf(past, like.document, () => past.to(claim, 'EVIDENCE')) &&
    anyOf(past, like.source, () => past.to(claim, 'ATTRIBUTED_TO')) &&
    inWindow(past, claim, 'time', like.time) &&
    inWindow(past, claim, 'published', like.published) &&
    (!isGiven(like.minReliability) ||
      reliabilityOf(past, claim) <= reliabilityRank(like.minReliability as Reliability)) &&
    (!isGiven(like.minIndependentSources) ||
      (property(claim, 'independentSources') as number) >= (like.minIndependentSources as number))
  );
}

/** What a fact joins: who and what it is about. */
const MEMBERS = ['OF_ACTOR', 'IN_EVENT', 'HELD_BY', 'OF_POST', 'OF_MEMBER', 'IN_ORGANIZATION', 'MADE_BY'];

/** What a claim concerns: its subject, its objects, what it supports, and the members of the facts it supports. */
export function concernedBy(past: Past, claim: PastThing): PastThing[] {
  const [near, supported] = past.map([['SUBJECT', 'OBJECT', 'SUPPORTS'], ['SUPPORTS']], (types) =>
    past.map(types, (type) => past.to(claim, type)).flat(),
  );
  const facts = supported!.filter(({ labels }) => labels.has('Fact'));
  const members = past.map(facts, (fact) => past.map(MEMBERS, (type) => past.to(fact, type)).flat());
  return [...new Set([...near!, ...members.flat()])];
}

export function isParticipationLike(past: Past, filter: Like, fact: PastThing): boolean {
  const like = filter ?? participationFilter.defaults;
  return (
    among(like.roles, property(fact, 'role')) &&
    among(like.statuses, property(fact, 'status')) &&
    among(like.levels, property(fact, 'level')) &&
    among(like.modes, property(fact, 'mode')) &&
    among(like.standings, property(fact, 'standing')) &&
    (like.includeInferred !== false || property(fact, 'inferred') === false) &&
    anyOf(past, like.actors, () => past.to(fact, 'OF_ACTOR')) &&
    anyOf(past, like.onBehalfOf, () => past.to(fact, 'ON_BEHALF_OF')) &&
    anyOf(past, like.body, () => past.to(fact, 'IN_EVENT').flatMap((meeting) => past.to(meeting, 'OF_BODY'))) &&
    inWindow(past, fact, 'time', like.time)
  );
}

export function isMeetingLike(past: Past, filter: Like, meeting: PastThing): boolean {
  const like = filter ?? {};
  const { participation, updatedSince } = like as { participation?: Like; updatedSince?: Date | null };
  return (
    among(like.kinds, property(meeting, 'kind')) &&
    among(like.statuses, property(meeting, 'status')) &&
    among(like.modes, property(meeting, 'mode')) &&
    (isGiven(like.standings) ? among(like.standings, property(meeting, 'standing')) : isVisible(meeting)) &&
    hasWords(like.text, meeting) &&
    inWindow(past, meeting, 'time', like.time) &&
    (!isGiven(updatedSince) || text(meeting, 'updatedAt') >= updatedSince.toISOString()) &&
    anyOf(past, like.refs, () => [meeting]) &&
    anyOf(past, like.body, () => past.to(meeting, 'OF_BODY')) &&
    anyOf(past, like.place, () => past.to(meeting, 'HELD_AT').flatMap((place) => allAround(past, place))) &&
    anyOf(past, like.topic, () => past.to(meeting, 'ABOUT_TOPIC')) &&
    (!isGiven(like.overdue) || isOverdue(past, meeting) === like.overdue) &&
    (!isGiven(participation) ||
      past.filter(past.into(meeting, 'IN_EVENT'), (fact) => isParticipationLike(past, participation, fact)).length > 0)
  );
}

/** Whether a meeting still waited for an outcome though its last possible day was past. */
export function isOverdue(past: Past, meeting: PastThing): boolean {
  const window = windowIn(past, meeting, 'time');
  return (
    AWAITING_OUTCOME.includes(text(meeting, 'status') as EventStatus) &&
    isVisible(meeting) &&
    isDated(window) &&
    window.until < past.today &&
    !allAbove(past, meeting).some((whole) => property(whole, 'status') === 'CANCELLED')
  );
}

function allAbove(past: Past, event: PastThing): PastThing[] {
  return past.to(event, 'PART_OF').flatMap((whole) => [whole, ...allAbove(past, whole)]);
}

function allAround(past: Past, place: PastThing): PastThing[] {
  return [
    place,
    ...['WITHIN', 'LOCATED_IN'].flatMap((way) => past.to(place, way)).flatMap((outer) => allAround(past, outer)),
  ];
}

export function isStatementLike(past: Past, filter: Like, statement: PastThing): boolean {
  const like = filter ?? {};
  const leadsTo = (refs: unknown, ...ways: string[]) =>
    anyOf(past, refs, () => past.map(ways, (way) => past.to(statement, way)).flat());
  return (
    isVisible(statement) &&
    among(like.acts, property(statement, 'act')) &&
    among(like.stances, property(statement, 'stance')) &&
    hasWords(like.text, statement) &&
    inWindow(past, statement, 'time', like.time) &&
    leadsTo(like.speakers, 'MADE_BY') &&
    leadsTo(like.topic, 'ABOUT_TOPIC') &&
    leadsTo(like.addressee, 'ADDRESSED_TO') &&
    leadsTo(like.occasion, 'ON_OCCASION') &&
    leadsTo(like.about, 'ABOUT_TOPIC', 'ADDRESSED_TO', 'ON_OCCASION') &&
    anyOf(past, like.onBehalfOf, () => past.to(statement, 'AS_POST').flatMap((post) => past.to(post, 'POST_OF')))
  );
}
