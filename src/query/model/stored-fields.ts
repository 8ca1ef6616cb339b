import { type TypeName } from '../../domain/node-types.ts';
import { type FieldStorage, type RelationshipStorage, storedFields } from '../../storage/fields.ts';
import { toMany, toOne } from '../fields/nodes.ts';
import { embeddedObject, mapped, property } from '../fields/property.ts';
import { type FieldMapping, type FieldMappings } from '../ir/field.ts';

/**
 * The fields of a type that are read as they are stored (src/storage/fields.ts). Lists of nodes without an order of their own
 * are left to the type.
 */
export const storedFieldMappings = (type: TypeName): FieldMappings =>
  Object.fromEntries(
    Object.entries(storedFields[type]).flatMap(([field, storage]) => {
      const mapping = storage.internal ? undefined : mappingOf(field, storage);
      return mapping ? [[field, mapping]] : [];
    }),
  );

function mappingOf(field: string, storage: FieldStorage): FieldMapping | undefined {
  switch (storage.as) {
    case 'property':
      return storage.list ? mapped([field], ([list]) => list ?? storage.ifUnset) : property();
    case 'json':
      return mapped([field], ([json]: [string | null]) => (json === null ? null : (JSON.parse(json) as unknown)));
    case 'times':
      return mapped([field], ([texts]: [string[] | null]) => (texts ?? []).map((text) => JSON.parse(text) as unknown));
    case 'time':
      return embeddedObject(storage.prefix);
    case 'flat':
      return embeddedObject(storage.prefix, storage.parts[0]);
    case 'relationship':
      if (storage.many === undefined) return toOne(pathOf(storage));
      if (storage.many === 'unordered') return undefined;
      return toMany({ path: pathOf(storage), bindsRelationship: true, order: ({ rel }) => `${rel}.order` });
  }
}

const pathOf = ({ type, label }: RelationshipStorage) => `-[:${type}]->${label === undefined ? '' : `(:${label})`}`;
