import { GraphQLError, type DocumentNode, OperationTypeNode, getOperationAST, parse } from 'graphql';
import { z } from 'zod';
import { MAX_TOKENS } from '../../api/limits.ts';
import { ClientError } from '../../domain/errors.ts';
import { defineTool } from '../tool.ts';

export const query = defineTool({
  name: 'query',
  title: 'Ask in GraphQL',
  description:
    'Runs a GraphQL query, for what the other tools do not answer. Only queries. `schema` says which fields there are. Ask facts for `standing`, `status` and ' +
    '`claims { text attributionKind evidence { paragraph document { title url publisher { name } citation(style: APA) } } }`, so that the answer says on whose word it is; ' +
    'and for `graphVersion`. Example: { meetings(last: 5) { nodes { key name status time { edtf } chairs { standing actor { name } } } } graphVersion }',
  input: z.strictObject({
    query: z.string().min(1).max(20_000).describe('The document, with one query.'),
    variables: z.record(z.string(), z.unknown()).default({}).describe('The values of its variables.'),
  }),
  output: z.strictObject({
    data: z.record(z.string(), z.unknown()).describe('What was asked for, as GraphQL gives it.'),
  }),
  run: async ({ query: text, variables }, { ask }) => {
    const data = { ...(await ask(parseQuery(text), variables)) };
    return { text: JSON.stringify(data), structured: { data } };
  },
});

/** @throws ClientError for what is no document with one query. */
function parseQuery(text: string): DocumentNode {
  const document = parseText(text);
  const operation = getOperationAST(document);
  if (!operation) {
    throw new ClientError('BAD_USER_INPUT', 'Send a document with one query in it; there is none, or more than one.');
  }
  if (operation.operation !== OperationTypeNode.QUERY) {
    throw new ClientError('FORBIDDEN', `Only queries are run here; this is a ${operation.operation}.`);
  }
  return document;
}

function parseText(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) throw new ClientError('GRAPHQL_PARSE_FAILED', error.message);
    throw new ClientError('GRAPHQL_PARSE_FAILED', 'The query is nested too deep to be read.', {}, { cause: error });
  }
}
