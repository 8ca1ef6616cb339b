import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { isKey } from '../../../src/domain/identity/keys.ts';
import { writeCsv } from '../../../src/export/csv.ts';
import { writeCytoscape } from '../../../src/export/cytoscape.ts';
import { NETWORK_FORMATS, TABLE_FORMATS } from '../../../src/export/formats.ts';
import { writeGexf } from '../../../src/export/gexf.ts';
import { writeGraphml } from '../../../src/export/graphml.ts';
import { writeNetworkLines, writeTableLines } from '../../../src/export/json-lines.ts';
import { type FileTie, type NetworkFile, tiesTable } from '../../../src/export/network.ts';
import { type Cell, type ColumnType, type Table, type TableColumn } from '../../../src/export/table.ts';
import { about, columns, network, nodes, table, ties } from '../../support/nasty-export.ts';
import { elements, parseXml, textOf } from '../../support/read-export.ts';

const column = (name: string, type: ColumnType): TableColumn => ({ name, type, description: `What ${name} is.` });

const one = (type: ColumnType, cell: Cell): Table => ({ about, columns: [column('value', type)], rows: [[cell]] });

/** Any text, with more of what formats and readers trip over than chance would bring. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', ',', '\n', '\r', '\t', ' ', '&', '<', ']]>', ';', '#', '魏', '\u0000', '\ud800', '😀'),
  }),
);
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });

/** The text that files have: without what XML and UTF-8 cannot have. */
const portable = (text: string) =>
  // eslint-disable-next-line no-control-regex
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

describe('CSV', () => {
  test('has a line of names, CRLF after every row, quotes where they are needed, and tells an empty text from null', async () => {
    const lines = await textOf(
      writeCsv({
        about,
        columns: [
          column('time.edtf', 'text'),
          column('n', 'integer'),
          column('held', 'boolean'),
          column('codes', 'list'),
        ],
        rows: [
          ['2022~', 1, true, ['UA', 'NA']],
          ['a "b", c', null, false, []],
          ['', -3, null, null],
          ['two\nlines', 0, null, ['one']],
        ],
      }),
    );
    expect(lines).toBe(
      'time.edtf,n,held,codes\r\n2022~,1,TRUE,UA;NA\r\n"a ""b"", c",,FALSE,""\r\n"",-3,,\r\n"two\nlines",0,,one\r\n',
    );
  });

  test('reads back as it was, whatever the text and the number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyText, anyNumber)), async (rows) => {
        const file = await textOf(
          writeCsv({ about, columns: [column('text', 'text'), column('number', 'number')], rows }),
        );
        const read = parse(file, { columns: true, record_delimiter: '\r\n' }) as unknown as {
          text: string;
          number: string;
        }[];
        expect(read.map(({ text }) => text)).toEqual(rows.map(([text]) => portable(text)));
        expect(read.map(({ number }) => Number(number))).toEqual(rows.map(([, number]) => normal(number)));
      }),
    );
  });
});

test('a number that igraph could not read is zero in every format', async () => {
  for (const { write } of TABLE_FORMATS) expect(await textOf(write(one('number', -5e-324)))).toMatch(/\b0\W*$/);
});

/** Numbers nearer to zero than 2^-1022 are zero, and zero has no sign. */
const normal = (number: number) => (Math.abs(number) < 2 ** -1022 ? 0 : number);

