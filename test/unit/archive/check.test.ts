import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkArchive } from '../../../src/record/archive/check-archive.ts';
import { type Line, formatLine } from '../../../src/record/archive/line-format.ts';
import { openText, wholeFile as whole } from '../../support/archive.ts';

const at = '2026-11-24T20:36:17.000Z';
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const holds = { version: 1, createdAt: at, updatedAt: at };
const revisionOf = (number: number): Line => ({
  record: 'revision',
  id: id(100 + number),
  of: id(number),
  holds: {
    ...{ at, by: 'anna', operation: 'CREATE', version: 1, sequence: 7, sortSequence: `000000000007|000000${number}` },
    changes: { name: { after: 'Österreich' } },
    state: { name: 'Österreich' },
  },
});
const lines: Line[] = [
  { record: 'chancery', format: 3 },
  { record: 'dataSet', key: 'mine', holds: { title: 'Mine', importedAt: at } },
  { record: 'thing', id: id(1), key: 'country:AT', type: 'Country', holds },
  { record: 'thing', id: id(2), key: 'doc:one', type: 'Document', holds },
  { record: 'tombstone', id: id(3), key: 'country:XX', type: 'Country', holds },
  {
    record: 'link',
    type: 'DESCRIBES',
    from: id(2),
    to: id(1),
    holds: { dataSet: '', says: { names: ['Österreich'] } },
  },
  { record: 'link', type: 'MERGED_INTO', from: id(3), to: id(1), holds: { sequence: 7 } },
  ...[1, 2, 3].map(revisionOf),
];

const file = whole(lines);
const problemsOf = async (content: string | Uint8Array) => (await checkArchive(openText(content))).problems;
/** The file with other lines in the place of one. */
const instead = (index: number, ...others: readonly (Line | Record<string, unknown>)[]) =>
  whole([...lines.slice(0, index), ...(others as Line[]), ...lines.slice(index + 1)]);

test('a file as it was exported is sound', async () => {
  const { problems, counts, latest, kinds, sha256 } = await checkArchive(openText(file));
  expect(problems).toEqual([]);
  expect(counts).toMatchObject({
    things: { Country: 1, Document: 1 },
    links: { DESCRIBES: 1 },
    revisions: 3,
    tombstones: 1,
  });
  expect(latest).toBe(7);
  expect(kinds.get(id(3))).toBe('tombstone');
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});

