import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { type Batch, BatchCutter, countRows, orderRows } from '../../../src/dataset/batches/batches.ts';
import { topologicalOrder } from '../../../src/dataset/batches/topological-order.ts';
import { Pace } from '../../../src/dataset/batches/pace.ts';
import { bytesOf } from '../../../src/record/input/transaction-capacity.ts';
import { RecordInput } from '../../../src/record/input/record-input.ts';
import { type Block } from '../../support/recording.ts';

const dataSet = { key: 'test', title: 'Test' };

const inputOf = (blocks: Block[]) => blocks.map((block) => ({ block: RecordInput.parse(block), dataSet }));

function split(blocks: Block[], size: number): Batch[] {
  const input = inputOf(blocks);
  const cutter = new BatchCutter(input, orderRows(input));
  const batches: Batch[] = [];
  for (let batch = cutter.cut(size); batch !== null; batch = cutter.cut(size)) {
    batches.push(batch);
    cutter.accept();
  }
  return batches;
}

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
      const ordered = topologicalOrder(needs);
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

describe('a cutter', () => {
  const blocks = Array.from({ length: 50 }, (_, index): Block => ({
    source: source(`doc:${index}`),
    topics: [topic(`a${index}`, index > 0 ? `a${index - 1}` : 'z'), topic(`b${index}`)],
  }));
  const forward: Block[] = [...blocks, { source: source('doc:last'), topics: [topic('z')] }];

  test('holds no block whose rows are all recorded, and reads none before it is needed', () => {
    const parsed = inputOf(blocks.map((block, index) => (index === 0 ? { ...block, topics: [topic('z')] } : block)));
    const order = orderRows(parsed);
    let read = 0;
    const input = {
      *[Symbol.iterator]() {
        for (const each of parsed) {
          read += 1;
          yield each;
        }
      },
    };
    const cutter = new BatchCutter(input, order);
    for (let rows = 2; rows <= 20; rows += 2) {
      cutter.cut(2);
      cutter.accept();
      expect(read).toBeLessThanOrEqual(rows / 2 + 2);
    }
  });

  test('cuts the same rows again, fewer of them if wanted, until they are accepted', () => {
    const input = inputOf(forward);
    const cutter = new BatchCutter(input, orderRows(input));
    const [large, small, same] = [cutter.cut(10)!, cutter.cut(5)!, cutter.cut(5)!];
    expect([large.size, small.size]).toEqual([10, 5]);
    expect(keysIn(same.blocks)).toEqual(keysIn(small.blocks));
    expect(keysIn(small.blocks)).toContain('topic:z');
    cutter.accept();
    expect(cutter.done).toBe(5);
    expect(keysIn(cutter.cut(5)!.blocks)).not.toEqual(keysIn(small.blocks));
  });

  test('gives rows the same fingerprint however they are cut, and others another one', () => {
    const fingerprints = (rows: number, edited = forward) =>
      new Map(split(edited, rows).map(({ fingerprint, blocks }) => [keysIn(blocks).at(-1), fingerprint]));
    const ends = (rows: number) =>
      split(forward, rows).reduce<[number, string][]>(
        (all, { size, fingerprint }) => [...all, [(all.at(-1)?.[0] ?? 0) + size, fingerprint]],
        [],
      );
    const byOne = new Map(ends(1));
    for (const [rows, fingerprint] of ends(7)) expect(byOne.get(rows)).toBe(fingerprint);
    const edited = forward.map((block, index) =>
      index === 49 ? { ...block, topics: [topic('a49', 'a48'), topic('c')] } : block,
    );
    expect([...fingerprints(10).values()].at(-1)).not.toBe([...fingerprints(10, edited).values()].at(-1));
    expect([...fingerprints(10).values()][0]).toBe([...fingerprints(10, edited).values()][0]);
  });
});

test('batches are as long as fits into a second, and no longer than a transaction holds', () => {
  const pace = new Pace(2_000);
  expect(pace.rows).toBe(500);
  pace.took(500, 100);
  expect(pace.rows).toBe(1_000);
  pace.took(1_000, 500);
  expect(pace.rows).toBe(2_000);
  pace.took(2_000, 1_000);
  expect(pace.rows).toBe(2_000);
  pace.took(2_000, 1_250);
  expect(pace.rows).toBe(1_600);
  pace.took(1_600, 60_000);
  expect(pace.rows).toBe(800);
  pace.took(800, 60_000);
  expect(pace.rows).toBe(500);
  pace.halve(500);
  expect(pace.rows).toBe(250);
  pace.took(250, 100);
  expect(pace.rows).toBe(250);
  expect(new Pace(40).rows).toBe(40);
});

test('what is sent is weighed by its values and their length', () => {
  expect(bytesOf([{ a: 'x'.repeat(1_000), b: 1, c: null }, ['y', [true, undefined]]])).toBe(4 * 300 + 4 * 1_001);
  expect(bytesOf(undefined)).toBe(0);
});
