import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeDataSet } from '../../../src/dataset/file/write-data-set.ts';
import { parseYaml } from '../../../src/dataset/file/yaml.ts';
import { RecordInput } from '../../../src/record/input/record-input.ts';

/** What YAML may take for something else, and anything. */
const text = fc.oneof(
  fc.constantFrom(
    '036',
    'NO',
    'on',
    '2025-02-12',
    '~',
    'null',
    '1e3',
    '0x1F',
    '- a',
    'a: b',
    '# no',
    '',
    '  ',
    "'",
    '"',
    'a\u2028b',
    'a\r b',
  ),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom('a', ' ', '\n', '\n\n', '  ', '# b', ': ', '\t')).map((parts) => parts.join('')),
);

test.each(['yaml', 'json'] as const)('%s reads back as what was written, whatever its texts are', (format) => {
  fc.assert(
    fc.property(
      text,
      fc.array(fc.tuple(text, text, fc.double({ noNaN: true, noDefaultInfinity: true }))),
      (title, rows) => {
        const dataSet = { key: 'some-pages', title };
        const blocks = rows.map(([name, note, latitude]) => ({
          source: { document: 'doc:page', attributionKind: 'NARRATION' },
          places: [{ key: 'place:hall', names: [{ value: name, lang: 'en', kind: 'COMMON' }], note, latitude }],
        })) as unknown as RecordInput[];
        const { value, errors } = parseYaml([...writeDataSet(dataSet, blocks, format)].join(''));
        expect(errors).toEqual([]);
        expect(JSON.stringify(value)).toBe(JSON.stringify({ dataSet, blocks }));
      },
    ),
    { numRuns: 300 },
  );
});

test('it is valid as it is', () => {
  const block = RecordInput.parse({ source: { document: 'doc:page', attributionKind: 'NARRATION' } });
  const { value } = parseYaml([...writeDataSet({ key: 'k', title: 't' }, [block], 'yaml')].join(''));
  expect(value).toEqual({ dataSet: { key: 'k', title: 't' }, blocks: [block] });
});
