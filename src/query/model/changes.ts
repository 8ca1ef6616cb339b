import { TellableError } from '../../domain/errors.ts';
import { nearest } from '../../domain/identity.ts';
import { typeNames } from '../../domain/thing-types.ts';
import { cursorOf } from '../fields/cursor.ts';
import { feed } from '../fields/feed.ts';
import { type Mapping, type Mappings } from '../fields/mapping.ts';
import { decoded, property } from '../fields/property.ts';
import { one } from '../fields/things.ts';
import { type Test, filter } from '../filters/condition.ts';
import { among, atLeast } from '../filters/tests.ts';
import { findEver } from '../statement/lookups.ts';
import { orders } from './orders.ts';

/** Ways to what is told with a thing: the facts that it is a member of, the claims that concern it, what became part of it. */
const TOLD_WITH = 'OF_ACTOR|IN_EVENT|HELD_BY|OF_POST|OF_MEMBER|IN_ORGANIZATION|MADE_BY|CONCERNS|MERGED_INTO';

const about: Test = (ref: string) => ({
  key: 'about',
  values: [ref],
  where: (node, use) => {
    const [there, told] = [use.name(), use.name()];
    const way = `MATCH (${there})<-[:${TOLD_WITH}*0..1]-(${told})<-[:REVISES]-(${node})`;
    return `EXISTS { UNWIND ${findEver(use.param(0))} AS ${there} ${way} }`;
  },
  start: (node, use) => {
    const [there, told] = [use.name(), use.name()];
    return `UNWIND ${findEver(use.param(0))} AS ${there} MATCH (${there})<-[:${TOLD_WITH}*0..1]-(${told})<-[:REVISES]-(${node})`;
  },
});

const ofTypes: Test = (names: readonly string[]) => {
  const unknown = names.find((name) => !(typeNames as readonly string[]).includes(name));
  if (unknown === undefined) return among('typeName')(names as never);
  const [meant] = nearest(unknown, typeNames);
  throw new TellableError(
    'BAD_USER_INPUT',
    `\`typeNames\` has ${JSON.stringify(unknown.slice(0, 60))}, which is no type of thing` +
      `${meant === undefined ? '' : `; did you mean ${meant}`}? There are ${typeNames.join(', ')}.`,
  );
};

/** All changes, in order. */
export const changes: Mapping = feed({
  label: 'Revision',
  filter: filter({
    since: atLeast('at', (instant: Date) => instant.toISOString()),
    typeNames: ofTypes,
    about,
  }),
  orders: orders.changes,
});

/** One side of each changed field; null where no field has one. */
const side = (name: 'before' | 'after') =>
  decoded(['changes'], ([text]: [string]) => {
    const changed = Object.entries(JSON.parse(text) as Record<string, { before?: unknown; after?: unknown }>);
    const told = changed.flatMap(([field, sides]) => (sides[name] === undefined ? [] : [[field, sides[name]]]));
    return told.length === 0 ? null : (Object.fromEntries(told) as unknown);
  });

/** A revision, told as a change among all changes. */
export const change: Mappings = {
  cursor: decoded(['sortSequence'], ([place]: [string]) => cursorOf(orders.changes.cursor, place)),
  at: property(),
  by: property(),
  operation: property(),
  typeName: property(),
  id: property('thing'),
  key: property(),
  node: one('-[:REVISES]->(:Thing)'),
  before: side('before'),
  after: side('after'),
  reason: property(),
};
