import { writeCsv } from './csv.ts';
import { writeCytoscape } from './cytoscape.ts';
import { type FtmFile, writeFtmEntities, writeFtmStatements } from './ftm.ts';
import { writeGexf } from './gexf.ts';
import { writeGraphml } from './graphml.ts';
import { writeNetworkLines, writeTableLines } from './json-lines.ts';
import { type NetworkFile, nodesTable, tiesTable } from './network.ts';
import { type RdfFile, writeNTriples, writeTurtle } from './rdf.ts';
import { type Table } from './table.ts';

export interface Format<T> {
  /** What the name of a file ends with, without the first dot. */
  extension: string;
  /** For `content-type` and `accept`, without a charset. All are UTF-8. */
  mediaType: string;
  /** The file, in chunks of text that are made as they are asked for. Throws where a value does not fit its column. */
  write: (value: T) => AsyncGenerator<string, void, undefined>;
}

export const TABLE_FORMATS = [
  { extension: 'csv', mediaType: 'text/csv', write: writeCsv },
  { extension: 'jsonl', mediaType: 'application/jsonl', write: writeTableLines },
] as const satisfies readonly Format<Table>[];

export const RDF_FORMATS = [
  { extension: 'nt', mediaType: 'application/n-triples', write: writeNTriples },
  { extension: 'ttl', mediaType: 'text/turtle', write: writeTurtle },
] as const satisfies readonly Format<RdfFile>[];

/** The first has each entity, the other each value of one with who says so. */
export const FTM_FORMATS = [
  { extension: 'ftm.json', mediaType: 'application/json+ftm', write: writeFtmEntities },
  { extension: 'statements.csv', mediaType: 'text/csv', write: writeFtmStatements },
] as const satisfies readonly Format<FtmFile>[];

/** The first is the one without a wish; of two with one media type, the first. */
export const NETWORK_FORMATS = [
  { extension: 'gexf', mediaType: 'application/gexf+xml', write: writeGexf },
  { extension: 'graphml', mediaType: 'application/graphml+xml', write: writeGraphml },
  { extension: 'cyjs', mediaType: 'application/json', write: writeCytoscape },
  { extension: 'jsonl', mediaType: 'application/jsonl', write: writeNetworkLines },
  { extension: 'ties.csv', mediaType: 'text/csv', write: (file: NetworkFile) => writeCsv(tiesTable(file)) },
  { extension: 'nodes.csv', mediaType: 'text/csv', write: (file: NetworkFile) => writeCsv(nodesTable(file)) },
] as const satisfies readonly Format<NetworkFile>[];
