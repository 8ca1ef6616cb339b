import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLSchema, buildASTSchema, isScalarType, parse } from 'graphql';
import { describeInputLimits } from './limits/input-limits.ts';
import { scalars } from './scalars.ts';

const FOLDER = join(import.meta.dirname, '../../schema');

/**
 * Builds the schema from schema/*.graphql, with the parsing functions of our scalars. There are no resolvers: the engine executes
 * operations, and graphql-js answers introspection.
 */
export function buildApiSchema(): GraphQLSchema {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.graphql'));
  const schema = buildASTSchema(parse(files.map((name) => readFileSync(join(FOLDER, name), 'utf8')).join('\n')));
  for (const type of Object.values(schema.getTypeMap())) {
    const scalar = scalars[type.name];
    if (scalar === undefined || !isScalarType(type)) continue;
    // Descriptions come from the SDL, parsing and serialisation from the scalar.
    type.serialize = scalar.serialize;
    type.parseValue = scalar.parseValue;
    type.parseLiteral = scalar.parseLiteral;
    type.specifiedByURL = scalar.specifiedByURL;
  }
  describeInputLimits(schema);
  return schema;
}
