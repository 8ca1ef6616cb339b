import { describe, expect, jest, test } from '@jest/globals';
import { type Tx } from '../../../src/graph/database.ts';
import { derivedTypes, nodeInput } from '../../support/node-inputs.ts';

/** What every encoder gives begins with this here, so that a key which none has made is found out. */
const MARK = '§';

const actual = await import('../../../src/storage/order-keys.ts');
const isEncoder = (name: string) => (actual.ORDER_KEYS as readonly string[]).includes(name) || name === 'sortActorName';
jest.unstable_mockModule('../../../src/storage/order-keys.ts', () =>
  Object.fromEntries(
    Object.entries(actual).map(([name, value]) => [
      name,
      isEncoder(name) && typeof value === 'function'
        ? (...input: never[]) => `${MARK}${(value as (...input: never[]) => string)(...input)}`
        : value,
    ]),
  ),
);

const { deriveNodeState } = await import('../../../src/record/derive/node-state.ts');
const { deriveClaimStatus } = await import('../../../src/record/derive/claim-status.ts');
const { derivePlanOutcomes } = await import('../../../src/record/derive/plan-outcomes.ts');
const { fromThingLine } = await import('../../../src/record/archive/line-format.ts');
const { toAsOfNode } = await import('../../../src/query/as-of/graph/node.ts');
const { getSortValue } = await import('../../../src/query/as-of/graph/values.ts');

type Properties = Readonly<Record<string, unknown>>;

const orderKeysOf = (properties: Properties) =>
  Object.entries(properties).filter(([name, value]) => /^sort[A-Z]/.test(name) && value !== null);

/** How many order keys there are; each must be the work of an encoder. */
function expectMarked(properties: Properties): number {
  const keys = orderKeysOf(properties);
  for (const [, value] of keys) expect(value).toMatch(new RegExp(`^${MARK}`));
  return keys.length;
}

/** A transaction that answers every statement with these rows. */
const answering = (...rows: object[]) => ({ run: () => Promise.resolve(rows) }) as unknown as Tx;

describe('every order key is made by the encoders of src/storage', () => {
  test('where the writer derives a node', () => {
    const numbers = derivedTypes.map((type) =>
      expectMarked(deriveNodeState(nodeInput(type, 'k:1')).derived.properties),
    );
    expect(numbers.reduce((sum, number) => sum + number)).toBeGreaterThan(15);
  });

  test('where it derives a claim and a plan', async () => {
    const claim = { id: 'c', key: 'c1', status: 'PLANNED', live: true, documents: [], tellers: [], json: [] };
    const plan = { polarity: 'AFFIRMATIVE', time: { timeFrom: '2025' }, supports: [], related: [], events: [] };
    const tx = answering({ ...claim, ...plan, properties: {}, stored: {} });
    const [status] = await deriveClaimStatus(tx, ['c']);
    const [outcome] = await derivePlanOutcomes(tx, ['c']);
    expect(expectMarked(status!.derived.properties)).toBe(1);
    expect(expectMarked(outcome!.derived.properties)).toBe(1);
  });

  test('where an export is read again', () => {
    const line = { record: 'thing', id: 'i', key: 'k:1', type: 'Meeting', holds: { updatedAt: '2025' } } as const;
    expect(expectMarked(fromThingLine(line))).toBe(2);
  });

  test('where an as-of query makes a node again', () => {
    for (const type of derivedTypes) {
      const state = JSON.stringify(deriveNodeState(nodeInput(type, 'k:1')).state);
      const node = toAsOfNode({ id: 'i', typeName: type, key: 'k:1', version: 1, at: '2025', state, claimNode: null })!;
      expect(expectMarked(node.properties)).toBeGreaterThan(1);
      if (type !== 'Participation') continue;
      const graph = { outgoingOne: () => node } as never;
      for (const order of ['sortTime', 'sortName']) expect(getSortValue(graph, node, order)).toMatch(`${MARK}`);
    }
  });
});

describe('what the writer derives, an as-of query makes again from the state that it keeps', () => {
  test.each(derivedTypes)('of a %s', (type) => {
    const { derived, state } = deriveNodeState(nodeInput(type, 'k:1'));
    const row = { id: 'i', typeName: type, key: 'k:1', version: 1, at: '2025', claimNode: null };
    const node = toAsOfNode({ ...row, state: JSON.stringify(state) })!;
    const lazily = type === 'Participation' ? /^(sortTime|sortName|time.*)$/ : /^$/;
    const expected = Object.entries(derived.properties).filter(
      ([name, value]) => value !== null && !lazily.test(name) && !/^name(Values|Langs|Kinds)$/.test(name),
    );
    expect(node.properties).toMatchObject(Object.fromEntries(expected));
  });
});
