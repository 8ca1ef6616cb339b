import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type FileFormat, openTable } from '../../../../src/dataset/table/table.ts';
import { scratch } from '../../../support/files.ts';
import { readTable } from './read-table.ts';
import { writeXlsx } from './write-xlsx.ts';

const { file, [Symbol.dispose]: remove } = scratch();
afterAll(remove);

const OPENPYXL = join(import.meta.dirname, 'openpyxl.xlsx');

type Spreadsheet = Parameters<typeof writeXlsx>[0];

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const header = (...names: string[]) => `<row r="1">${names.map(inline).join('')}</row>`;

/** The cells of a sheet with one column, from row 2 on. */
async function readCells(cells: readonly string[], spreadsheet: Omit<Spreadsheet, 'sheets'> = {}): Promise<unknown[]> {
  const rows = header('a', 'row') + cells.map((cell) => `<row>${cell}${inline('x')}</row>`).join('');
  const { rows: read } = await readTable(
    file('cells.xlsx', writeXlsx({ ...spreadsheet, sheets: { Visits: { rows } } })),
    {},
  );
  return read.map(({ a }) => a);
}

const refusal = async (content: string | Uint8Array, format: FileFormat = {}): Promise<string> =>
  openTable(file('refused.xlsx', content), format).then(
    () => 'no refusal',
    (error: Error) => error.message.replace(/^\S*\//, ''),
  );

describe('days', () => {
  test('are as precise as the format shows them', async () => {
    const formats = [
      'mmmm yyyy',
      'yyyy',
      '[$-409]d\\-mmm\\-yy;@',
      '"Year "yyyy',
      'yyyy"年"m"月"',
      14,
      17,
      22,
      '[$-es-ES]mmmm yyyy',
    ];
    const cells = formats.map((_, index) => `<c s="${index + 1}"><v>45702</v></c>`);
    const shown = (text: string, date: string) => ({ text, value: 45702, date });
    expect(await readCells(cells, { formats })).toEqual([
      shown('February 2025', '2025-02'),
      shown('2025', '2025'),
      shown('14-Feb-25', '2025-02-14'),
      shown('Year 2025', '2025'),
      shown('2025年2月', '2025-02'),
      shown('2/14/2025', '2025-02-14'),
      shown('Feb-25', '2025-02'),
      shown('2/14/25 0:00', '2025-02-14'),
      shown('febrero 2025', '2025-02'),
    ]);
  });

  test('a format without a year, of a time or of a duration makes no day', async () => {
    const formats = ['d-mmm', 'h:mm', '[h]:mm', 'General', '00000', '0.0%', '"day" 0'];
    const values = [45702, 0.4375, 1.5, 45702, 42, 0.125, 3];
    const cells = values.map((value, index) => `<c s="${index + 1}"><v>${value}</v></c>`);
    const texts = ['14-Feb', '10:30', '36:00', '45702', '00042', '12.5%', 'day 3'];
    expect(await readCells(cells, { formats })).toEqual(texts.map((text, index) => ({ text, value: values[index] })));
    const [, time, duration] = (await readCells(cells, { formats, date1904: true })) as { text: string }[];
    expect([time!.text, duration!.text]).toEqual(['10:30', '36:00']);
  });

  test('of the 1904 system', async () => {
    expect(
      await readCells(['<c s="1"><v>44240</v></c>', '<c s="1"><v>0</v></c>'], { formats: [14], date1904: true }),
    ).toEqual([
      { text: '2/14/2025', value: 44240, date: '2025-02-14' },
      { text: '1/1/1904', value: 0, date: '1904-01-01' },
    ]);
  });

  test('before March 1900 are those that the program shows, of which one never was', async () => {
    const days = [1, 59, 60, 61, 0, -1, 2_958_465.9, 2_958_466];
    const cells = await readCells(
      days.map((day) => `<c s="1"><v>${day}</v></c>`),
      { formats: ['yyyy-mm-dd'] },
    );
    expect(cells.map((cell) => (cell as { date?: string }).date)).toEqual([
      ...['1900-01-01', '1900-02-28', undefined, '1900-03-01', undefined, undefined, '9999-12-31', undefined],
    ]);
    expect(cells[2]).toEqual({ text: '1900-02-29', value: 60, problem: expect.stringMatching(/no day$/) });
  });

  test('in the words of ISO 8601', async () => {
    const cells = [
      '2025-02-14T00:00:00',
      '2025-02-14',
      '2025-02-14T10:30:00Z',
      '1850-01-01',
      '2025-02-30',
      'T10:30:00',
    ];
    const stored = cells.map((text, index) => `<c t="d" s="${index === 0 ? 1 : 2}"><v>${text}</v></c>`);
    expect(await readCells(stored, { formats: ['mmmm yyyy', 'yyyy-mm-dd h:mm'], date1904: true })).toEqual([
      { text: 'February 2025', date: '2025-02' },
      { text: '2025-02-14 0:00', date: '2025-02-14' },
      { text: '2025-02-14 10:30', date: '2025-02-14' },
      { text: '1850-01-01', date: '1850-01-01' },
      { text: '2025-02-30', problem: 'is 2025-02-30, which is no day' },
      'T10:30:00',
    ]);
  });

  test('a format that is a day in one language and a month in another is told', async () => {
    const [cell] = await readCells(['<c s="1"><v>45702</v></c>'], { formats: [27] });
    expect(cell).toEqual({
      text: '45702',
      value: 45702,
      problem: expect.stringMatching(/^has number format 27, which is/),
    });
  });

  test('are those of the calendar, every one, in both systems', async () => {
    const day = fc.date({ min: new Date('1904-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(fc.array(day, { maxLength: 20 }), fc.boolean(), async (dates, date1904) => {
        const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
        const cells = dates.map((date) => `<c s="1"><v>${(date.getTime() - epoch) / 86_400_000}</v></c>`);
        const read = await readCells(cells, { formats: [14], date1904 });
        expect(read.map((cell) => (cell as { date: string }).date)).toEqual(
          dates.map((date) => date.toISOString().slice(0, 10)),
        );
      }),
      { numRuns: 30 },
    );
  });

  test('are the same in every time zone of the machine', () => {
    const script = `
      import { readTable } from ${JSON.stringify(join(import.meta.dirname, 'read-table.ts'))};
      console.log(JSON.stringify(await readTable(${JSON.stringify(OPENPYXL)}, { sheet: 'Visits' })));`;
    const readIn = (TZ: string) =>
      execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script], {
        env: { TZ },
        encoding: 'utf8',
      });
    expect(readIn('America/Los_Angeles')).toContain('"date":"2025-02-14"');
    expect(readIn('Pacific/Auckland')).toBe(readIn('America/Los_Angeles'));
  });
});

