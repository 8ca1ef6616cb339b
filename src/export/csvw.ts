import { BOOLEANS } from './csv.ts';
import { type About, type TableColumn, type ColumnType, LIST_SEPARATOR } from './table.ts';

const DATATYPES: Readonly<Record<ColumnType, unknown>> = {
  text: 'string',
  integer: 'integer',
  number: 'double',
  boolean: { base: 'boolean', format: BOOLEANS.toReversed().join('|') },
  list: 'string',
  json: 'json',
};

/**
 * What a CSV file says of itself, beside the file: JSON of the W3C's Metadata Vocabulary for Tabular Data
 * (https://www.w3.org/TR/tabular-metadata/), with the graph's version, the citation, and the type and meaning of each column.
 *
 * @param url the address of the CSV file, absolute or relative to that of this document
 */
export function writeCsvw({ about, columns }: { about: About; columns: readonly TableColumn[] }, url: string): string {
  const document = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url,
    'dc:title': about.title,
    'dc:source': { '@id': about.question },
    'dc:hasVersion': about.graphVersion,
    'dc:date': { '@value': about.retrieved, '@type': 'xsd:date' },
    'dc:bibliographicCitation': about.citation,
    ...(about.licence === undefined ? {} : { 'dc:license': about.licence }),
    ...(about.notes.length === 0 ? {} : { 'rdfs:comment': about.notes }),
    dialect: { header: true, encoding: 'utf-8', lineTerminators: ['\r\n'], quoteChar: '"', doubleQuote: true },
    tableSchema: {
      columns: columns.map(({ name, type, description }) => ({
        name: encodeURIComponent(name),
        titles: name,
        'dc:description': description,
        datatype: DATATYPES[type],
        null: '',
        ...(type === 'list' ? { separator: LIST_SEPARATOR } : {}),
      })),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
