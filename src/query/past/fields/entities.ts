import { type Name, bestName } from '../../../domain/names.ts';
import { externalIdOf } from '../../model/external-ids.ts';
import {
  type Like,
  isClaimLike,
  isMeetingLike,
  isParticipationLike,
  isStatementLike,
  wasHeld,
  among,
} from '../filters.ts';
import { type Past } from '../past.ts';
import { type PastConflict, type PastThing } from '../thing.ts';
import { didNotStayAway, isVisible, property, sortOf, text } from '../values.ts';
import { concernedBy } from '../filters.ts';
import { type PastFields, connection, one, own, time } from './fields.ts';

export const node: PastFields = own('id', 'key');

/** A conflict with the thing in dispute. */
export interface Dispute extends PastConflict {
  of: PastThing;
}

/** The claims that concern a thing. */
function claimsOn(past: Past, thing: PastThing): PastThing[] {
  return past.filter(past.everInto(thing, 'CONCERNS'), (claim) => concernedBy(past, claim).includes(thing));
}

/** What a thing is in dispute for: its own slots, and what claims about it begin. */
export function disputesOn(past: Past, thing: PastThing): Dispute[] {
  const own = thing.type === 'Claim' ? [] : thing.conflicts;
  const begun = claimsOn(past, thing).flatMap(({ conflicts }) => conflicts);
  const about = past.filter(begun, ({ subject }) => subject !== undefined && past.keyed(subject) === thing);
  return past.sorted([...own, ...about], ({ order }) => order).map((conflict) => ({ ...conflict, of: thing }));
}

export const conflicts = (thing: PastThing, _: unknown, past: Past): Dispute[] => disputesOn(past, thing);

export const conflict: PastFields<Dispute> = {
  subject: ({ of }) => of,
  slot: ({ slot }) => slot,
  rule: ({ rule }) => rule ?? null,
  claims: ({ claims }, _, past) => past.map(claims, (key) => past.keyed(key)),
  follows: ({ follows }, _, past) => (follows ? past.keyed(follows) : null),
};

export const entity: PastFields = {
  ...node,
  ...own('version', 'updatedAt', 'names'),
  name: (thing, { lang }) => bestName(property(thing, 'names') as Name[], (lang ?? []) as string[]),
  externalIds: (thing) => ((property(thing, 'externalIds') ?? []) as string[]).map(externalIdOf),
  formerIds: ({ formerIds }) => formerIds,
  claimsAbout: connection((thing, { filter }, past) =>
    past.filter(claimsOn(past, thing), (claim) => isClaimLike(past, filter as Like, claim)),
  ),
  conflicts,
  revisions: (thing, _, past) => past.revisions(thing),
};

export const actor: PastFields = {
  ...entity,
  participations: connection((thing, { filter }, past) =>
    past.filter(past.into(thing, 'OF_ACTOR'), (fact) => isParticipationLike(past, filter as Like, fact)),
  ),
  statements: connection((thing, { filter }, past) =>
    past.filter(past.into(thing, 'MADE_BY'), (statement) => isStatementLike(past, filter as Like, statement)),
  ),
};

type Held = Readonly<Record<string, unknown>>;

/** Facts that were not withdrawn and were held on the day, where one is given. */
export const standing = (facts: readonly PastThing[], { on, match }: Held): PastThing[] =>
  facts.filter((fact) => isVisible(fact) && wasHeld(fact, on, match));

const meetingsOf = (past: Past, facts: readonly PastThing[]): PastThing[] => [
  ...new Set(past.map(facts, (fact) => past.one(fact, 'IN_EVENT')!)),
];

const byTime = (fact: PastThing): string => text(fact, 'sortTime');

const like = (past: Past, filter: unknown, meetings: readonly PastThing[]) =>
  past.filter(meetings, (meeting) => isMeetingLike(past, filter as Like, meeting));

export const country: PastFields = {
  ...actor,
  posts: (thing, _, past) =>
    past.sorted(
      past.into(thing, 'POST_OF').filter(({ type }) => type === 'Post'),
      (post) => text(post, 'sortLevel'),
    ),
  officials: connection((thing, { on }, past) => {
    if (typeof on !== 'string') return past.into(thing, 'SERVES');
    const posts = past.into(thing, 'POST_OF');
    const tenures = past.map(posts, (post) => standing(past.into(post, 'OF_POST'), { on })).flat();
    return [...new Set(past.map(tenures, (tenure) => past.one(tenure, 'HELD_BY')!))];
  }),
  memberships: (thing, held, past) => past.sorted(standing(past.into(thing, 'OF_MEMBER'), held), byTime),
  meetings: connection((thing, { filter }, past) => {
    const facts = past
      .map(['OF_ACTOR', 'ON_BEHALF_OF'], (way) => past.into(thing, way))
      .flat()
      .filter((fact) => isVisible(fact) && didNotStayAway(fact));
    return like(past, filter, meetingsOf(past, facts));
  }),
};

export const official: PastFields = {
  ...actor,
  country: one('SERVES'),
  tenures: (thing, held, past) => past.sorted(standing(past.into(thing, 'HELD_BY'), held), byTime).reverse(),
  meetings: connection((thing, { filter, roles, statuses }, past) => {
    const facts = past
      .into(thing, 'OF_ACTOR')
      .filter(
        (fact) =>
          isVisible(fact) &&
          among(roles, property(fact, 'role')) &&
          (statuses ? among(statuses, property(fact, 'status')) : didNotStayAway(fact)),
      );
    return like(past, filter, meetingsOf(past, facts));
  }),
};

export const organization: PastFields = {
  ...actor,
  ...own('kind'),
  country: one('OF_COUNTRY'),
  parent: one('PARENT'),
  founded: time('founded'),
  dissolved: time('dissolved'),
  members: (thing, held, past) =>
    past.sorted(
      standing(past.into(thing, 'IN_ORGANIZATION'), held),
      (membership) => text(past.one(membership, 'OF_MEMBER')!, 'sortName'),
      byTime,
    ),
  meetings: connection((thing, { filter }, past) => like(past, filter, past.into(thing, 'OF_BODY'))),
};

export const topics = (thing: PastThing, _: unknown, past: Past): PastThing[] =>
  past.sorted(past.to(thing, 'ABOUT_TOPIC'), (about) => sortOf(past, about, 'sortName'));

export const revision: PastFields<Readonly<Record<string, unknown>>> = {
  ...Object.fromEntries(['id', 'at', 'by', 'operation', 'version'].map((name) => [name, (each: never) => each[name]])),
  reason: ({ reason }) => reason ?? null,
  changes: ({ changes }) => (typeof changes === 'string' ? (JSON.parse(changes) as unknown) : null),
};
