import { bestName } from '../../domain/names.ts';
import { asFilter, claimFilter } from '../filters/filters.ts';
import { filter } from '../filters/condition.ts';
import { connection } from '../fields/connection.ts';
import { plainCall } from '../fields/call.ts';
import { type Mapping, type Mappings } from '../fields/mapping.ts';
import { NAME_PROPERTIES, type StoredNames, namesOf } from '../fields/names.ts';
import { decoded, property } from '../fields/property.ts';
import { many, one } from '../fields/things.ts';
import { externalIdOf } from './external-ids.ts';
import { orders } from './orders.ts';

/** Anything with an identity. */
export const node: Mappings = {
  id: property(),
  key: property(),
};

export const conflicts = many({ path: '<-[:OF]-', order: ({ node }) => `${node}.sortKey` });

/** The best name for readers of these languages; the one for readers of none lies ready. */
const nameReady = property('name');
const nameInLanguages = decoded(
  NAME_PROPERTIES,
  (names: StoredNames, { lang }) => bestName(namesOf(names), lang as string[]),
  ['lang'],
);
const name: Mapping = {
  ...nameInLanguages,
  call: (args) => ({ ...plainCall(args), shape: Array.isArray(args.lang) ? 'in languages' : '' }),
  demand: (field, from, demand) => {
    const { lang } = demand.calls[field.call!]!.arguments;
    return (Array.isArray(lang) ? nameInLanguages : nameReady).demand(field, from, demand);
  },
};

/** Has an identity and names. */
export const entity: Mappings = {
  ...node,
  version: property(),
  name,
  names: decoded(NAME_PROPERTIES, namesOf),
  externalIds: decoded(['externalIds'], ([ids]: [string[] | null]) => (ids ?? []).map(externalIdOf)),
  formerIds: decoded(['formerIds'], ([ids]) => ids ?? []),
  claimsAbout: connection({ path: '<-[:CONCERNS]-', filter: filter({}, asFilter(claimFilter)), orders: orders.claims }),
  conflicts,
  updatedAt: property(),
  revisions: many({ path: '<-[:REVISES]-', order: ({ node }) => `${node}.sortSequence` }),
};

/** Claims that cannot hold together. */
export const conflict: Mappings = {
  subject: one('-[:OF]->'),
  slot: property(),
  claims: many({ path: '-[:AMONG]->', via: true, order: ({ via }) => `${via}.order` }),
  follows: one('-[:FOLLOWS]->'),
  rule: property(),
};

/** One recorded state of a thing. */
export const revision: Mappings = {
  id: property(),
  at: property(),
  by: property(),
  operation: property(),
  reason: property(),
  version: property(),
  changes: decoded(['changes'], ([changes]: [string | null]) => (changes === null ? null : JSON.parse(changes))),
};