describe('cells', () => {
  test('General shows all digits that a spreadsheet keeps; an identifier that is longer is told', async () => {
    const values = ['0.30000000000000004', '123456789012345', '4', '1.2345678901234568E+16'];
    expect(await readCells(values.map((value) => `<c><v>${value}</v></c>`))).toEqual([
      { text: '0.3', value: 0.30000000000000004 },
      { text: '123456789012345', value: 123456789012345 },
      { text: '4', value: 4 },
      {
        text: '12345678901234600',
        value: 12345678901234568,
        problem: expect.stringMatching(/^is a number of more than 15 digits/),
      },
    ]);
  });

  test('texts: shared, inline, of formulas, rich, with reading aids and escapes', async () => {
    const texts = [
      '<si><t>Germany &amp; Poland</t></si>',
      '<si><r><rPr><b/></rPr><t xml:space="preserve">Minister </t></r><r><t>Kōno</t></r><rPh sb="0" eb="1"><t>コウノ</t></rPh></si>',
      '<si><t>a_x000D_\nb_x005F_x000D_</t></si>',
    ];
    const cells = [
      '<c t="s"><v>0</v></c>',
      '<c t="s"><v>1</v></c>',
      '<c t="s"><v>2</v></c>',
      '<c t="s"><v>3</v></c>',
      '<c t="inlineStr"><is><r><t>NO</t></r><r><t>.</t></r></is></c>',
      '<c t="str"><f>A1&amp;B1</f><v>2/5/2009</v></c>',
      '<c t="str"><f>""</f><v></v></c>',
    ];
    expect(await readCells(cells, { texts })).toEqual([
      ...['Germany & Poland', 'Minister Kōno', 'a\nb_x000D_'],
      { text: '', problem: 'has the text number 3, which the file lacks' },
      ...['NO.', '2/5/2009', ''],
    ]);
  });

  test('a formula without a stored result and an error are not empty', async () => {
    const cells = [
      '<c><f>A1+1</f></c>',
      '<c><f>A1+1</f><v/></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="b"><v>0</v></c>',
      '<c s="0"/>',
    ];
    const unknown = { text: '', problem: expect.stringMatching(/^is a formula without a stored result/) };
    expect(await readCells(cells)).toEqual([
      unknown,
      unknown,
      { text: '#N/A', problem: 'is #N/A, an error of the spreadsheet' },
      { text: 'FALSE', value: false },
      '',
    ]);
  });

  test('each cell of a merged range has the value of its first', async () => {
    const rows =
      `<row r="1">${inline('Visits of 2025')}</row>` +
      `<row r="3">${inline('country')}${inline('city')}${inline('note')}</row>` +
      `<row r="4">${inline('Germany')}${inline('Berlin')}<c r="C4"><v>1</v></c></row>` +
      `<row r="5"><c r="A5"/>${inline('Bonn')}</row>` +
      `<row r="7"><c r="B7" t="inlineStr"><is><t>none</t></is></c></row>`;
    const after = '<mergeCells><mergeCell ref="B7:C7"/><mergeCell ref="A4:A5"/><mergeCell ref="A1:C1"/></mergeCells>';
    const path = file('merged.xlsx', writeXlsx({ sheets: { Visits: { rows, after } } }));
    expect(await readTable(path, { headerRow: 3 })).toEqual({
      header: ['country', 'city', 'note'],
      rows: [
        { position: 4, country: 'Germany', city: 'Berlin', note: { text: '1', value: 1 } },
        { position: 5, country: 'Germany', city: 'Bonn', note: '' },
        { position: 7, country: '', city: 'none', note: 'none' },
      ],
    });
    expect((await openTable(path, { headerRow: 3 })).notes).toEqual([
      'merged cells, such as A1:C1, 3 times: each of them has the value of the first',
    ]);
    await expect(readTable(path, {})).rejects.toThrow(
      'has "Visits of 2025" 3 times (columns 1, 2, 3) in its header (row 1)',
    );
  });

  test('a value beyond the header is told, an empty cell there is not', async () => {
    const rows = `${header('a')}<row><c><v>1</v></c><c r="D2" s="0"/></row><row><c r="C3"><v>1</v></c></row>`;
    const { rows: read } = await readTable(file('wide.xlsx', writeXlsx({ sheets: { S: { rows } } })), {});
    expect(read).toEqual([
      { position: 2, a: { text: '1', value: 1 } },
      { position: 3, a: '', problem: 'has 3 cells, the header has 1' },
    ]);
  });
});