describe('XML', () => {
  test.each([
    ['GEXF', writeGexf],
    ['GraphML', writeGraphml],
  ])('%s reads back as it was, whatever the text and the number', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(anyText, anyNumber, async (text, number) => {
        const file: NetworkFile = {
          about: { ...about, title: text, notes: [text] },
          nodeColumns: [column('text', 'text'), column('number', 'number')],
          nodes: [{ key: 'official:a', label: text, values: [text, number] }],
          tieColumns: [],
          ties: [],
        };
        const [node] = elements(parseXml(await textOf(write(file))), 'node');
        const values = elements(node!, 'attvalue').map(({ attributes }) => attributes.value);
        const data = elements(node!, 'data').map((element) => element.text);
        const read = values.length > 0 ? [node!.attributes.label, ...values] : data;
        expect(read.slice(0, 2)).toEqual([portable(text), portable(text)]);
        expect(Number(read[2])).toBe(normal(number));
      }),
    );
  });

  test('GEXF ends a span with the last second of its last day', async () => {
    const read = elements(parseXml(await textOf(writeGexf(network()))), 'node').map(({ attributes }) => attributes);
    expect(read.find(({ id }) => id === 'meeting:udcg-26')).toMatchObject({
      start: '2025-02-12',
      end: '2025-02-12T23:59:59',
    });
    expect(read.find(({ id }) => id === 'meeting:a.b/c_d')).not.toHaveProperty('end');
  });

  test.each([
    ['GEXF', writeGexf],
    ['GraphML', writeGraphml],
  ])('%s has no edge with a direction of its own: readers refuse or drop what is mixed', async (_, write) => {
    const edges = elements(parseXml(await textOf(write(network()))), 'edge');
    expect(edges).toHaveLength(ties.length);
    for (const { attributes } of edges) {
      expect(attributes).not.toHaveProperty('type');
      expect(attributes).not.toHaveProperty('directed');
    }
  });

  test('GEXF is static without spans, says its version and its citation, and has no colours', async () => {
    const gexf = await textOf(writeGexf({ ...network(), nodes: [], ties: [], dated: false }));
    const root = parseXml(gexf);
    expect(root.attributes).toEqual({ xmlns: 'http://gexf.net/1.3', version: '1.3' });
    expect(elements(root, 'graph')[0]!.attributes).toEqual({
      defaultedgetype: 'undirected',
      idtype: 'string',
      mode: 'static',
    });
    const [description] = elements(root, 'description');
    for (const text of [about.title, about.citation, about.question, 'Graph version 5', about.licence!, ...about.notes])
      expect(description!.text).toContain(text);
    expect(gexf).not.toContain('viz');
  });

  test('GraphML repeats the ids of edges, has no default, and writes booleans as numbers', async () => {
    const root = parseXml(await textOf(writeGraphml(network())));
    for (const edge of elements(root, 'edge'))
      expect(edge.children.find(({ attributes }) => attributes.key === 'edge.tie')!.text).toBe(edge.attributes.id);
    expect(elements(root, 'default')).toEqual([]);
    const [held] = elements(root, 'key').filter(({ attributes }) => attributes['attr.name'] === 'held');
    expect(held!.attributes['attr.type']).toBe('long');
    const values = elements(root, 'data').filter(({ attributes }) => attributes.key === held!.attributes.id);
    expect(values.map(({ text }) => text)).toEqual(['1', '0', '1', '0', '1']);
    expect(
      elements(root, 'graph')[0]!
        .children.slice(0, 7)
        .map(({ text }) => text),
    ).toEqual([
      ...[about.title, about.question, about.graphVersion, about.retrieved, about.citation, about.licence],
      about.notes.join('\n'),
    ]);
  });
});

describe('JSON', () => {
  const lines = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  test('lines of a table are objects with all columns', async () => {
    const read = lines(await textOf(writeTableLines(table())));
    expect(read).toHaveLength(nodes.length);
    expect(read[2]).toEqual({
      ...{ key: 'official:wei', name: '魏鳳和 & <部長>', 'country.iso2': 'CN', 'time.edtf': '2022-06/2022-07' },
      ...{ number: '1e5', degree: 2, closeness: Number.MAX_VALUE, held: null, aliases: [] },
    });
  });

  test('lines of a network say what they are, what it is first', async () => {
    const read = lines(await textOf(writeNetworkLines(network())));
    expect(read.map(({ record }) => record)).toEqual(['network', ...nodes.map(() => 'node'), ...ties.map(() => 'tie')]);
    expect(read[0]).toEqual({ record: 'network', ...about });
    expect(read.at(-1)).toEqual({
      ...{ record: 'tie', a: 'meeting:a.b/c_d', b: 'official:salman', weight: 1e-7 },
      ...{ meetings: 1, 'firstMeeting.edtf': '' },
    });
  });

  test('Cytoscape has elements with data, and every node its key as id and value', async () => {
    const read = JSON.parse(await textOf(writeCytoscape(network()))) as {
      data: Record<string, unknown>;
      elements: Record<'nodes' | 'edges', { data: Record<string, unknown> }[]>;
    };
    const { title, ...rest } = about;
    expect(read.data).toEqual({ name: title, ...rest });
    expect(read.elements.nodes.map(({ data }) => [data.id, data.value, data.name])).toEqual(
      nodes.map(({ key, label }) => [key, key, label]),
    );
    expect(read.elements.edges.map(({ data }) => [data.source, data.target, data.weight])).toEqual(
      ties.map(({ a, b, weight }) => [a, b, weight]),
    );
  });

  test('text is the same as in other formats', async () => {
    expect(await textOf(writeTableLines(one('text', 'a\u0000\ud800b\ufffe')))).toBe(
      '{"value":"a\ufffd\ufffdb\ufffd"}\n',
    );
  });
});

