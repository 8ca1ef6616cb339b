import { type GraphQLSchema } from 'graphql';
import { type Tool } from '../tool.ts';
import { entity } from './entity.ts';
import { network } from './network.ts';
import { query } from './query.ts';
import { schemaTool } from './schema.ts';
import { search } from './search.ts';

/** All tools, in the order in which they are listed. */
export const createTools = (schema: GraphQLSchema): readonly Tool[] => [
  search,
  entity,
  network,
  query,
  schemaTool(schema),
];
