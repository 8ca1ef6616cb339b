import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { type Database } from '../../../src/graph/database.ts';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { articleGraph } from '../../support/article.ts';
import { ask, dataOf, schema } from '../../support/query.ts';

// A database that plans each statement for the first time takes its time on a busy machine.
jest.setTimeout(120_000);

let database: Database;
let engine: Engine;
beforeAll(async () => {
  database = await articleGraph();
  engine = createEngine({ schema, database });
}, 180_000);

/** Values for arguments that must be given. */
const given: Record<string, string> = { on: '"2025-02-08"', date: '"2025-02-08"', by: '[]' };

/** All that can be asked of a type but some fields, objects below as far as this many levels. */
function everything(type: GraphQLObjectType, levels: number, leftOut: readonly string[] = []): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (leftOut.includes(field.name)) return [];
    const inner = below(field, levels, leftOut);
    return inner === null ? [] : [`${field.name}${argumentsOf(field)}${inner}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

function below(field: GraphQLField<unknown, unknown>, levels: number, leftOut: readonly string[]): string | null {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  if (isObjectType(type) && !isThing(type)) return ` ${everything(type, levels, leftOut)}`;
  if (levels === 0) return ' { __typename }';
  if (isAbstractType(type)) return ' { __typename ... on Node { key } }';
  return isObjectType(type) ? ` ${everything(type, levels - 1, leftOut)}` : null;
}

const isThing = (type: GraphQLObjectType) => type.getInterfaces().some(({ name }) => name === 'Node');

function argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
  const needed = args.filter(isRequiredArgument).map(({ name }) => `${name}: ${given[name]}`);
  return needed.length > 0 ? `(${needed.join(', ')})` : '';
}

const things = schema.getPossibleTypes(schema.getType('Node') as never);

describe.each(things.map((type) => [type.name, type] as const))('%s', (name, type) => {
  test('returns every field of every node as it is stored', async () => {
    const stored = await database.read((tx) =>
      tx.run<{ id: string; properties: Record<string, unknown> }>(
        `MATCH (n:${name}) WITH n ORDER BY n.key LIMIT 5 RETURN n.id AS id, properties(n) AS properties`,
      ),
    );
    expect(stored.length).toBeGreaterThan(0);
    const query = `query ($id: ID!) { node(id: $id) { ... on ${name} ${everything(type, 0)} } }`;
    for (const { id, properties } of stored) {
      const { node } = await dataOf<{ node: Record<string, unknown> }>(engine, query, { id });
      const plain = Object.values(type.getFields()).filter(
        (field) => isLeafType(getNamedType(field.type)) && field.name in properties,
      );
      expect(plain.length).toBeGreaterThan(1);
      for (const field of plain)
        expect({ [field.name]: node[field.name] }).toEqual({ [field.name]: properties[field.name] });
    }
  });
});

test('a long operation two levels deep has no errors', async () => {
  // With conflicts it would read more fields than an operation may.
  const meeting = everything(schema.getType('Meeting') as GraphQLObjectType, 1, ['conflicts']);
  const query = `{ meeting(ref: "meeting:udcg-26") ${meeting} }`;
  const { data, errors } = await ask(engine, query);
  expect(errors).toBeUndefined();
  expect(data).toHaveProperty('meeting.body.key', 'org:udcg');
});
