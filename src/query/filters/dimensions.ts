import { afterStart, cypherStartOfSortTime } from '../../storage/order-keys.ts';
import { ClientError } from '../../domain/errors.ts';
import { type ConditionFactory } from '../ir/condition.ts';
import { inList } from './predicates.ts';

/** What lists are counted by (model/counts.ts), where a filter selects the same. */

/** From a meeting to the country that is recorded, or in which the place lies. */
export const VENUE_COUNTRY = '-[:HELD_AT]->()-[:LOCATED_IN*0..1]->(:Country)';

/** The start of its time as text of so many letters, `2024` or `2024-03`; null where it is not certain. */
export function cypherStart(node: string, letters: number): string {
  const [first, last] = cypherStartOfSortTime(node, letters);
  return `CASE WHEN ${node}.timeExact AND ${first} = ${last} THEN ${first} END`;
}

/** The number of characters of a date that are its year, and its month. */
export const [YEAR, MONTH] = ['2024'.length, '2024-03'.length];

/** A condition on the property that is a dimension of the nodes. */
export const inDimension =
  (dimension: string, property: string): ConditionFactory =>
  (values: readonly string[]) => ({ ...inList(property)(values as never)!, among: { dimension, values } });

const START = /^\d{4}(-(0[1-9]|1[0-2]))?$/;

/** It begins in one of these years or months, which are in one range of its sort key. */
export const beginsIn: ConditionFactory = (starts: readonly string[]) => {
  const malformed = starts.find((start) => !START.test(start));
  if (malformed !== undefined) {
    throw new ClientError(
      'BAD_USER_INPUT',
      `\`beginsIn\` has ${JSON.stringify(malformed.slice(0, 60))}; expected a year such as 2024, or a month such as 2024-03. For ` +
        'other times use `time`.',
    );
  }
  const [first, last] = [[...starts].sort()[0], starts.map(afterStart).sort().at(-1)];
  const lengths = [YEAR, MONTH].filter((letters) => starts.some(({ length }) => length === letters));
  return {
    key: `in ${lengths.join(', ')}`,
    parameters: [starts, first ?? '', last ?? ''],
    ...(lengths.length === 1 && { among: { dimension: lengths[0] === YEAR ? 'YEAR' : 'MONTH', values: starts } }),
    where: (node, cypher) => {
      const among = lengths.map((letters) => `${cypherStart(node, letters)} IN ${cypher.param(0)}`);
      const range = `${node}.sortTime >= ${cypher.param(1)} AND ${node}.sortTime < ${cypher.param(2)}`;
      return `${range} AND (${among.join(' OR ') || 'false'})`;
    },
  };
};
