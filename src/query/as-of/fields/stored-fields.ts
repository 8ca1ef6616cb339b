import { type TypeName } from '../../../domain/node-types.ts';
import { type FieldStorage, storedFields } from '../../../storage/fields.ts';
import { flatPropertyName } from '../../../storage/times.ts';
import { type AsOfNode } from '../graph/node.ts';
import { getProperty, getTime } from '../graph/values.ts';
import { type AsOfField, type AsOfFields } from './fields.ts';

/**
 * The fields of a type that are read as they are stored (src/storage/fields.ts). Lists of nodes without an order of their own
 * are left to the type.
 */
export const storedAsOfFields = (type: TypeName): AsOfFields =>
  Object.fromEntries(
    Object.entries(storedFields[type]).flatMap(([name, storage]) => {
      const field = storage.internal ? undefined : fieldOf(name, storage);
      return field ? [[name, field]] : [];
    }),
  );

function fieldOf(name: string, storage: FieldStorage): AsOfField | undefined {
  switch (storage.as) {
    case 'property':
      return (node) => getProperty(node, name);
    case 'json':
      return (node) => JSON.parse((getProperty(node, name) ?? 'null') as string) as unknown;
    case 'times':
      return (node) => (getProperty(node, name) as string[]).map((json) => JSON.parse(json) as unknown);
    case 'time':
      return (node) => getTime(node, storage.prefix);
    case 'flat':
      return (node) => flatObject(node, storage.prefix, storage.parts);
    case 'relationship':
      if (storage.many === undefined) return (node, _, graph) => graph.outgoingOne(node, storage.type, storage.label);
      return storage.many === 'ordered' ? (node, _, graph) => graph.outgoing(node, storage.type) : undefined;
  }
}

function flatObject(node: AsOfNode, prefix: string, parts: readonly string[]) {
  const values = parts.map((part) => [part, getProperty(node, flatPropertyName(prefix, part))] as const);
  return values[0]![1] === null ? null : Object.fromEntries(values);
}
