import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { storedFields } from '../../../src/storage/fields.ts';
import { nodeProperties, relationshipProperties } from '../../../src/storage/properties.ts';
import { flattenTime, type TimePrefix } from '../../../src/storage/times.ts';
import { parseTime } from '../../../src/domain/time/time.ts';
import { documentedNodes, documentedOrderKeys, documentedRelationships } from '../../support/graph-doc.ts';
import { ORDER_KEYS } from '../../../src/storage/order-keys.ts';

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

/** `time*` is every property of a time with that prefix. */
const expanded = (names: readonly string[]) =>
  names.flatMap((name) =>
    name.endsWith('*') ? Object.keys(flattenTime(name.slice(0, -1) as TimePrefix, parseTime({}))) : [name],
  );

const sortedLists = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(table).map(([name, list]) => [name, sorted(list)]));

describe('docs/graph.md says what src/storage stores', () => {
  const nodes = documentedNodes();
  const relationships = documentedRelationships();

  test('of which labels there are', () => {
    expect(sorted(Object.keys(nodes))).toEqual(sorted(Object.keys(nodeProperties)));
  });

  test.each(Object.keys(nodeProperties))('of the properties of %s', (label) => {
    expect(sorted(expanded(nodes[label] ?? []))).toEqual(sorted(nodeProperties[label]!));
  });

  test('of the types of relationships and their properties', () => {
    const documented = Object.fromEntries(relationships.map(({ type, properties }) => [type, properties]));
    expect(sortedLists(documented)).toEqual(sortedLists(relationshipProperties));
  });

  test('of the fields that are relationships', () => {
    const stored = Object.entries(storedFields).flatMap(([type, fields]) =>
      Object.entries(fields).flatMap(([field, storage]) =>
        storage.as === 'relationship' ? [`${type}.${field} ${storage.type}`] : [],
      ),
    );
    const documented = relationships.flatMap(({ type, fields }) => fields.map((field) => `${field} ${type}`));
    expect(sorted(documented)).toEqual(sorted(stored));
  });

  test('of the order keys', () => {
    expect(sorted(documentedOrderKeys())).toEqual(sorted(ORDER_KEYS));
    const stored = Object.values(nodeProperties).flat();
    expect(sorted(stored.filter((name) => /^sort[A-Z]/.test(name)))).toEqual(sorted(ORDER_KEYS));
  });

  test('and names no file that is not there', () => {
    const text = readFileSync('docs/graph.md', 'utf8');
    for (const [path] of text.matchAll(/(?<=`)(src|test)\/[\w./-]+\.ts(?=`)/g)) readFileSync(path);
  });
});