describe('told with its line is', () => {
  const named: [string, () => string | Uint8Array, RegExp][] = [
    [
      'a file of something else',
      () => 'blocks:\n',
      /^line 1: is not JSON\nline 1: the file is not an export of Chancery/,
    ],
    ['nothing at all', () => '', /^the file is empty$/],
    [
      'a format that is not known',
      () => instead(0, { record: 'chancery', format: 1 }),
      /^line 1: the export has format 1, and this version of Chancery reads format 3/,
    ],
    [
      'a record that is not known',
      () => instead(2, { record: 'thin' }),
      /^line 3: expected one of .*found "thin"; did you mean thing\?/,
    ],
    [
      'a type that is not known',
      () => instead(2, { ...lines[2], type: 'Contry' }),
      /^line 3: type "Contry" is not one of .*did you mean Country\?/,
    ],
    [
      'a relationship that is not known',
      () => instead(5, { ...lines[5], type: 'LIKES' }),
      /^line 6: type "LIKES" is not one of/,
    ],
    [
      'an end that is not there',
      () => instead(2),
      /^line 5: refers to 0{8}-.*1, but no thing or tombstone .*has that id/,
    ],
    ['a thing that is there twice', () => instead(2, lines[2]!, lines[2]!), /^line 4: 0{8}-.* occurs twice/],
    ['a data set that is there twice', () => instead(1, lines[1]!, lines[1]!), /^line 3: dataSet mine occurs twice/],
    [
      'a key that another thing has',
      () => instead(3, { ...lines[3], key: 'country:AT' }),
      /^line 4: thing country:AT occurs twice/,
    ],
    [
      'things in another order',
      () => whole(lines.with(2, lines[3]!).with(3, lines[2]!)),
      /^line 4: thing country:AT comes after thing doc:one; expected it before/,
    ],
    [
      'a change that is there twice',
      () => instead(7, lines[7]!, { ...lines[7], holds: (lines[8] as { holds: unknown }).holds }, lines[9]!),
      /^line 9: revision 0{8}-.*101 occurs twice/,
    ],
    [
      'an id in capital letters',
      () => instead(2, { ...lines[2], id: 'ABCDEF00-0000-4000-8000-000000000000' }),
      /^line 3: id "ABCDEF00-.*" is not an id/,
    ],
    [
      'a line in another place',
      () => whole([...lines, lines[2]!]),
      /^line 11: "thing" comes after "revision"; expected it before/,
    ],
    ['a field too many', () => instead(2, { ...lines[2], name: 'x' }), /^line 3: name there is no field name here/],
    [
      'a value that a graph cannot hold',
      () => instead(2, { ...lines[2], holds: { ...holds, x: { y: 1 } } }),
      /^line 3: holds x /,
    ],
    [
      'a line that is cut off',
      () => file.slice(0, 400),
      /^line \d: is not JSON\nthe file is incomplete: it ends after line \d, without the last line/,
    ],
    [
      'a file that ends between two lines',
      () => file.split('\n').slice(0, 8).join('\n') + '\n',
      /^the file is incomplete: it ends after line 8, without the last line of an export/,
    ],
    [
      'a line that is missing',
      () => file.split('\n').toSpliced(9, 1).join('\n'),
      /^line 10: its counts and sha256 do not match the lines before it/,
    ],
    [
      'a word that was changed',
      () => file.replace('"title":"Mine"', '"title":"Mind"'),
      /^line 11: its counts and sha256/,
    ],
    [
      'another way of writing',
      () => file.replace('"format":3,', '"format": 3,'),
      /^line 1: is not formatted as an export writes it/,
    ],
    ['something after the end', () => `${file}{}\n`, /^line 12: comes after the last line/],
    [
      'bytes that are no UTF-8',
      () => Buffer.concat([Buffer.from(file.slice(0, 60)), Buffer.from([0xff]), Buffer.from(file.slice(60))]),
      /^line 2: is not UTF-8/,
    ],
  ];

  test.each(named)('%s', async (_, content, expected) => {
    expect((await problemsOf(content())).join('\n')).toMatch(expected);
  });
});

test('a file with a thousand mistakes tells the first twenty', async () => {
  const problems = await problemsOf(`${formatLine(lines[0]!)}${'{}\n'.repeat(1_000)}`);
  expect(problems).toHaveLength(21);
  expect(problems.at(-1)).toBe('The rest of the file was not checked.');
});

test('whatever happens to a file on its way, it is noticed', async () => {
  const bytes = Buffer.from(file);
  const place = fc.nat(bytes.length - 1);
  const damage = fc.oneof(
    fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
      const damaged = Buffer.from(bytes);
      damaged[at]! ^= by;
      return damaged;
    }),
    place.map((at) => bytes.subarray(0, at)),
    fc.constant(bytes.subarray(0, -1)),
    fc
      .tuple(place, place)
      .map(([a, b]) => Buffer.concat([bytes.subarray(0, Math.min(a, b)), bytes.subarray(Math.max(a, b) + 1)])),
    fc
      .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 20 }))
      .map(([at, more]) => Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)])),
    fc.shuffledSubarray(file.trimEnd().split('\n')).map((some) => Buffer.from(`${some.join('\n')}\n`)),
  );
  await fc.assert(
    fc.asyncProperty(damage, async (damaged) => {
      fc.pre(!damaged.equals(bytes));
      expect(await problemsOf(damaged)).not.toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
