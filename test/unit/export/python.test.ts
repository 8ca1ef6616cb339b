import { expect, test } from '@jest/globals';
import { writeCsv } from '../../../src/export/csv.ts';
import { writeCsvw } from '../../../src/export/csvw.ts';
import { NETWORK_FORMATS, TABLE_FORMATS } from '../../../src/export/formats.ts';
import { writeTableLines } from '../../../src/export/json-lines.ts';
import { type FileNode, type FileTie, tieId } from '../../../src/export/network.ts';
import { type Cell, type Table, type TableColumn } from '../../../src/export/table.ts';
import { scratch } from '../../support/files.ts';
import { about, columns, network, nodes, table, tieColumns, ties } from '../../support/nasty-export.ts';
import { pythonTest, runPython } from '../../support/python.ts';
import { textOf } from '../../support/read-export.ts';

/**
 * The files as networkx, igraph and pandas read them, value by value. Where a reader makes something else of a value, the test says
 * what: a line of docs/exports-in-tools.md. test/python/requirements.txt has the versions.
 */

type Values = Record<string, unknown>;

interface ReadNetwork {
  about: Values;
  ties: [string, string, Values][];
}

interface ReadExports {
  networkx: Record<
    'gexf' | 'gexf again' | 'graphml' | 'graphml again' | 'cyjs' | 'csv',
    ReadNetwork & { kind: string; nodes: [string, Values][] }
  > &
    Record<'gexf as cyjs' | 'graphml as cyjs', Record<'nodes' | 'edges', { data: Values }[]>>;
  igraph: { graphml: ReadNetwork & { directed: boolean; nodes: Values[] } };
  pandas: Record<string, { types: Record<string, string>; rows: Values[] }>;
  csvw: { valid: boolean; about: Values; rows: Values[] };
  'wrong numbers': Record<string, number>;
}

let done: ReadExports | undefined;

/** What the script made of the files; it runs once. */
async function readBack(python: string): Promise<ReadExports> {
  if (done) return done;
  using files = scratch();
  for (const { extension, write } of NETWORK_FORMATS)
    files.file(`network.${extension}`, await textOf(write(network())));
  for (const { extension, write } of TABLE_FORMATS) files.file(`table.${extension}`, await textOf(write(table())));
  files.file('table.csv-metadata.json', writeCsvw(table(), 'table.csv'));
  files.file('numbers.csv', await textOf(writeCsv(numbers())));
  files.file('numbers.jsonl', await textOf(writeTableLines(numbers())));
  return (done = JSON.parse(runPython(python, 'read_exports.py', files.folder)) as ReadExports);
}

/** Numbers with all their digits, of sizes that measures have. */
const numbers = (): Table => ({
  about,
  columns: [{ name: 'number', type: 'number', description: '' }],
  rows: Array.from({ length: 10_000 }, (_, index) => [Math.sin(index + 1) * 10 ** ((index % 40) - 25)]),
});

/** The cells by column, as a reader has them. */
const read = (of: readonly TableColumn[], cells: readonly Cell[], as: (cell: Cell, column: TableColumn) => unknown) =>
  Object.fromEntries(of.map((column, index) => [column.name, as(cells[index]!, column)]));

/** The same without what is null. */
const present = (of: readonly TableColumn[], cells: readonly Cell[], as: (cell: Cell) => unknown) =>
  Object.fromEntries(Object.entries(read(of, cells, (cell) => (cell === null ? null : as(cell)))).filter(hasValue));

const hasValue = ([, value]: [string, unknown]) => value !== null;
const joined = (cell: Cell) => (typeof cell === 'object' && cell !== null ? cell.join(';') : cell);
const numbered = (cell: Cell) => (typeof cell === 'boolean' ? Number(cell) : joined(cell));

/** The ties by their ends, of which readers give either first. */
const sorted = (read: readonly [string, string, Values][]) =>
  Object.fromEntries(read.map(([a, b, values]) => [[a, b].sort().join(' '), values]));
const expectedTies = (values: (tie: FileTie) => Values) => sorted(ties.map((tie) => [tie.a, tie.b, values(tie)]));

