import { openTable } from '../table/table.ts';
import { type GraphToAsk, LookUps } from './map-rows.ts';
import { type Mapping, readMapping } from './read-mapping.ts';
import { type NamedTable } from './row-problems.ts';

/** A table with its mapping, before there is a database. */
export interface OpenedTable {
  /** How the file was read where that may not be expected, and what of it is left out. */
  notes: readonly string[];
  /** Whether names or codes are looked up in the graph. */
  asksGraph: boolean;
  /** With the graph that is asked. */
  on: (database: GraphToAsk) => NamedTable;
}

/** Opens a table, and makes its mapping ready. Throws a ClientError for whatever is wrong with either as a whole. */
export async function openMappedTable(mappingPath: string, path: string): Promise<OpenedTable> {
  const read = await readMapping(mappingPath);
  const table = await openTable(path, read.format);
  const mapping: Mapping = read.forTable(table);
  return {
    notes: table.notes ?? [],
    asksGraph: [...mapping.columns.values()].some(({ find }) => find !== undefined),
    on: (database) => ({ path, header: table.header, table, mapping, lookUps: new LookUps(database) }),
  };
}
