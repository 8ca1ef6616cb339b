import { type Like, anyOf, isOverdue, isParticipationLike, isStatementLike } from '../filters.ts';
import { type Past } from '../past.ts';
import { type PastThing } from '../thing.ts';
import { didNotStayAway, isVisible, property, sortOf, text } from '../values.ts';
import { entity, topics } from './entities.ts';
import { type PastField, type PastFields, connection, one, own, time } from './fields.ts';

const event: PastFields = { ...entity, ...own('kind', 'status', 'standing'), time: time('time'), topics };

const inRole =
  (role: string): PastField =>
  (meeting, _, past) =>
    past.sorted(
      past.into(meeting, 'IN_EVENT').filter((fact) => isVisible(fact) && property(fact, 'role') === role),
      (fact) => sortOf(past, fact, 'sortTime'),
    );

/** Those who represent one country or organization. */
interface Delegation {
  of: PastThing;
  participations: readonly PastThing[];
}

export const delegation: PastFields<Delegation> = {
  of: ({ of }) => of,
  level: ({ participations }) => property(participations[0]!, 'level'),
  participations: ({ participations }) => participations,
};

/** Whom a participation represents, nearest first; schema/meeting.graphql says the same in words. */
function representedBy(past: Past, fact: PastThing): PastThing | null {
  const [behalf, actor, post] = past.map(['ON_BEHALF_OF', 'OF_ACTOR', 'AS_POST'], (way) => past.one(fact, way));
  return (
    behalf ??
    (actor!.type === 'Official' ? null : actor!) ??
    (post && (past.one(post, 'POST_OF', 'Country') ?? past.one(post, 'POST_OF', 'Organization'))) ??
    past.one(actor!, 'SERVES')
  );
}

const delegations: PastField = (meeting, { of }, past) => {
  const facts = past.into(meeting, 'IN_EVENT').filter((fact) => isVisible(fact) && didNotStayAway(fact));
  const represented = past.map(facts, (fact) => ({ fact, by: representedBy(past, fact) }));
  const sent = Map.groupBy(
    represented.filter(({ by }) => by !== null),
    ({ by }) => by!,
  );
  const all = [...sent].map(([actor, each]): Delegation => {
    const participations = past.sorted(
      each.map(({ fact }) => fact),
      (fact) => text(fact, 'sortLevel'),
    );
    return { of: actor, participations };
  });
  return past.sorted(
    all.filter((delegation) => anyOf(past, of, () => [delegation.of])),
    ({ participations }) => property(participations[0]!, 'levelRank') as number,
    (delegation) => text(delegation.of, 'sortName'),
  );
};

export const meeting: PastFields = {
  ...event,
  ...own('mode', 'ordinal', 'previousTimes'),
  overdue: (thing, _, past) => isOverdue(past, thing),
  body: one('OF_BODY'),
  place: one('HELD_AT'),
  partOf: one('PART_OF', 'Meeting'),
  parts: (thing, _, past) =>
    past.sorted(
      past.into(thing, 'PART_OF').filter((part) => part.type === 'Meeting' && isVisible(part)),
      (part) => text(part, 'sortTime'),
    ),
  participations: connection((thing, { filter }, past) =>
    past.filter(past.into(thing, 'IN_EVENT'), (fact) => isParticipationLike(past, filter as Like, fact)),
  ),
  chairs: inRole('CHAIR'),
  conveners: inRole('CONVENER'),
  hosts: inRole('HOST'),
  delegations,
  statements: connection((thing, { filter }, past) =>
    past.filter(past.into(thing, 'ON_OCCASION'), (statement) => isStatementLike(past, filter as Like, statement)),
  ),
};

export const development: PastFields = { ...event, partOf: one('PART_OF') };
