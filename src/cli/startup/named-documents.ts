import { readFileSync } from 'node:fs';
import { GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { z } from 'zod';
import { ClientError } from '../../domain/errors.ts';
import { type NamedDocument, type NamedDocuments } from '../../server/graphql/named-documents.ts';

/** What tools that make persisted documents write: texts by their names or hashes, or the manifest of Apollo. */
const Manifest = z.union([
  z
    .object({
      format: z.literal('apollo-persisted-query-manifest'),
      version: z.literal(1),
      operations: z.array(z.object({ id: z.string(), body: z.string() })),
    })
    .transform(({ operations }) => operations.map(({ id, body }): [string, string] => [id, body])),
  z.record(z.string(), z.string()).transform((texts) => Object.entries(texts)),
]);

/** The example queries of the playground by their names in its links, with their variables. */
export const savedQuestions = (
  examples: readonly { name: string; query: string; variables: string }[],
): [string, NamedDocument][] =>
  examples.map(({ name, query, variables }) => [
    name,
    { query, variables: variables === '' ? undefined : (JSON.parse(variables) as Record<string, unknown>) },
  ]);

/** Problems of documents that are shown; the rest are counted. */
const SHOWN = 10;

/**
 * The documents of a manifest by their names.
 *
 * @throws ClientError INVALID_SETTING for a file that is none, and for documents that the schema does not allow.
 */
export function readManifest(path: string, schema: GraphQLSchema): NamedDocuments {
  const documents = new Map(readTexts(path).map(([name, query]) => [name, { query }]));
  const problems = [...documents].flatMap(([name, { query }]) =>
    problemsOf(query, schema).map((message) => `${name}: ${message}`),
  );
  if (problems.length === 0) return documents;
  const more = problems.length > SHOWN ? `\n... and ${problems.length - SHOWN} more` : '';
  throw invalid(path, `has documents that the schema does not allow:\n${problems.slice(0, SHOWN).join('\n')}${more}`);
}

function readTexts(path: string): [string, string][] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw invalid(path, `cannot be read as JSON: ${(error as Error).message}`);
  }
  const { data } = Manifest.safeParse(content);
  if (data) return data;
  throw invalid(
    path,
    'is no manifest: expected {"NAME": "query ..."}, or the manifest of persisted queries that Apollo writes',
  );
}

function problemsOf(query: string, schema: GraphQLSchema): string[] {
  try {
    return validate(schema, parse(query)).map(({ message }) => message);
  } catch (error) {
    if (error instanceof GraphQLError) return [error.message];
    throw error;
  }
}

const invalid = (path: string, what: string) =>
  new ClientError('INVALID_SETTING', `The file ${path} (CHANCERY_DOCUMENTS) ${what}`, {
    settings: ['CHANCERY_DOCUMENTS'],
  });
