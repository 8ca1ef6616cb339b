import { type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { type Engine } from '../../src/query/engine.ts';
import { type Graph } from './reference/graph.ts';
import { executeReference } from './reference/reference.ts';

/** An operation with values for its variables. */
export interface Asked {
  query: string;
  document: DocumentNode;
  variables: Readonly<Record<string, unknown>>;
}

/** Those that answer the same operation, beside the reference. */
export type Engines = Readonly<Record<string, Engine>>;

/**
 * Fails where an engine does not answer as the reference does, byte for byte.
 *
 * @returns False where nothing was compared, as the operation may bring too much: what the reference brings has no limit, and
 *   what may be asked is for test/unit/query/cost.test.ts.
 */
export async function compare(schema: GraphQLSchema, graph: Graph, engines: Engines, asked: Asked): Promise<boolean> {
  const { query, document, variables } = asked;
  const names = Object.keys(engines);
  const results = await Promise.all(names.map((name) => engines[name]!.execute({ document, variables })));
  const refused = results.filter(({ errors }) => errors?.some(({ extensions }) => extensions.code === 'TOO_COSTLY'));
  if (refused.length === results.length) return false;

  const expected = textOf(await executeReference(schema, graph, asked));
  for (const [index, name] of names.entries()) {
    const given = textOf(results[index]!);
    if (given === expected) continue;
    throw new Error(
      [
        `${name} does not answer as the reference does.`,
        `${query}\nvariables: ${JSON.stringify(variables)}`,
        `the reference: ${around(expected, given)}`,
        `${name}: ${around(given, expected)}`,
      ].join('\n\n'),
    );
  }
  return true;
}

/** An answer as it is sent; errors, which may come in any order, in that of their places. */
function textOf({ data, errors }: ExecutionResult): string {
  const told = errors?.map((error) => JSON.stringify(error)).sort();
  return JSON.stringify({ data, errors: told?.map((error) => JSON.parse(error) as unknown) });
}

const SHOWN = 600;

/** The whole text, or as much as shows where it differs from the other. */
function around(text: string, other: string): string {
  if (text.length <= 2 * SHOWN) return text;
  let at = 0;
  while (text[at] === other[at]) at++;
  return `... ${text.slice(Math.max(0, at - SHOWN), at + SHOWN)} ...`;
}