const spanOf = ({ span }: FileNode | FileTie) => ({
  ...(span?.first ? { start: span.first } : {}),
  ...(span?.last ? { end: `${span.last}T23:59:59` } : {}),
});

const { title, notes, ...unchanged } = about;

for (const way of ['gexf', 'gexf again'] as const)
  pythonTest(
    `networkx reads GEXF as it is${way === 'gexf' ? '' : ', also when it has written it again'}`,
    async (python) => {
      const { kind, ...found } = (await readBack(python)).networkx[way];
      expect(kind).toBe('Graph');
      expect(found.nodes).toEqual(
        nodes.map((node) => [
          node.key,
          { label: node.label, ...present(columns, node.values, joined), ...spanOf(node) },
        ]),
      );
      expect(sorted(found.ties)).toEqual(
        expectedTies((tie) => ({
          ...{ id: tieId(tie), weight: tie.weight },
          ...present(tieColumns, tie.values, joined),
          ...spanOf(tie),
        })),
      );
    },
  );

for (const way of ['graphml', 'graphml again'] as const)
  pythonTest(
    `networkx reads GraphML as it is${way === 'graphml' ? '' : ', also when it has written it again'}`,
    async (python) => {
      const { kind, ...found } = (await readBack(python)).networkx[way];
      expect(kind).toBe('Graph');
      expect(found.about).toEqual({ ...unchanged, title, notes: notes.join('\n'), node_default: {}, edge_default: {} });
      expect(found.nodes).toEqual(
        nodes.map(({ key, label, values }) => [key, { label, ...present(columns, values, numbered) }]),
      );
      expect(sorted(found.ties)).toEqual(
        expectedTies((tie) => ({
          ...{ id: tieId(tie), tie: tieId(tie), weight: tie.weight },
          ...present(tieColumns, tie.values, numbered),
        })),
      );
    },
  );

pythonTest('networkx reads Cytoscape JSON as it is, lists and nulls too', async (python) => {
  const found = (await readBack(python)).networkx.cyjs;
  expect(found.about).toEqual({ ...unchanged, name: title, notes });
  expect(found.nodes).toEqual(
    nodes.map(({ key, label, values }) => [
      key,
      { id: key, value: key, name: label, label, ...read(columns, values, (cell) => cell) },
    ]),
  );
  expect(sorted(found.ties)).toEqual(
    expectedTies((tie) => ({
      ...{ id: tieId(tie), source: tie.a, target: tie.b, weight: tie.weight },
      ...read(tieColumns, tie.values, (cell) => cell),
    })),
  );
});

pythonTest(
  'networkx can hand what it has read on to Cytoscape: no attribute of ours stands in the way',
  async (python) => {
    const { networkx } = await readBack(python);
    for (const way of ['gexf as cyjs', 'graphml as cyjs'] as const) {
      expect(networkx[way].nodes.map(({ data }) => data.id)).toEqual(nodes.map(({ key }) => key));
      const ids = new Set(nodes.map(({ key }) => key));
      for (const { data } of networkx[way].edges)
        expect([ids.has(data.source as string), ids.has(data.target as string)]).toEqual([true, true]);
    }
  },
);

pythonTest('networkx makes the network of the two tables, isolates too', async (python) => {
  const found = (await readBack(python)).networkx.csv;
  expect(found.nodes.map(([key]) => key).sort()).toEqual(nodes.map(({ key }) => key).sort());
  const weights = (of: Record<string, Values>) => Object.entries(of).map(([ends, { weight }]) => [ends, weight]);
  expect(new Map(weights(sorted(found.ties)) as [string, number][])).toEqual(
    new Map(weights(expectedTies(({ weight }) => ({ weight }))) as [string, number][]),
  );
});

