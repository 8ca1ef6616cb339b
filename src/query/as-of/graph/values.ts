import { type PersonTold, type Presence, takesPlaceOf, wasThere } from '../../../domain/claims/acting.ts';
import { type TimeSpan, type Window, windowOf } from '../../../domain/time/time.ts';
import { MEETING_STATUS, fieldConflict } from '../../../storage/conflicts.ts';
import { participationCopies } from '../../../storage/derived.ts';
import { bestEvidence } from '../../../storage/evidence.ts';
import { startOfSortTime } from '../../../storage/order-keys.ts';
import { flatPropertyName, timeParts, unflattenTime } from '../../../storage/times.ts';
import { ABSENT_STATUSES } from '../../filters/predicates.ts';
import { type AsOfGraph } from './graph.ts';
import { type AsOfNode } from './node.ts';

export function getProperty(node: AsOfNode, name: string): unknown {
  return node.properties[name] ?? null;
}

export function getString(node: AsOfNode, name: string): string {
  return node.properties[name] as string;
}

/** The sort key of a node; that of a participation is made from its meeting or actor. */
export function getSortValue(graph: AsOfGraph, node: AsOfNode, name: string): string {
  const isCopied = node.type === 'Participation' && (name === 'sortTime' || name === 'sortName');
  return isCopied ? copiesOf(graph, node)[name] : getString(node, name);
}

const copiesOf = (graph: AsOfGraph, participation: AsOfNode) =>
  participationCopies(
    {
      meetingTime: getTimeOf(graph.outgoingOne(participation, 'IN_EVENT')!),
      actorSortName: getProperty(graph.outgoingOne(participation, 'OF_ACTOR')!, 'sortName') as string | null,
    },
    participation.key,
  );

/** The window of a time: a participation has that of its meeting, a claim the publication date of its best document. */
export function getWindow(graph: AsOfGraph, node: AsOfNode, prefix: 'time' | 'published'): Window {
  if (node.type === 'Participation') return windowOf(getTimeOf(graph.outgoingOne(node, 'IN_EVENT')!));
  if (node.type === 'Claim' && prefix === 'published') return evidenceOf(graph, node).published;
  return windowOf(unflattenTime(prefix, node.properties));
}

/** The first letters of two dates, if they are certain and both have the same. */
export function commonPrefix(isExact: boolean, first: string, last: string, letters: number): string | null {
  const [a, b] = [first.slice(0, letters), last.slice(0, letters)];
  return isExact && a === b ? a : null;
}

/** The year or month in which it begins, as so many letters of a date; null where that is not certain. */
export function certainStart(graph: AsOfGraph, node: AsOfNode, letters: number): string | null {
  const [first, last] = startOfSortTime(getSortValue(graph, node, 'sortTime'));
  return commonPrefix(getWindow(graph, node, 'time').exact, first, last, letters);
}

/** The countries among the venues of a meeting, and those in which the others lie. */
export const venueCountries = (graph: AsOfGraph, meeting: AsOfNode): AsOfNode[] =>
  graph
    .map(graph.outgoing(meeting, 'HELD_AT'), (venue) =>
      venue.type === 'Country' ? [venue] : graph.outgoing(venue, 'LOCATED_IN'),
    )
    .flat();

const getTimeOf = (node: AsOfNode): TimeSpan => unflattenTime('time', node.properties);

/** How good the best document of a claim is, 0 the best. */
export const reliabilityRankOf = (graph: AsOfGraph, claim: AsOfNode): number =>
  evidenceOf(graph, claim).reliabilityRank;

const evidenceOf = (graph: AsOfGraph, claim: AsOfNode) =>
  bestEvidence(
    graph.outgoing(claim, 'EVIDENCE').map((document) => ({
      key: document.key,
      reliabilityRank: getProperty(document, 'reliabilityRank') as number | null,
      published: unflattenTime('published', document.properties),
    })),
  );

/** A `TimeSpan` of the API, from the flat properties with this prefix. */
export function getTime(node: AsOfNode, prefix: string): Record<string, unknown> {
  return Object.fromEntries(
    timeParts.map((subfield) => [subfield, getProperty(node, flatPropertyName(prefix, subfield))]),
  );
}

export const isNotWithdrawn = (fact: AsOfNode): boolean => getProperty(fact, 'standing') !== 'WITHDRAWN';

/** Somebody takes the place of the country or organization whose participation this is. */
export function isActedFor(graph: AsOfGraph, fact: AsOfNode): boolean {
  const present = graph
    .outgoing(fact, 'ACTED_BY')
    .filter(({ properties }) => wasThere(properties as unknown as Presence));
  if (present.length === 0) return false;
  const [principal, ...acting] = graph.map([fact, ...present], (each) => personTold(graph, each));
  return acting.some((each) => takesPlaceOf(each, principal!));
}

function personTold(graph: AsOfGraph, fact: AsOfNode): PersonTold & Pick<Presence, 'standing' | 'inferred'> {
  const [actor, capacity, standsInFor] = graph.map(['OF_ACTOR', 'AS_POST', 'STANDS_IN_FOR'], (type) =>
    graph.outgoingOne(fact, type),
  );
  const { status, standing, inferred, level } = fact.properties as unknown as Presence;
  const keys = { actor: actor!.key, capacity: capacity?.key ?? null, standsInFor: standsInFor?.key ?? null };
  return { ...keys, status, standing, inferred, level };
}

/** Its meeting follows those who say that it was not held. */
export const isExcludedByMeeting = ({ key, conflicts }: AsOfNode): boolean =>
  conflicts.some(({ slot }) => slot === fieldConflict({ id: '', key }, MEETING_STATUS).slot);

export const isNotAbsent = (fact: AsOfNode): boolean => !ABSENT_STATUSES.includes(getString(fact, 'status'));
