import { type GraphQLNamedType, type GraphQLSchema, isIntrospectionType, printType } from 'graphql';
import { z } from 'zod';
import { ClientError } from '../../domain/errors.ts';
import { closestMatches } from '../../domain/identity/keys.ts';
import { defineTool } from '../tool.ts';

/** Types that one call gives. */
const MAX_TYPES = 10;

/** Says what can be asked by `query`: the types of the schema, with what each field means. */
export function schemaTool(schema: GraphQLSchema) {
  const types = new Map(
    Object.values(schema.getTypeMap())
      .filter((type) => !isIntrospectionType(type))
      .map((type) => [type.name, type]),
  );
  return defineTool({
    name: 'schema',
    title: 'What can be asked in GraphQL',
    description:
      'Types of the GraphQL schema with all their fields and what these mean, for `query`. Begin with `Query`, `Meeting`, `Participation`, `Claim`, `MeetingFilter`.',
    input: z.strictObject({
      types: z.array(z.string().min(1).max(100)).min(1).max(MAX_TYPES).describe('Names of types: `["Meeting"]`.'),
    }),
    output: z.strictObject({ sdl: z.string().describe('The types in the schema definition language.') }),
    run: ({ types: names }) => {
      const found = names.map((name) => types.get(name) ?? unknown(name, types));
      const sdl = found.map(printType).join('\n\n');
      return Promise.resolve({ text: sdl, structured: { sdl } });
    },
  });
}

function unknown(name: string, types: ReadonlyMap<string, GraphQLNamedType>): never {
  const nearest = closestMatches(name, types.keys());
  const meant = nearest.length === 0 ? ' Query names those there are.' : ` Did you mean ${nearest.join(' or ')}?`;
  throw new ClientError('BAD_USER_INPUT', `The schema has no type ${name}.${meant}`);
}
