import { type BoundArguments } from '../ir/bound-arguments.ts';
import { type CypherStatement } from './cypher-writer.ts';

/** The parameters of a statement, by name. */
export function toParameters(
  { parameters }: Pick<CypherStatement, 'parameters'>,
  boundArguments: readonly BoundArguments[],
): Record<string, unknown> {
  const values = parameters.map(
    ({ argumentsIndex, valueIndex }) => boundArguments[argumentsIndex]!.parameters[valueIndex],
  );
  return Object.fromEntries(values.map((value, index) => [`p${index}`, value]));
}
