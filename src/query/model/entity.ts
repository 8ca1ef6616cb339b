import { bestName } from '../../domain/names/names.ts';
import { filterArgument, claimFilter } from '../filters/filters.ts';
import { filter } from '../ir/condition.ts';
import { connection } from '../fields/connection.ts';
import { plainArguments } from '../ir/bound-arguments.ts';
import { type FieldMapping, type FieldMappings } from '../ir/field.ts';
import { expression, mapped, property } from '../fields/property.ts';
import { toMany } from '../fields/nodes.ts';
import { readExternalId } from '../../domain/identity/external-ids.ts';
import { descriptionsField } from './descriptions.ts';
import { orders } from './orders.ts';
import { CONCERNING } from '../../storage/relationships.ts';
import { REVISIONS_PATH, changesOf, cypherRevisionId } from '../../storage/revisions.ts';
import { NAME_PROPERTIES, type StoredNames, toNames } from '../../storage/names.ts';

/** `interface Node`. */
export const nodeFields: FieldMappings = {
  id: property(),
  key: property(),
};

export const conflictsField = toMany({ path: '<-[:OF]-', order: ({ node }) => `${node}.sortKey` });

/** The best name in the given languages; the one that is shown if none are given is stored. */
const bestNameOverall = property('name');
const bestNameInLanguages = mapped(
  NAME_PROPERTIES,
  (names: StoredNames, { lang }) => bestName(toNames(names), lang as string[]),
  ['lang'],
);
const nameField: FieldMapping = {
  ...bestNameInLanguages,
  bind: (args) => ({ ...plainArguments(args), cacheKey: Array.isArray(args.lang) ? 'in languages' : '' }),
  project: (field, projection, context) => {
    const { lang } = context.boundArguments[field.argumentsIndex!]!.arguments;
    return (Array.isArray(lang) ? bestNameInLanguages : bestNameOverall).project(field, projection, context);
  },
};

/** `interface Entity`. */
export const entityFields: FieldMappings = {
  ...nodeFields,
  version: property(),
  name: nameField,
  names: mapped(NAME_PROPERTIES, toNames),
  externalIds: mapped(['externalIds'], ([ids]: [string[] | null]) => (ids ?? []).map(readExternalId)),
  descriptions: descriptionsField,
  formerIds: mapped(['formerIds'], ([ids]) => ids ?? []),
  claimsAbout: connection({
    path: `<-[:${CONCERNING}]-`,
    distinct: 'always',
    filter: filter({}, filterArgument(claimFilter)),
    orders: orders.claims,
  }),
  conflicts: conflictsField,
  updatedAt: property(),
  revisions: toMany({ path: REVISIONS_PATH, order: ({ node }) => `${node}.sortSequence` }),
};

/** One recorded state of a node. */
export const revisionFields: FieldMappings = {
  id: expression('id', cypherRevisionId),
  at: property(),
  by: property(),
  operation: property(),
  reason: property(),
  version: property(),
  changes: mapped(['changes', 'state'], ([changes, state]: [string | null, string]) => changesOf(changes, state)),
};
