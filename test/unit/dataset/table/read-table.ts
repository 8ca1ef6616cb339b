import { type FileFormat, openTable, type TableCell } from '../../../../src/dataset/table/table.ts';

/** A whole small table. A cell that is nothing but its text is written as the text. */
export async function readTable(path: string, format: FileFormat) {
  const { header, rows } = await openTable(path, format);
  const read: Record<string, unknown>[] = [];
  for await (const { position, cells, problem } of rows)
    read.push({
      position,
      ...Object.fromEntries([...cells].map(([column, cell]) => [column, brief(cell)])),
      ...(problem !== undefined && { problem }),
    });
  return { header, rows: read };
}

const brief = (cell: TableCell) => (Object.keys(cell).length === 1 ? cell.text : cell);
