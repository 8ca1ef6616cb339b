import {
  type ParticipationFilter,
  type StatementFilter,
  anyOf,
  isOverdue,
  isParticipationLike,
  isStatementLike,
  isVisible,
} from './filters.ts';
import { type Thing, into, onlyTo, property, sortedBy, text } from './graph.ts';
import { entity, orders, topics } from './entities.ts';
import { type Fields, inOrder, own, time, times } from './fields.ts';
import { connection } from './page.ts';

const event: Fields = { ...entity, ...own('kind', 'status', 'standing'), time: time('time'), topics };

const inRole = (role: string) => (meeting: Thing) =>
  sortedBy(
    into(meeting, 'IN_EVENT').filter(
      (fact) => isVisible(fact) && property(fact, 'role') === role && !property(fact, 'actedFor'),
    ),
    (fact) => text(fact, 'sortTime'),
  );

/** Those who represent one country or organization. */
interface Delegation {
  of: Thing;
  level: unknown;
  participations: readonly Thing[];
}

export const delegation: Fields<Delegation> = {
  of: (sent) => sent.of,
  level: ({ level }) => level,
  participations: ({ participations }) => participations,
};

export function representedBy(fact: Thing): Thing | null {
  const actor = onlyTo(fact, 'OF_ACTOR')!;
  const post = onlyTo(fact, 'AS_POST');
  return (
    onlyTo(fact, 'ON_BEHALF_OF') ??
    (actor.labels.has('Official') ? null : actor) ??
    (post && (onlyTo(post, 'POST_OF', 'Country') ?? onlyTo(post, 'POST_OF', 'Organization'))) ??
    onlyTo(actor, 'SERVES')
  );
}

export const meeting: Fields = {
  ...event,
  ...own('mode', 'ordinal'),
  attendance: (thing) => {
    const count = property(thing, 'attendance');
    return count === null ? null : { raw: null, ...(JSON.parse(count as string) as object) };
  },
  overdue: (thing, _, graph) => isOverdue(graph, thing),
  body: (thing) => onlyTo(thing, 'OF_BODY'),
  place: (thing) =>
    inOrder(thing, 'HELD_AT')
      .slice(0, 1)
      .map((link) => link.to)
      .find(({ labels }) => labels.has('Place')) ?? null,
  places: (thing) => inOrder(thing, 'HELD_AT').map((link) => link.to),
  partOf: (thing) => onlyTo(thing, 'PART_OF', 'Meeting'),
  parts: (thing) =>
    sortedBy(
      into(thing, 'PART_OF').filter((part) => part.labels.has('Meeting') && isVisible(part)),
      (part) => text(part, 'sortTime'),
    ),
  previousTimes: times('previousTimes'),
  participations: connection(
    orders.participations,
    (thing: Thing, { filter }: { filter?: ParticipationFilter | null }, graph) =>
      into(thing, 'IN_EVENT').filter((fact) => isParticipationLike(graph, filter, fact)),
  ),
  chairs: inRole('CHAIR'),
  conveners: inRole('CONVENER'),
  hosts: inRole('HOST'),
  delegations: (thing, { of }: { of?: string | null }, graph) => {
    const sent = new Map<Thing, Thing[]>();
    for (const fact of into(thing, 'IN_EVENT')) {
      const represented =
        isVisible(fact) && !['ABSENT', 'DECLINED'].includes(text(fact, 'status')) && representedBy(fact);
      if (represented) sent.set(represented, [...(sent.get(represented) ?? []), fact]);
    }
    const all = [...sent].map(([actor, facts]): Delegation => {
      const participations = sortedBy(facts, (fact) => text(fact, 'sortLevel'));
      return { of: actor, level: property(participations[0]!, 'level'), participations };
    });
    return sortedBy(
      all.filter((delegation) => anyOf(graph, of, [delegation.of])),
      ({ participations }) => property(participations[0]!, 'levelRank') as number,
      (delegation) => text(delegation.of, 'sortName'),
    );
  },
  statements: connection(orders.statements, (thing: Thing, { filter }: { filter?: StatementFilter | null }, graph) =>
    into(thing, 'ON_OCCASION').filter((statement) => isStatementLike(graph, filter, statement)),
  ),
};

export const development: Fields = { ...event, partOf: (thing) => onlyTo(thing, 'PART_OF') };
