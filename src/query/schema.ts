import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLSchema, buildASTSchema, isScalarType, parse } from 'graphql';
import { scalars } from './scalars.ts';

const FOLDER = join(import.meta.dirname, '../../schema');

/**
 * The API as schema/*.graphql says it, with the scalars' own parsing. There are no resolvers: execution is the engine's,
 * introspection graphql-js's.
 */
export function buildApiSchema(): GraphQLSchema {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.graphql'));
  const schema = buildASTSchema(parse(files.map((name) => readFileSync(join(FOLDER, name), 'utf8')).join('\n')));
  for (const type of Object.values(schema.getTypeMap())) {
    const scalar = scalars[type.name];
    if (scalar === undefined || !isScalarType(type)) continue;
    // The description is the SDL's; how values are read and written is the scalar's.
    type.serialize = scalar.serialize;
    type.parseValue = scalar.parseValue;
    type.parseLiteral = scalar.parseLiteral;
    type.specifiedByURL = scalar.specifiedByURL;
  }
  return schema;
}
