import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Database } from '../../../src/graph/database.ts';
import { findViolations } from '../../../src/record/integrity/invariants.ts';

/** A graph that has only places with an order by name, and of these the sample that it gives. */
function graphOf(values: readonly string[], sample: readonly string[]): Pick<Database, 'read'> {
  const rows = (statement: string, { after, upTo }: { after?: string; upTo?: string } = {}): unknown[][] => {
    if (!statement.startsWith('MATCH (t:Entity)') || !statement.includes('t.sortName')) return [];
    if (after === undefined) return sample.toSorted().map((value) => [value]);
    const inRange = values.map((value, index) => ({ value, key: `place:${index}` }));
    const groups = Map.groupBy(
      inRange.filter(({ value }) => value > after && value <= upTo!),
      ({ value }) => value,
    );
    return [...groups.values()].flatMap((alike) => (alike.length > 1 ? alike.map(({ key }) => [key]) : []));
  };
  const tx = {
    run: () => Promise.resolve([]),
    rows: (statement: string, parameters?: object) => Promise.resolve(rows(statement, parameters)),
  };
  return { read: (work) => work(tx) };
}

test('values that are shared are found, wherever a sample makes ranges end', async () => {
  const value = fc.nat(300).map((number) => `name ${number}`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(value, { maxLength: 200, size: 'max' }),
      fc.array(value, { maxLength: 100, size: 'max' }),
      async (values, sample) => {
        const found: string[] = [];
        for await (const { key, message } of findViolations(graphOf(values, sample) as Database)) {
          expect(message).toBe('shares with another its sortName');
          found.push(key);
        }
        const shared = values.flatMap((own, index) =>
          values.filter((each) => each === own).length > 1 ? [`place:${index}`] : [],
        );
        expect(found.toSorted()).toEqual(shared.toSorted());
      },
    ),
  );
});
