import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';
import { addressFromEnvironment } from './environment.ts';
import { typeDefs } from './peer-types.ts';

/** The peer: @neo4j/graphql behind Apollo Server, over the same stored graph. */
const { uri, username, password } = addressFromEnvironment();
const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { maxConnectionPoolSize: 16 });
const comparisons = { LT: true, LTE: true, GT: true, GTE: true };
const neo4jGraphQL = new Neo4jGraphQL({ typeDefs, driver, features: { filters: { String: comparisons } } });
const server = new ApolloServer({ schema: await neo4jGraphQL.getSchema() });
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: () => Promise.resolve({}),
});
process.stdout.write(`Open ${url} in a browser.\n`);
