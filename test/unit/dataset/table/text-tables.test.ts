import { afterAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type FileFormat, openTable } from '../../../../src/dataset/table/table.ts';
import { scratch } from '../../../support/files.ts';
import { readTable } from './read-table.ts';

const { file, [Symbol.dispose]: remove } = scratch();
afterAll(remove);

const read = (name: string, content: string | Uint8Array, format: FileFormat = {}) =>
  readTable(file(name, content), format);
const refusal = async (name: string, content: string | Uint8Array, format: FileFormat = {}): Promise<string> =>
  openTable(file(name, content), format).then(
    () => 'no refusal',
    (error: Error) => error.message.replace(/^\S*\//, ''),
  );

describe('CSV', () => {
  test('every cell stays the text of the file, with the line in which its row begins', async () => {
    const { header, rows } = await read(
      'all.csv',
      '\ufeffid,name,date\r\n004,NO,2/5/2009\r\nNA,"Surname, First;3,5","a ""b""\r\nc"\r\n\r\n,,\r\n1.0,NATO 32,30 February\r\n',
    );
    expect(header).toEqual(['id', 'name', 'date']);
    expect(rows).toEqual([
      { position: 2, id: '004', name: 'NO', date: '2/5/2009' },
      { position: 3, id: 'NA', name: 'Surname, First;3,5', date: 'a "b"\nc' },
      { position: 7, id: '1.0', name: 'NATO 32', date: '30 February' },
    ]);
  });

  test('a row with another number of cells than the header is told, and the rows after it are read', async () => {
    const { rows } = await read('ragged.csv', 'a,b\n1\n1,2,\n1,2\n');
    expect(rows).toEqual([
      { position: 2, a: '1', b: '', problem: 'has 1 cells, the header has 2' },
      { position: 3, a: '1', b: '2', problem: 'has 3 cells, the header has 2' },
      { position: 4, a: '1', b: '2' },
    ]);
  });

  test('a quote within a cell is a character; text after a closing quote is told', async () => {
    const { rows } = await read('quotes.csv', 'a,b\n5" gun,say "hi"\n"x" y,1\n"""x"" y",2\n');
    expect(rows).toEqual([
      { position: 2, a: '5" gun', b: 'say "hi"' },
      { position: 3, a: { text: '"x" y', problem: expect.stringMatching(/^has text after the quote/) }, b: '1' },
      { position: 4, a: '"x" y', b: '2' },
    ]);
  });

  test('a quote that nothing closes is told with the line of its row', async () => {
    const path = file('open.csv', `a,b\n1,2\n3,"4\n${'5,6\n'.repeat(10)}`);
    await expect(readTable(path, {})).rejects.toThrow(`${path}:3  in this row a quote opens that nothing closes`);
    const long = file('long.csv', `a,b\n1,2\n3,"4\n${'5,6\n'.repeat(300_000)}`);
    await expect(readTable(long, {})).rejects.toThrow(`${long}:3  this row is longer than 1000000 bytes`);
  });

  test('what is wrong with the header', async () => {
    expect(await refusal('equal.csv', 'a,b, a ,c\n')).toBe(
      'equal.csv has "a" 2 times (columns 1, 3) in its header (line 1); give each column a name of its own',
    );
    expect(await refusal('empty.csv', '\n,\n')).toBe('empty.csv has no header: there is nothing from line 1 on');
    expect(await refusal('semicolons.csv', 'a;b\n1;2\n')).toMatch(/if ";" separates its cells, say `delimiter: ";"`$/);
    expect(await refusal('table.xls', 'a')).toMatch(/has no name that says its format/);
  });

  test('a column without a name has that of its place', async () => {
    expect((await read('index.csv', ',a\n1,2\n')).rows).toEqual([{ position: 2, 'column 1': '1', a: '2' }]);
  });

  test('another delimiter and rows above the header', async () => {
    const { rows } = await read('title.csv', 'Visits of 2025\n\n"a";b\n1,5;2\n', { delimiter: ';', headerRow: 2 });
    expect(rows).toEqual([{ position: 4, a: '1,5', b: '2' }]);
    expect((await read('tabs.tsv', 'a\tb\n1,5\t2\n')).rows).toEqual([{ position: 2, a: '1,5', b: '2' }]);
  });

  test.each(['UTF-8', 'WINDOWS-1252', 'UTF-16LE'] as const)('%s', async (encoding) => {
    const text = 'a,b\r\nŠkoda “x”,é\r\n';
    const bytes = { 'UTF-8': Buffer.from(text), 'UTF-16LE': Buffer.from(text, 'utf16le') };
    const windows = Buffer.from(text.replace('Š', '\x8a').replace('“', '\x93').replace('”', '\x94'), 'latin1');
    const content = encoding === 'WINDOWS-1252' ? windows : bytes[encoding];
    expect((await read('said.csv', content, { encoding })).rows).toEqual([{ position: 2, a: 'Škoda “x”', b: 'é' }]);
  });

  test('bytes of another encoding cost the row that has them', async () => {
    const { rows } = await read('latin.csv', Buffer.from('a,b\n1,\xe9\n2,x\n', 'latin1'));
    expect(rows).toEqual([
      { position: 2, a: '1', b: { text: '\ufffd', problem: expect.stringMatching(/not of the encoding/) } },
      { position: 3, a: '2', b: 'x' },
    ]);
    expect(await refusal('utf16.csv', Buffer.from('\ufeffa,b\n', 'utf16le'), { encoding: 'UTF-8' })).toMatch(
      /begins with the mark of UTF-16LE, but `encoding` says UTF-8/,
    );
    expect(await refusal('wide.csv', Buffer.from('a,b\n', 'utf16le'))).toMatch(/cell 1 of the header .* U\+0000/);
    expect(await refusal('zip.csv', Buffer.from('PK\x03\x04'))).toMatch(/is no text but a ZIP file/);
  });

  test('a file that is not there, with the nearest beside it', async () => {
    const path = file('visits.csv', 'a\n');
    await expect(openTable(path.replace('visits', 'visit'), {})).rejects.toThrow(
      `there is no such file; did you mean ${path}?`,
    );
  });

  test('whatever is written in cells is read from them', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', 'é', '0') });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (written) => {
        const quoted = written.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const { rows } = await read('property.csv', ['a,b', ...quoted].join('\r\n'));
        const kept = written.filter((row) => row.some((text) => text.trim() !== ''));
        expect(rows.map(({ a, b }) => [a, b])).toEqual(kept);
      }),
      { numRuns: 100 },
    );
  });
});

