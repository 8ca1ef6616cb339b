import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { splitIntoBatches, countRows } from '../../../src/dataset/batches/batches.ts';
import { topologicalOrder } from '../../../src/dataset/batches/topological-order.ts';
import { capacityForMemory } from '../../../src/record/input/transaction-capacity.ts';
import { RecordInput } from '../../../src/record/input/record-input.ts';
import { type Block } from '../../support/recording.ts';

const dataSet = { key: 'test', title: 'Test' };

const split = (blocks: Block[], size: number) =>
  splitIntoBatches(
    blocks.map((block) => RecordInput.parse(block)),
    blocks.map(() => dataSet),
    size,
  );

const en = (value: string) => [{ value, lang: 'en' }];
const source = (document: string): Block['source'] => ({ document, attributionKind: 'NARRATION' });
const topic = (name: string, broader?: string) => ({
  key: `topic:${name}`,
  names: en(`Topic ${name}`),
  ...(broader === undefined ? {} : { broader: `topic:${broader}` }),
});

/** The keys of each batch's rows, list by list. */
const keysIn = (blocks: readonly RecordInput[]) =>
  blocks.flatMap(({ source: _, ...lists }) =>
    Object.values(lists).flatMap((list) =>
      (list as { key?: string; ref?: string }[]).map(({ key, ref }) => key ?? ref),
    ),
  );

test('an order of need has everything after what it needs, or together with it', () => {
  const graphs = fc
    .integer({ min: 1, max: 30 })
    .chain((size) =>
      fc.array(fc.uniqueArray(fc.nat(size - 1), { maxLength: 4 }), { minLength: size, maxLength: size }),
    );
  fc.assert(
    fc.property(graphs, (needs) => {
      const ordered = topologicalOrder(needs.map((each) => new Set(each)));
      expect(ordered.flat().sort((a, b) => a - b)).toEqual(needs.map((_, node) => node));
      const placeOf = new Map(ordered.flatMap((nodes, place) => nodes.map((node) => [node, place] as const)));
      for (const [node, needed] of needs.entries())
        for (const other of needed) expect(placeOf.get(other)!).toBeLessThanOrEqual(placeOf.get(node)!);
    }),
  );
});

describe('batches', () => {
  test('bring what is pointed at first, wherever it stands, and keep every row once', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,6}$/), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(names, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (all, choices) => {
        const rows = all.map((name, index) =>
          topic(name, choices[index]! % 3 ? all[choices[index]! % all.length] : undefined),
        );
        const blocks: Block[] = [
          { source: source('doc:a'), topics: rows.slice(0, rows.length / 2) },
          { source: source('doc:b'), topics: rows.slice(rows.length / 2) },
        ];
        const batches = split(blocks, 3);
        expect(batches.flatMap(({ blocks }) => keysIn(blocks)).sort()).toEqual(rows.map(({ key }) => key).sort());
        const there = new Set<string>();
        for (const { blocks, size } of batches) {
          expect(countRows(blocks)).toBe(size);
          for (const key of keysIn(blocks)) there.add(key!);
          for (const { broader } of blocks.flatMap(({ topics }) => topics ?? []))
            if (broader !== undefined) expect(there).toContain(broader);
        }
      }),
    );
  });

  test('lead from a place in a batch back to the row of the input', () => {
    const batches = split([{ source: source('doc:a'), topics: [topic('a', 'c'), topic('b'), topic('c')] }], 1);
    const origins = batches.map(({ blocks, originalPath: originOf }) => [
      keysIn(blocks)[0],
      originOf([0, 'topics', 0, 'names']),
    ]);
    expect(origins).toEqual([
      ['topic:c', [0, 'topics', 2, 'names']],
      ['topic:a', [0, 'topics', 0, 'names']],
      ['topic:b', [0, 'topics', 1, 'names']],
    ]);
  });

  test.each<[string, Block[], string[]]>([
    [
      'rows about one thing in one document, which an import finds again under one key',
      [
        { source: source('doc:a'), topics: [{ ref: 'topic:x' }] },
        { source: source('doc:a'), topics: [topic('other'), { ref: 'topic:x' }] },
      ],
      ['topic:x', 'topic:x'],
    ],
    [
      'a claim and the row that it supports',
      [
        {
          source: source('doc:a'),
          meetings: [{ ref: 'meeting:m', status: 'HELD' }],
          topics: [topic('other')],
          claims: [
            { key: 'c1', type: 'STATUS', subject: 'meeting:m', value: 'HELD', text: 'It was.', modality: 'OCCURRED' },
          ],
        },
      ],
      ['meeting:m', 'c1'],
    ],
    [
      'a new thing and the row that says what it cannot do without',
      [
        { source: source('doc:a'), topics: [{ key: 'topic:x' }, topic('other')] },
        { source: source('doc:b'), topics: [{ ref: 'topic:x', names: en('X') }] },
      ],
      ['topic:x', 'topic:x'],
    ],
  ])('keep together %s', (_, blocks, together) => {
    const batches = split(blocks, 1).map(({ blocks }) => keysIn(blocks));
    expect(batches).toContainEqual(together);
  });
});

test('a batch is a quarter of what the memory holds at most', () => {
  expect(capacityForMemory(0.7 * 2 ** 30)).toEqual({ atOnce: 13_263, batch: 3_684 });
  expect(capacityForMemory(2 ** 34)).toEqual({ atOnce: 20_000, batch: 4_000 });
  expect(capacityForMemory(2 ** 20)).toEqual({ atOnce: 200, batch: 200 });
});
