import { Readable, pipeline } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { ClientError } from '../../domain/errors.ts';
import { type FileFormat, type InputTable, MAX_ROW_LENGTH, type TableCell, textCell } from './cell.ts';
import { decodeFile } from './decode-file.ts';
import { type Cells, withHeader } from './with-header.ts';

/** Reads CSV and TSV (RFC 4180, and a quote within a cell that does not begin with one is a character like others). */
export async function openDelimited(path: string, format: FileFormat, delimiter: string): Promise<InputTable> {
  const table = await withHeader({
    path,
    read: () => readRecords(path, format, delimiter),
    positions: 'line',
    headerRow: format.headerRow ?? 1,
    sameLength: true,
  });
  const other = [';', '\t', '|'].find((sign) => table.header[0]?.includes(sign));
  if (table.header.length === 1 && other && format.delimiter === undefined)
    throw new ClientError(
      'BAD_REQUEST',
      `${path} has one column, "${table.header[0]}"; if ${JSON.stringify(other)} separates its cells, say \`delimiter: ${JSON.stringify(other)}\``,
    );
  return table;
}

async function* readRecords(path: string, format: FileFormat, delimiter: string): AsyncGenerator<Cells> {
  /** The line of the row that the parser reads. */
  let position = 1;
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_ROW_LENGTH,
    raw: true,
    on_record: (parsed: unknown, { lines }) => {
      const { record, raw } = parsed as { record: string[]; raw: string };
      const row: Cells = { position, cells: record.map((text) => toCell(text, raw)) };
      position = lines + 1;
      return row as never;
    },
  });
  pipeline(Readable.from(decodeFile(path, format.encoding)), parser, () => {
    // What fails ends the iteration below.
  });
  try {
    yield* parser as AsyncIterable<Cells>;
  } catch (error) {
    throw explain(error as Error, `${path}:${position}`);
  }
}

/**
 * With relaxed quotes the parser gives a cell such as `"a" b` back as it stands. A cell that begins with a quote by right stands
 * in the row with each of its quotes twice.
 */
function toCell(text: string, raw: string): TableCell {
  if (text.startsWith('"') && !raw.includes(`"${text.replaceAll('"', '""')}"`))
    return { text, problem: 'has text after the quote that closes it; a quote within a quoted cell is written twice' };
  return textCell(text);
}

function explain(error: Error, place: string): Error {
  const refuse = (message: string) => new ClientError('BAD_REQUEST', `${place}  ${message}`);
  switch ((error as Partial<CsvError>).code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return refuse('in this row a quote opens that nothing closes');
    case 'CSV_MAX_RECORD_SIZE':
      return refuse(`this row is longer than ${MAX_ROW_LENGTH} bytes; does a quote open in it that nothing closes?`);
    default:
      return error;
  }
}
