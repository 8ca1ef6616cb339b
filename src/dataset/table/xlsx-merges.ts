import { MAX_COLUMNS, type TableCell } from './cell.ts';
import { readXml, refuse } from './xlsx-xml.ts';

/** A range of cells that is shown as one; rows and columns are counted from 1. */
export interface Merge {
  /** As the file names it: `A2:A5`. */
  ref: string;
  top: number;
  left: number;
  bottom: number;
  right: number;
}

const MAX_MERGES = 100_000;

/** The merged ranges of a sheet from top to bottom. They stand after all rows, so that the sheet is read once for them. */
export async function readMerges(path: string, part: string): Promise<readonly Merge[]> {
  const merges: Merge[] = [];
  const found = readXml<Merge>(path, part, (add) => ({
    open: (name, { ref }) => {
      if (name !== 'mergeCell' || ref === undefined) return;
      const [first, last] = ref.split(':').map(cellReference);
      if (!first || !last) throw refuse(path, `is damaged: ${ref} in ${part} is no range of cells`);
      add({ ref, top: first.row, left: first.column, bottom: last.row, right: Math.min(last.column, MAX_COLUMNS) });
    },
  }));
  for await (const merge of found) {
    merges.push(merge);
    if (merges.length > MAX_MERGES) throw refuse(path, `has more than ${MAX_MERGES} merged ranges`);
  }
  return merges.sort((a, b) => a.top - b.top);
}

/**
 * Gives each cell of a merged range the value of its first, as the reader of the sheet sees it beside each row; the file has it in
 * the first cell only. Rows come from top to bottom.
 */
export function createMergeFiller(merges: readonly Merge[]): (row: number, cells: TableCell[]) => void {
  let next = 0;
  let open: (Merge & { cell: TableCell | undefined })[] = [];
  return (row, cells) => {
    open = open.filter(({ bottom }) => bottom >= row);
    for (; next < merges.length && merges[next]!.top <= row; next += 1) {
      const merge = merges[next]!;
      const cell = merge.top === row ? cells[merge.left - 1] : undefined;
      if (merge.bottom >= row) open.push({ ...merge, cell });
    }
    for (const { left, right, cell } of open)
      if (cell) for (let column = left; column <= right; column += 1) cells[column - 1] = cell;
  };
}

/** `B12` as numbers; null if it is none. */
export function cellReference(text: string): { column: number; row: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text) ?? [];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column, row: Number(digits) };
}