test('cells, rows and columns have limits', async () => {
  const long = 'x'.repeat(100_001);
  const { rows } = await read('cell.csv', `a,b\n${long},1\n2,3\n`);
  expect(rows[0]).toMatchObject({ a: { problem: 'is 100001 characters long, the limit is 100000' } });
  expect(rows[1]).toEqual({ position: 3, a: '2', b: '3' });
  const names = Array.from({ length: 2_001 }, (_, index) => `c${index}`);
  expect(await refusal('columns.csv', names.join(','))).toBe(
    'columns.csv has 2001 columns in line 1, the limit is 2000',
  );
  const wide = JSON.stringify(Object.fromEntries(names.map((name) => [name, 1])));
  expect(await refusal('columns.jsonl', wide)).toMatch(/has more than 2000 columns/);
  expect(await refusal('line.jsonl', `{}\n{"a":"${'x'.repeat(1_500_000)}"}`)).toBe(
    'line.jsonl:2  this line is longer than 1000000 characters',
  );
});

describe('JSON lines', () => {
  test('paths are columns, of all lines; numbers keep their digits', async () => {
    const { header, rows } = await read(
      'all.jsonl',
      '{"id":12345678901234567890,"person":{"name":"Ana","born":null}}\n\n' +
        '{"id":1.0,"here":true,"tags":["a","b"],"posts":[{"title":"Chair"},{"title":"Host"}]}\r\n',
    );
    expect(header).toEqual(['id', 'person.name', 'person.born', 'here', 'tags', 'posts.0.title', 'posts.1.title']);
    expect(rows).toEqual([
      {
        position: 1,
        id: { text: '12345678901234567890', value: 12345678901234567000 },
        ...{ 'person.name': 'Ana', 'person.born': '', here: '', tags: '', 'posts.0.title': '', 'posts.1.title': '' },
      },
      {
        position: 3,
        id: { text: '1.0', value: 1 },
        ...{ 'person.name': '', 'person.born': '', here: { text: 'true', value: true }, tags: 'a; b' },
        ...{ 'posts.0.title': 'Chair', 'posts.1.title': 'Host' },
      },
    ]);
  });

  test('a line that is no object, and what has no one reading, are told', async () => {
    const { rows } = await read(
      'wrong.ndjson',
      '{"a":{"b":1},"a.b":2}\n{"a":\n[1]\n{"a.b":["x; y","z"]}\n{"a.b":["x; y"]}\n{"a":[],"a.b":[1,2]}',
    );
    expect(rows.map(({ problem, 'a.b': cell }) => problem ?? cell)).toEqual([
      'has two values for a.b',
      expect.stringMatching(/^is not JSON: /),
      'is not a JSON object',
      { text: 'x; y; z', problem: 'is a list of which one element, x; y, contains ";"' },
      'x; y',
      '1; 2',
    ]);
  });

  test('of two equal keys none is lost without a word; nesting has a limit', async () => {
    const deep = `${'{"a":'.repeat(25)}1${'}'.repeat(25)}`;
    const { rows } = await read(
      'twice.jsonl',
      [
        '{"a":1,"a":2}',
        '{"a":[{"b":1,"b":2}]}',
        String.raw`{"a":"\"b\": \\","b":": "}`,
        '{"a":1,"b":{"a":1}}',
        deep,
      ].join('\n'),
    );
    expect(rows.map(({ problem }) => problem)).toEqual([
      'has a key twice in one object',
      'has a key twice in one object',
      undefined,
      undefined,
      'has more than 20 objects and arrays within one another',
    ]);
  });

  test('any line is read as JSON.parse reads it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string({ unit: 'binary' }), fc.oneof(fc.string(), fc.boolean())),
        async (object) => {
          const { rows } = await read('property.jsonl', `${JSON.stringify({ ...object, there: 'x' })}\n`);
          expect(rows[0]!.problem).toBeUndefined();
        },
      ),
      { numRuns: 200 },
    );
  });

  test('no object at all', async () => {
    expect(await refusal('none.jsonl', '\n')).toBe('none.jsonl has no line with a JSON object');
  });
});