describe('a value that does not fit', () => {
  test.each<[ColumnType, Cell]>([
    ['text', 2022],
    ['integer', '2022~'],
    ['integer', 1.5],
    ['integer', 2 ** 53],
    ['number', NaN],
    ['number', Infinity],
    ['number', '1'],
    ['boolean', 'true'],
    ['boolean', 1],
    ['list', 'a;b'],
    ['text', ['a']],
    ['list', [NaN]],
  ])('in a column of %s ends the file: %j', async (type, cell) => {
    for (const { write } of TABLE_FORMATS) await expect(textOf(write(one(type, cell)))).rejects.toThrow('value');
  });

  test('an item with the separator is refused where lists are text', async () => {
    await expect(textOf(writeCsv(one('list', ['a;b'])))).rejects.toThrow('separator');
  });

  test('a row of another width', async () => {
    for (const { write } of TABLE_FORMATS)
      await expect(textOf(write({ ...one('text', 'a'), rows: [['a', 'b']] }))).rejects.toThrow('2 cells for 1 columns');
  });
});

describe('a network that readers would take for another', () => {
  const tie = (a: string, b: string, weight = 1): FileTie => ({ a, b, weight, values: [] });
  const node = (key: string) => ({ key, label: key, values: [] });
  const two = (...tied: FileTie[]): NetworkFile => ({
    ...{ about, nodeColumns: [], nodes: [node('a'), node('b')], tieColumns: [], ties: tied },
  });
  const readers = [writeGexf, writeGraphml, writeCytoscape, writeNetworkLines];

  test.each<[string, NetworkFile, string]>([
    ['a self-loop', two(tie('a', 'a')), 'with itself'],
    ['a weight of zero', two(tie('a', 'b', 0)), 'weighs 0'],
    ['no weight', two(tie('a', 'b', NaN)), 'weighs NaN'],
    ['a weight that igraph cannot read', two(tie('a', 'b', 5e-324)), 'weighs 5e-324'],
    ['an end that is no node', two(tie('a', 'c')), 'ends at no node'],
    ['a node twice', { ...two(), nodes: [node('a'), node('a')] }, 'twice'],
    ['a column called id', { ...two(), nodeColumns: [column('id', 'text')] }, 'called id'],
    ['a column of ties called weight', { ...two(), tieColumns: [column('weight', 'number')] }, 'called weight'],
    ['two columns of a name', { ...two(), nodeColumns: [column('x', 'text'), column('x', 'text')] }, 'called x'],
  ])('%s', async (_, file, message) => {
    for (const write of readers) await expect((async () => textOf(write(file)))()).rejects.toThrow(message);
  });

  test('a self-loop in the table of ties', async () => {
    await expect(textOf(writeCsv(tiesTable(two(tie('a', 'a')))))).rejects.toThrow('with itself');
  });
});

describe('streams', () => {
  test('make rows when they are asked for, some of them at a time', async () => {
    let made = 0;
    const rows = (function* (): Generator<Cell[]> {
      for (; made < 100_000; made++) yield [made, `row ${made}`];
    })();
    const stream = writeCsv({ about, columns: [column('n', 'integer'), column('name', 'text')], rows });
    expect(made).toBe(0);
    const { value } = (await stream.next()) as { value: string };
    expect(value.length).toBeGreaterThan(30_000);
    expect(value.length).toBeLessThan(70_000);
    expect(made).toBeLessThan(5_000);
    await stream.return();
    expect(rows.next().done).toBe(true);
  });

  test('of rows that come later are the same', async () => {
    const later = async function* <T>(rows: Iterable<T>) {
      for (const row of rows) yield await Promise.resolve(row);
    };
    const now = network();
    for (const { write } of NETWORK_FORMATS)
      expect(await textOf(write({ ...network(), nodes: later(nodes), ties: later(ties) }))).toBe(
        await textOf(write(now)),
      );
  });

  test('end with the error of their rows', async () => {
    const rows = (function* (): Generator<Cell[]> {
      yield ['a'];
      throw new Error('the database is gone');
    })();
    await expect(textOf(writeCsv({ about, columns: [column('x', 'text')], rows }))).rejects.toThrow('is gone');
  });
});

test('no key has a #, at which networkx would cut a line', () => {
  expect(isKey('meeting:udcg-26')).toBe(true);
  expect(isKey('meeting:udcg#26')).toBe(false);
});

test('every format has an extension of its own', () => {
  for (const formats of [TABLE_FORMATS, NETWORK_FORMATS])
    expect(new Set(formats.map(({ extension }) => extension)).size).toBe(formats.length);
  expect(columns.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['text', 'integer', 'number', 'boolean', 'list']),
  );
});
