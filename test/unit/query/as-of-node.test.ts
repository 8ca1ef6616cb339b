import { describe, expect, test } from '@jest/globals';
import { type TypeName } from '../../../src/domain/node-types.ts';
import { type AsOfGraph } from '../../../src/query/as-of/graph/graph.ts';
import { type AsOfNode, toAsOfNode } from '../../../src/query/as-of/graph/node.ts';
import { getSortValue, getWindow, reliabilityRankOf } from '../../../src/query/as-of/graph/values.ts';

const nodeOf = (typeName: TypeName, key: string, state: object, said: object | null = null) =>
  toAsOfNode({
    ...{ id: `id of ${key}`, typeName, key, version: 1, at: '2025-02-14T00:00:00.000Z' },
    state: JSON.stringify(state),
    claimNode: said as Record<string, unknown> | null,
  })!;

const names = [{ value: 'The 9th of all', lang: 'en', kind: 'COMMON' }];
const NAME = 'the 000000000009th of all';

const meeting = nodeOf('Meeting', 'meeting:m9', { names, time: { edtf: '2025-02-12' }, ordinal: 26 });

/** A graph in which each relationship leads to the one node given for its type. */
const graphWith = (ends: Readonly<Record<string, AsOfNode>>) =>
  ({
    outgoing: (_: AsOfNode, type: string) => (ends[type] ? [ends[type]] : []),
    outgoingOne: (_: AsOfNode, type: string) => ends[type] ?? null,
  }) as unknown as AsOfGraph;

describe('the order keys of a node as it was', () => {
  test.each([
    [
      meeting,
      {
        sortKey: 'meeting:m000000000009',
        sortTime: '2025-02-12|2025-02-12|2025-02-12|meeting:m9',
        sortOrdinal: '000026|meeting:m000000000009',
        sortName: `${NAME}  meeting:m000000000009`,
        sortUpdated: '2025-02-14T00:00:00.000Z|meeting:m000000000009',
      },
    ],
    [
      nodeOf('Meeting', 'meeting:m', {}),
      { sortTime: '~|~|~|meeting:m', sortOrdinal: '~|meeting:m', status: 'UNKNOWN' },
    ],
    [nodeOf('Post', 'post:p2', { names, level: 'MINISTER' }), { sortLevel: '05|post:p000000000002' }],
    [
      nodeOf('Tenure', 'tenure:t', { start: { edtf: '2024-07-05' }, observedAt: [{ edtf: '2025-01-10' }] }),
      {
        ...{ sortTime: '2024-07-05|2024-07-05|2024-07-05|tenure:t', status: 'UNKNOWN', acting: false },
      },
    ],
    [
      nodeOf('Statement', 'stmt:s', { time: { edtf: '2025-02' } }),
      { sortTime: '2025-02-01|2025-02-28|2025-02-28|stmt:s' },
    ],
    [nodeOf('Document', 'doc:d7', { title: 'A readout' }), { sortName: 'a readout  doc:d000000000007' }],
  ])('%#', (node, expected) => {
    expect(node.properties).toMatchObject(expected);
  });

  test('of a participation come from its meeting and its actor', () => {
    const fact = nodeOf('Participation', 'part:p2', { level: 'MINISTER' });
    const actor = nodeOf('Official', 'official:ann', { names: [{ value: 'Ann Able', lang: 'en', kind: 'COMMON' }] });
    const graph = graphWith({ IN_EVENT: meeting, OF_ACTOR: actor });
    expect(['sortTime', 'sortLevel', 'sortName'].map((order) => getSortValue(graph, fact, order))).toEqual([
      '2025-02-12|2025-02-12|2025-02-12|part:p2',
      '05|part:p000000000002',
      'ann able  official:ann|part:p000000000002',
    ]);
    expect(getWindow(graph, fact, 'time')).toEqual({ from: '2025-02-12', until: '2025-02-12', exact: true });
  });
});

describe('how reliable a claim was', () => {
  const claim = nodeOf(
    'Claim',
    'c1',
    { reviewState: 'ACCEPTED' },
    { modality: 'OCCURRED', attributionKind: 'NARRATION' },
  );

  test('is that of its best document', () => {
    const document = nodeOf('Document', 'doc:d', {
      reliability: 'USUALLY_RELIABLE',
      published: { edtf: '2025-02-13' },
    });
    expect(reliabilityRankOf(graphWith({ EVIDENCE: document }), claim)).toBe(1);
  });

  test('is UNKNOWN without a document, as the writer stores it', () => {
    expect(reliabilityRankOf(graphWith({}), claim)).toBe(3);
  });
});
