import { closestMatches } from '../../domain/identity/keys.ts';
import { didYouMean } from '../../record/input/problem.ts';
import { type FileFormat, type InputTable } from './cell.ts';
import { withHeader } from './with-header.ts';
import { readSheet } from './xlsx-sheet.ts';
import { readMerges } from './xlsx-merges.ts';
import { readWorkbook, type Workbook } from './xlsx-workbook.ts';
import { refuse } from './xlsx-xml.ts';

/**
 * Reads a sheet of an .xlsx file, with the serial numbers of its days and the formats that they are shown in: a cell that shows
 * February 2025 stores the first of the month, or any other day.
 */
export async function openXlsx(path: string, { sheet, headerRow }: FileFormat): Promise<InputTable> {
  const workbook = await readWorkbook(path);
  const { part } = chooseSheet(workbook, sheet);
  const merges = await readMerges(path, part);
  const table = await withHeader({
    path,
    read: () => readSheet(workbook, part, merges),
    positions: 'row',
    headerRow: headerRow ?? 1,
    sameLength: false,
  });
  const [first] = merges;
  if (first === undefined) return table;
  return {
    ...table,
    notes: [`merged cells, such as ${first.ref}, ${merges.length} times: each of them has the value of the first`],
  };
}

function chooseSheet({ path, sheets }: Workbook, said: string | undefined): Workbook['sheets'][number] {
  const names = sheets.map(({ name }) => name);
  if (said !== undefined) {
    const found = sheets.find(({ name }) => name === said);
    if (found) return found;
    throw refuse(
      path,
      `has no sheet ${said}${didYouMean(closestMatches(said, names)) || `; it has ${names.join(', ')}`}`,
    );
  }
  const [first, second] = sheets.filter(({ hidden }) => !hidden);
  if (first === undefined) throw refuse(path, 'has no sheet that is not hidden');
  if (second !== undefined) throw refuse(path, `has ${sheets.length} sheets, ${names.join(', ')}; say \`sheet\``);
  return first;
}
