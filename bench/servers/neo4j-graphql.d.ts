/**
 * What the peer server uses of @neo4j/graphql, so that the types of the project can be checked where the benchmark has not
 * been installed.
 */
declare module '@neo4j/graphql' {
  import { type GraphQLSchema } from 'graphql';
  import { type Driver } from 'neo4j-driver';

  export class Neo4jGraphQL {
    constructor(options: { typeDefs: string; driver: Driver; features?: object });
    getSchema(): Promise<GraphQLSchema>;
  }
}
