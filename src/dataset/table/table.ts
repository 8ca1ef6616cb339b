import { extname } from 'node:path';
import { ClientError } from '../../domain/errors.ts';
import { type FileFormat, type InputTable } from './cell.ts';
import { openDelimited } from './delimited.ts';
import { openFollowTheMoney } from './follow-the-money.ts';
import { openJsonLines } from './json-lines.ts';
import { openPopolo } from './popolo.ts';
import { headOf, recogniseEntities } from './recognise.ts';
import { openWikidata } from './wikidata.ts';
import { openXlsx } from './xlsx.ts';

export { type EntityFormat, type FileFormat, type InputTable, type TableCell, type TableRow } from './cell.ts';

const FORMATS: Readonly<Record<string, FileFormat['format']>> = {
  '.csv': 'CSV',
  '.tsv': 'TSV',
  '.jsonl': 'JSON_LINES',
  '.ndjson': 'JSON_LINES',
  '.xlsx': 'XLSX',
};
/** Of a file with such a name it is looked at whether it has entities. */
const JSON_NAME = /\.(json|ijson|jsonl|ndjson)$/i;

/** Opens a file as a table. A ClientError says what is wrong with the file as a whole: no header, equal headers, another encoding. */
export async function openTable(path: string, format: FileFormat): Promise<InputTable> {
  switch (format.format ?? (await formatOf(path))) {
    case 'CSV':
      return openDelimited(path, format, format.delimiter ?? ',');
    case 'TSV':
      return openDelimited(path, format, '\t');
    case 'JSON_LINES':
      return openJsonLines(path, format);
    case 'XLSX':
      return openXlsx(path, format);
    case 'POPOLO':
      return openPopolo(path);
    case 'WIKIDATA':
      return openWikidata(path);
    case 'FOLLOW_THE_MONEY':
      return openFollowTheMoney(path);
    default:
      throw new ClientError(
        'BAD_REQUEST',
        JSON_NAME.test(path)
          ? `${path} is none of the JSON that is known by its beginning (Popolo, Wikidata, FollowTheMoney); if it has one object a line, say \`format: JSON_LINES\``
          : `${path} has no name that says its format (${Object.keys(FORMATS).join(', ')}, .json); say \`format\``,
      );
  }
}

/** By what a JSON file begins with, and by its name. A file of JSON lines is no document of Popolo. */
async function formatOf(path: string): Promise<FileFormat['format']> {
  const named = FORMATS[extname(path).toLowerCase()];
  if (!JSON_NAME.test(path)) return named;
  const entities = recogniseEntities(await headOf(path));
  return named !== undefined && entities === 'POPOLO' ? named : (entities ?? named);
}
