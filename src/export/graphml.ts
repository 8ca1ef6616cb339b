import { aboutFields } from './about.ts';
import { type FileNode, type FileTie, type NetworkFile, checkNetwork, tieId } from './network.ts';
import { inChunks, mapRows } from './stream.ts';
import { type Cell, type TableColumn, type ColumnType, checkCell, itemText } from './table.ts';
import { attributes, columnId, escapeXml } from './xml.ts';

/** A boolean is 1 or 0, because a boolean that is missing is false for igraph; and "false", as text, is true for Python. */
const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  json: 'string',
  integer: 'long',
  number: 'double',
  boolean: 'long',
  list: 'string',
};

/** What every node and tie has, as columns: the keys of GraphML that readers know by these names. */
const LABEL = { name: 'label', type: 'text', description: '' } as const;
const WEIGHT = { name: 'weight', type: 'number', description: '' } as const;
/** The id of a tie once more: python-igraph 1.0 writes over the ids of edges with those of nodes. */
const TIE = { name: 'tie', type: 'text', description: '' } as const;

/**
 * A network as GraphML (http://graphml.graphdrawing.org), undirected. A value that is null is left out, and no key has a
 * `default`, which readers take in three ways.
 */
export function writeGraphml(file: NetworkFile): AsyncGenerator<string, void, undefined> {
  const { nodes, ties } = checkNetwork(file);
  const nodeColumns = [LABEL, ...file.nodeColumns];
  const tieColumns = [TIE, WEIGHT, ...file.tieColumns];
  const about = Object.entries({ ...aboutFields(file.about), notes: file.about.notes.join('\n') });
  const aboutColumns = about.map(([name]): TableColumn => ({ name, type: 'text', description: '' }));
  return inChunks(
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
    declarations('graph', aboutColumns),
    declarations('node', nodeColumns),
    declarations('edge', tieColumns),
    '<graph edgedefault="undirected">\n',
    `${data(
      'graph',
      aboutColumns,
      about.map(([, value]) => value),
    )}\n`,
    mapRows(nodes, (node) => nodeElement(nodeColumns, node)),
    mapRows(ties, (tie) => edgeElement(tieColumns, tie)),
    '</graph>\n</graphml>\n',
  );
}

const declarations = (of: 'graph' | 'node' | 'edge', columns: readonly TableColumn[]) =>
  columns
    .map((column) => {
      const named = {
        id: columnId(of, column.name),
        for: of,
        'attr.name': column.name,
        'attr.type': TYPES[column.type],
      };
      return `<key${attributes(named)}/>\n`;
    })
    .join('');

const nodeElement = (columns: readonly TableColumn[], { key, label, values }: FileNode) =>
  `<node${attributes({ id: key })}>${data('node', columns, [label, ...values])}</node>\n`;

const edgeElement = (columns: readonly TableColumn[], tie: FileTie) =>
  `<edge${attributes({ id: tieId(tie), source: tie.a, target: tie.b })}>` +
  `${data('edge', columns, [tieId(tie), tie.weight, ...tie.values])}</edge>\n`;

function data(of: 'graph' | 'node' | 'edge', columns: readonly TableColumn[], cells: readonly Cell[]): string {
  let text = '';
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index]!;
    const cell = checkCell(column, cells[index]!);
    if (cell === null) continue;
    const value = typeof cell === 'boolean' ? Number(cell) : cell;
    text += `<data${attributes({ key: columnId(of, column.name) })}>${escapeXml(itemText(value))}</data>`;
  }
  return text;
}