describe('files', () => {
  test('the sheet is said where there are several', async () => {
    const sheet = (name: string, state?: 'hidden') => ({ rows: header(name) + `<row>${inline('x')}</row>`, state });
    const two = writeXlsx({ sheets: { Visits: sheet('a'), Codes: sheet('b') } });
    expect(await refusal(two)).toBe('refused.xlsx has 2 sheets, Visits, Codes; say `sheet`');
    expect(await refusal(two, { sheet: 'Code' })).toBe('refused.xlsx has no sheet Code; did you mean Codes?');
    expect((await readTable(file('two.xlsx', two), { sheet: 'Codes' })).header).toEqual(['b']);
    const hidden = writeXlsx({ sheets: { Visits: sheet('a'), Codes: sheet('b', 'hidden') } });
    expect((await readTable(file('hidden.xlsx', hidden), {})).header).toEqual(['a']);
  });

  test('what is no spreadsheet', async () => {
    expect(await refusal('a,b\n1,2\n')).toMatch(/^refused.xlsx is no .xlsx file; if it is an older or protected one/);
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatch(/is no .xlsx file/);
    const rows = `<row r="2"/><row r="1"/>`;
    expect(await refusal(writeXlsx({ sheets: { S: { rows } } }))).toBe('refused.xlsx is damaged: row 1 follows row 2');
    expect(await refusal(writeXlsx({ sheets: { S: { rows: '<row>' } } }))).toMatch(
      /^refused.xlsx is damaged: xl\/worksheets\/sheet1.xml/,
    );
    await expect(openTable('/none/visits.xlsx', {})).rejects.toThrow('/none/visits.xlsx there is no such file');
  });

  test('a bomb is refused before it fills the memory', async () => {
    const bomb = writeXlsx({ sheets: { S: { rows: `<row>${inline('x'.repeat(50_000_000))}</row>` } } });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(bomb)).toBe(
      'refused.xlsx has a text of more than 4194304 characters in xl/worksheets/sheet1.xml',
    );
  });

  test('a row has a limit', async () => {
    const rows = `<row>${inline('x'.repeat(600_000)).repeat(2)}</row>`;
    expect(await refusal(writeXlsx({ sheets: { S: { rows } } }))).toBe(
      'refused.xlsx has a row 1 of more than 1000000 characters, which is the limit',
    );
  });

  test('one that openpyxl wrote', async () => {
    const { header: names, rows } = await readTable(OPENPYXL, { sheet: 'Visits' });
    expect(names).toEqual(['id', 'country', 'visitor', 'when', 'note']);
    expect(rows).toMatchInlineSnapshot(`
     [
       {
         "country": "NA",
         "id": "004",
         "note": "NO",
         "position": 2,
         "visitor": "Minister Ana Müller",
         "when": {
           "date": "2025-02-14",
           "text": "2025-02-14",
           "value": 45702,
         },
       },
       {
         "country": "Kosovo",
         "id": {
           "text": "4",
           "value": 4,
         },
         "note": {
           "problem": "is a formula without a stored result; open the file in a spreadsheet program and save it",
           "text": "",
         },
         "position": 3,
         "visitor": "Secretary
     of Defence",
         "when": {
           "date": "2025-02",
           "text": "February 2025",
           "value": 45689,
         },
       },
       {
         "country": "Kosovo",
         "id": {
           "text": "5.5",
           "value": 5.5,
         },
         "note": {
           "problem": "is #N/A, an error of the spreadsheet",
           "text": "#N/A",
         },
         "position": 4,
         "visitor": "NATO 32",
         "when": {
           "date": "2022",
           "text": "2022",
           "value": 44562,
         },
       },
       {
         "country": "Germany",
         "id": "x",
         "note": {
           "text": "TRUE",
           "value": true,
         },
         "position": 5,
         "visitor": "y",
         "when": {
           "date": "2025-02-14",
           "text": "2025-02-14 10:30:00",
           "value": 45702.4375,
         },
       },
     ]
    `);
  });
});
