import { aboutFields } from './about.ts';
import { type NetworkFile, checkNetwork } from './network.ts';
import { inChunks, mapRows } from './stream.ts';
import { type Cell, type TableColumn, type Table, checkCell, checkWidth, portableText } from './table.ts';

/** A table as lines of JSON: one object for each row, with all columns; null where there is no value, lists as lists. */
export function writeTableLines({ columns, rows }: Table): AsyncGenerator<string, void, undefined> {
  return inChunks(
    mapRows(rows, (cells) => {
      checkWidth(columns, cells);
      return jsonLine(cellFields(columns, cells));
    }),
  );
}

/** A network as lines of JSON, each with a `record`: one line `network`, then a line `node` for each node and `tie` for each tie. */
export function writeNetworkLines(file: NetworkFile): AsyncGenerator<string, void, undefined> {
  const { nodes, ties } = checkNetwork(file);
  return inChunks(
    jsonLine({ record: 'network', ...aboutFields(file.about) }),
    mapRows(nodes, ({ key, label, values }) =>
      jsonLine({ record: 'node', key, label, ...cellFields(file.nodeColumns, values) }),
    ),
    mapRows(ties, ({ a, b, weight, values }) =>
      jsonLine({ record: 'tie', a, b, weight, ...cellFields(file.tieColumns, values) }),
    ),
  );
}

/** The cells by the names of their columns. */
export function cellFields(columns: readonly TableColumn[], cells: readonly Cell[]): Record<string, unknown> {
  return Object.fromEntries(
    columns.map((column, index) => {
      const cell = checkCell(column, cells[index]!);
      const isText = column.type === 'json' && typeof cell === 'string';
      return [column.name, isText ? (JSON.parse(cell) as unknown) : cell];
    }),
  );
}

/** A value as JSON, with text that all formats can hold. */
export const json = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? portableText(part) : part));

const jsonLine = (value: unknown) => `${json(value)}\n`;
