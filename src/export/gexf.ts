import { aboutLines } from './about.ts';
import { type FileNode, type FileTie, type NetworkFile, type Span, checkNetwork, tieId } from './network.ts';
import { inChunks, mapRows } from './stream.ts';
import { type About, type Cell, type TableColumn, type ColumnType, checkCell, itemText } from './table.ts';
import { attributes, columnId, escapeXml } from './xml.ts';

/** Types of GEXF. Its lists are written in too many ways to be read back; its integers have 32 bits. */
const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  json: 'string',
  integer: 'long',
  number: 'double',
  boolean: 'boolean',
  list: 'string',
};

/**
 * A network as GEXF 1.3 (https://gexf.net/schema.html), undirected. A value that is null is left out. The span of a node or
 * tie ends with the last second of its last day: for Gephi a day that is an end is its first moment.
 */
export function writeGexf(file: NetworkFile): AsyncGenerator<string, void, undefined> {
  const { nodes, ties } = checkNetwork(file);
  const mode = file.dated
    ? { mode: 'dynamic', timeformat: 'date', timerepresentation: 'interval' }
    : { mode: 'static' };
  return inChunks(
    '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n',
    meta(file.about),
    `<graph${attributes({ defaultedgetype: 'undirected', idtype: 'string', ...mode })}>\n`,
    declarations('node', file.nodeColumns),
    declarations('edge', file.tieColumns),
    '<nodes>\n',
    mapRows(nodes, (node) => nodeElement(file.nodeColumns, node)),
    '</nodes>\n<edges>\n',
    mapRows(ties, (tie) => edgeElement(file.tieColumns, tie)),
    '</edges>\n</graph>\n</gexf>\n',
  );
}

const meta = (about: About) =>
  `<meta${attributes({ lastmodifieddate: about.retrieved })}>\n` +
  '<creator>Chancery</creator>\n' +
  `<description>${escapeXml(aboutLines(about).join('\n'))}</description>\n` +
  `<keywords>graph version ${escapeXml(about.graphVersion)}</keywords>\n</meta>\n`;

function declarations(of: 'node' | 'edge', columns: readonly TableColumn[]): string {
  const each = columns.map(
    ({ name, type }) => `<attribute${attributes({ id: columnId(of, name), title: name, type: TYPES[type] })}/>\n`,
  );
  return each.length === 0 ? '' : `<attributes class="${of}" mode="static">\n${each.join('')}</attributes>\n`;
}

const nodeElement = (columns: readonly TableColumn[], { key, label, span, values }: FileNode) =>
  element('node', { id: key, label, ...spanAttributes(span) }, attvalues('node', columns, values));

const edgeElement = (columns: readonly TableColumn[], tie: FileTie) =>
  element(
    'edge',
    { id: tieId(tie), source: tie.a, target: tie.b, weight: itemText(tie.weight), ...spanAttributes(tie.span) },
    attvalues('edge', columns, tie.values),
  );

const element = (name: string, of: Readonly<Record<string, string | null>>, content: string) =>
  content === '' ? `<${name}${attributes(of)}/>\n` : `<${name}${attributes(of)}>${content}</${name}>\n`;

const spanAttributes = (span: Span | undefined) => ({
  start: span?.first ?? null,
  end: span?.last ? `${span.last}T23:59:59` : null,
});

function attvalues(of: 'node' | 'edge', columns: readonly TableColumn[], cells: readonly Cell[]): string {
  let text = '';
  for (let index = 0; index < columns.length; index++) {
    const cell = checkCell(columns[index]!, cells[index]!);
    if (cell !== null)
      text += `<attvalue${attributes({ for: columnId(of, columns[index]!.name), value: itemText(cell) })}/>`;
  }
  return text === '' ? '' : `<attvalues>${text}</attvalues>`;
}
