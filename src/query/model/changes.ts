import { ClientError } from '../../domain/errors.ts';
import { closestMatches } from '../../domain/identity/keys.ts';
import { typeNames } from '../../domain/node-types.ts';
import { encodeCursor } from '../ir/cursor.ts';
import { cursorList } from '../fields/cursor-list.ts';
import { type FieldMapping, type FieldMappings } from '../ir/field.ts';
import { expression, mapped, property } from '../fields/property.ts';
import { toOne } from '../fields/nodes.ts';
import { type ConditionFactory, filter } from '../ir/condition.ts';
import { atLeast, equals, inList } from '../filters/predicates.ts';
import { CONCERNING, endpointRelationships } from '../../storage/relationships.ts';
import { findIncludingTombstones } from '../statement/lookups.ts';
import { REVISED_PATH, changesOf, cypherRevised, cypherRevisions } from '../../storage/revisions.ts';
import { orders } from './orders.ts';

/** Relationships to a node from what its changes include: its facts, the claims about it, and what was merged into it. */
const RELATED = [...endpointRelationships, 'MADE_BY', CONCERNING, 'MERGED_INTO'].join('|');

const changesAbout = (target: string, related: string, node: string) =>
  `(${target})<-[:${RELATED}*0..1]-${cypherRevisions(related, node)}`;

const about: ConditionFactory = (ref: string) => ({
  key: 'about',
  parameters: [ref],
  where: (node, cypher) => {
    const [target, related] = [cypher.name(), cypher.name()];
    const match = `MATCH ${changesAbout(target, related, node)}`;
    return `EXISTS { UNWIND ${findIncludingTombstones(cypher.param(0))} AS ${target} ${match} }`;
  },
  anchor: (node, cypher) => {
    const [target, related] = [cypher.name(), cypher.name()];
    return `UNWIND ${findIncludingTombstones(cypher.param(0))} AS ${target} MATCH ${changesAbout(target, related, node)}`;
  },
});

const byTypeNames: ConditionFactory = (names: readonly string[]) => {
  const unknownName = names.find((name) => !(typeNames as readonly string[]).includes(name));
  if (unknownName === undefined) return inList('typeName')(names as never);
  const [suggestion] = closestMatches(unknownName, typeNames);
  throw new ClientError(
    'BAD_USER_INPUT',
    `\`typeNames\` has ${JSON.stringify(unknownName.slice(0, 60))}, which is not a node type` +
      `${suggestion === undefined ? '' : `; did you mean ${suggestion}`}? The types are ${typeNames.join(', ')}.`,
  );
};

/** All changes in order. */
export const changesField: FieldMapping = cursorList({
  label: 'Revision',
  filter: filter({
    since: atLeast('at', (instant: Date) => instant.toISOString()),
    by: equals('by'),
    typeNames: byTypeNames,
    about,
  }),
  orders: orders.changes,
});

/** The values of the changed fields before or after; null if none has one. */
const side = (name: 'before' | 'after') =>
  mapped(['changes', 'state'], ([changes, state]: [string | null, string]) => {
    const changed = Object.entries(changesOf(changes, state));
    const present = changed.flatMap(([field, sides]) => (sides[name] === undefined ? [] : [[field, sides[name]]]));
    return present.length === 0 ? null : (Object.fromEntries(present) as unknown);
  });

/** A revision as an entry in the list of all changes. */
export const changeFields: FieldMappings = {
  cursor: mapped(['sortSequence'], ([sequence]: [string]) => encodeCursor(orders.changes.cursor, sequence)),
  at: property(),
  by: property(),
  operation: property(),
  typeName: property(),
  nodeId: expression('thing', cypherRevised),
  key: property(),
  node: toOne(REVISED_PATH),
  before: side('before'),
  after: side('after'),
  reason: property(),
};
