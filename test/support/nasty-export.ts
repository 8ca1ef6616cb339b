import { type FileNode, type FileTie, type NetworkFile } from '../../src/export/network.ts';
import { type About, type Cell, type TableColumn, type Table } from '../../src/export/table.ts';

/** Small data with everything that some reader is known to trip over. */

export const about: About = {
  title: 'Who met whom: "defence" & <ministers>',
  question: 'https://chancery.example/export/network.gexf?nodes=OFFICIAL&body=organization:udcg',
  graphVersion: '5',
  retrieved: '2026-11-30',
  citation: 'Chancery: a knowledge graph of defence diplomacy (Version 5) [Data set]. (2026). https://chancery.example',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  notes: ['betweenness from 200 of 2,000 sources', 'Only those who attended.'],
};

export const columns: readonly TableColumn[] = [
  { name: 'country.iso2', type: 'text', description: 'The code of the country.' },
  { name: 'time.edtf', type: 'text', description: 'When, in EDTF.' },
  { name: 'number', type: 'text', description: 'A number that is text.' },
  { name: 'degree', type: 'integer', description: 'How many ties.' },
  { name: 'closeness', type: 'number', description: 'How near.' },
  { name: 'held', type: 'boolean', description: 'Whether it was held.' },
  { name: 'aliases', type: 'list', description: 'Other names.' },
];

/** A key, a name, and the cells. */
const rows: readonly (readonly [string, string, readonly Cell[]])[] = [
  ['official:austin', 'Lloyd "Old Man" Austin', ['US', '2022~', '007', 3, 0.1 + 0.2, true, ['A', 'B']]],
  ['official:shoigu', 'Сергей Шойгу', ['RU', '2022', '26', 0, 2 ** -1022, false, ['one']]],
  ['official:wei', '魏鳳和 & <部長>', ['CN', '2022-06/2022-07', '1e5', 2, 1.7976931348623157e308, null, []]],
  ['official:salman', 'خالد بن سلمان', ['SA', '', '', null, null, true, null]],
  ['official:kapofi', 'Frans Kapofi', ['NA', 'XXXX', 'NaN', 9007199254740991, 1 / 3, false, ['NA']]],
  ['meeting:udcg-26', 'Group #26,\nsecond line', [null, null, null, -1, -0.1, null, null]],
  ['meeting:a.b/c_d', "=1+1; 'tab\there'", ['null', '2025-02-12', 'true', 2022, 1e21, true, ['x y', '#']]],
  ['organization:isolate', ' spaces around ', ['', '../2022', '1.0', 1, 0.1, null, ['é']]],
];

export const nodes: readonly FileNode[] = rows.map(([key, label, values], index) => ({
  key,
  label,
  values,
  ...(index === 5 ? { span: { first: '2025-02-12', last: '2025-02-12' } } : {}),
  ...(index === 6 ? { span: { first: '2022-01-01', last: null } } : {}),
}));

export const tieColumns: readonly TableColumn[] = [
  { name: 'meetings', type: 'integer', description: 'How many meetings.' },
  { name: 'firstMeeting.edtf', type: 'text', description: 'When the first was.' },
];

export const ties: readonly FileTie[] = [
  { a: 'official:austin', b: 'official:shoigu', weight: 1, values: [1, '2022-05-13'] },
  { a: 'official:austin', b: 'official:wei', weight: 0.30000000000000004, values: [2, '2022~'] },
  {
    ...{ a: 'official:wei', b: 'official:kapofi', weight: 1 / 3, values: [null, null] },
    span: { first: '2022-06-11', last: '2022-06-12' },
  },
  { a: 'meeting:udcg-26', b: 'official:austin', weight: 2, values: [26, '2025-02-12'] },
  { a: 'meeting:a.b/c_d', b: 'official:salman', weight: 1e-7, values: [1, ''] },
];

export const network = (): NetworkFile => ({ about, nodeColumns: columns, nodes, tieColumns, ties, dated: true });

export const table = (): Table => ({
  about,
  columns: [
    { name: 'key', type: 'text', description: 'The key.' },
    { name: 'name', type: 'text', description: 'The name.' },
    ...columns,
  ],
  rows: rows.map(([key, label, values]) => [key, label, ...values]),
});