pythonTest(
  'igraph reads GraphML: a missing text is empty, ids of edges are those of nodes, `tie` is right',
  async (python) => {
    const found = (await readBack(python)).igraph.graphml;
    const whole = (cell: Cell, { type }: TableColumn) =>
      cell === null && (type === 'text' || type === 'list') ? '' : numbered(cell);
    expect(found.directed).toBe(false);
    expect(found.about).toEqual({ ...unchanged, title, notes: notes.join('\n') });
    expect(found.nodes).toEqual(
      nodes.map(({ key, label, values }) => ({ id: key, label, ...read(columns, values, whole) })),
    );
    expect(found.ties.map(([, , values]) => values.id)).toEqual(nodes.slice(0, ties.length).map(({ key }) => key));
    expect(sorted(found.ties.map(([a, b, { id: _, ...values }]) => [a, b, values]))).toEqual(
      expectedTies((tie) => ({ tie: tieId(tie), weight: tie.weight, ...read(tieColumns, tie.values, whole) })),
    );
  },
);

/** The table's rows as a reader has them. */
const rowsOf = (as: (cell: Cell, column: TableColumn) => unknown) => {
  const whole = table();
  return (whole.rows as Cell[][]).map((cells) => read(whole.columns, cells, as));
};
const emptyIsMissing = (cell: Cell) => (joined(cell) === '' ? null : joined(cell));

pythonTest('pandas reads CSV: Namibia is there when it is told so, an empty text is missing', async (python) => {
  const { pandas } = await readBack(python);
  expect(pandas['csv, NA kept']!.rows).toEqual(rowsOf(emptyIsMissing));
  const lost = new Set<unknown>(['NA', 'NaN', 'null']);
  expect(pandas.csv!.rows).toEqual(rowsOf((cell) => (lost.has(joined(cell)) ? null : emptyIsMissing(cell))));
  expect(pandas.csv!.types).toMatchObject({
    'time.edtf': 'str',
    number: 'str',
    degree: 'float64',
    closeness: 'float64',
  });
});

pythonTest('pandas reads every field of a CSV, as text', async (python) => {
  const { pandas } = await readBack(python);
  const asText = (cell: Cell) => {
    if (cell === null) return '';
    return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(joined(cell));
  };
  expect(pandas['csv as text']!.rows).toEqual(rowsOf(asText));
  expect(pandas['nodes.csv as text']!.rows).toEqual(
    nodes.map(({ key, label, values }) => ({ id: key, label, ...read(columns, values, asText) })),
  );
});

pythonTest('pandas reads the ties', async (python) => {
  const { pandas } = await readBack(python);
  expect(pandas['ties.csv']!.rows).toEqual(
    ties.map(({ a, b, weight, values }) => ({
      ...{ source: a, target: b, type: 'Undirected', weight },
      ...read(tieColumns, values, emptyIsMissing),
    })),
  );
});

pythonTest('pandas reads lines of JSON: an empty text stays one, booleans beside nulls are numbers', async (python) => {
  const { pandas } = await readBack(python);
  const { rows, types } = pandas.jsonl!;
  expect(rows.map(({ closeness: _, ...row }) => row)).toEqual(
    rowsOf((cell) => (typeof cell === 'boolean' ? Number(cell) : cell)).map(({ closeness: _, ...row }) => row),
  );
  expect(types.number).toBe('str');
});

pythonTest(
  'pandas reads the numbers of a CSV as they are; those of lines of JSON where it is told so',
  async (python) => {
    const wrong = (await readBack(python))['wrong numbers'];
    expect(wrong).toEqual({ csv: 0, jsonl: expect.any(Number), 'jsonl, precise': 0, 'jsonl, line by line': 0 });
    expect(wrong.jsonl).toBeGreaterThan(1_000);
  },
);

pythonTest('csvw finds the metadata of a CSV valid, and reads every value with its type by them', async (python) => {
  const { valid, about: said, rows } = (await readBack(python)).csvw;
  expect(valid).toBe(true);
  expect(said['dc:bibliographicCitation']).toBe(about.citation);
  expect(said['dc:hasVersion']).toBe(about.graphVersion);
  const asRead = (cell: Cell, { type }: TableColumn) => (type === 'list' ? (cell ?? []) : cell === '' ? null : cell);
  expect(rows).toEqual(rowsOf(asRead));
});

test('what is read back has every type, a null of each, and nodes without ties', () => {
  for (const [index] of columns.entries()) expect(nodes.map(({ values }) => values[index])).toContain(null);
  const tied = new Set(ties.flatMap(({ a, b }) => [a, b]));
  expect(nodes.some(({ key }) => !tied.has(key))).toBe(true);
});
