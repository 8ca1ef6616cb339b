import { extname } from 'node:path';
import { ClientError } from '../../domain/errors.ts';
import { type FileFormat, type InputTable } from './cell.ts';
import { openDelimited } from './delimited.ts';
import { openJsonLines } from './json-lines.ts';
import { openXlsx } from './xlsx.ts';

export { type FileFormat, type InputTable, type TableCell, type TableRow } from './cell.ts';

const FORMATS: Readonly<Record<string, FileFormat['format']>> = {
  '.csv': 'CSV',
  '.tsv': 'TSV',
  '.jsonl': 'JSON_LINES',
  '.ndjson': 'JSON_LINES',
  '.xlsx': 'XLSX',
};

/** Opens a file as a table. A ClientError says what is wrong with the file as a whole: no header, equal headers, another encoding. */
export async function openTable(path: string, format: FileFormat): Promise<InputTable> {
  switch (format.format ?? FORMATS[extname(path).toLowerCase()]) {
    case 'CSV':
      return openDelimited(path, format, format.delimiter ?? ',');
    case 'TSV':
      return openDelimited(path, format, '\t');
    case 'JSON_LINES':
      return openJsonLines(path, format);
    case 'XLSX':
      return openXlsx(path, format);
    default:
      throw new ClientError(
        'BAD_REQUEST',
        `${path} has no name that says its format (${Object.keys(FORMATS).join(', ')}); say \`format\``,
      );
  }
}
