import { crc32, deflateRawSync } from 'node:zlib';

const xml = (text: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${text}`;
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Sheet {
  /** What <sheetData> contains. */
  rows: string;
  /** What follows it. */
  after?: string;
  state?: 'hidden';
}

interface Spreadsheet {
  sheets: Readonly<Record<string, Sheet>>;
  date1904?: boolean;
  /** The number formats of style 1, 2 and so on: their numbers, or patterns. Style 0 is General. */
  formats?: readonly (number | string)[];
  /** The <si> elements. */
  texts?: readonly string[];
}

/** An .xlsx file with this XML. */
export function writeXlsx({ sheets, date1904 = false, formats = [], texts = [] }: Spreadsheet): Buffer {
  const names = Object.keys(sheets);
  const patterns = formats.flatMap((format, index) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${200 + index}" formatCode="${escape(format)}"/>`] : [],
  );
  const styles = [0, ...formats].map((format, index) => (typeof format === 'string' ? 199 + index : format));
  return zip({
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': xml(
      `<workbook xmlns:r="${TYPES}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${names
        .map((name, index) => {
          const state = sheets[name]!.state ? ` state="${sheets[name]!.state}"` : '';
          return `<sheet name="${escape(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
        })
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relationships([
      ...names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', '/xl/styles.xml'],
      ...(texts.length > 0 ? [['sharedStrings', 'sharedStrings.xml'] as const] : []),
    ]),
    'xl/styles.xml': xml(
      `<styleSheet><numFmts>${patterns.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
        `<cellXfs>${styles.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    ),
    'xl/sharedStrings.xml': xml(`<sst>${texts.join('')}</sst>`),
    ...Object.fromEntries(
      Object.values(sheets).map(({ rows, after = '' }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        xml(`<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`),
      ]),
    ),
  });
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const relationships = (targets: readonly (readonly [type: string, target: string])[]) =>
  xml(
    `<Relationships>${targets
      .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${TYPES}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`,
  );

/** A ZIP file with these files, compressed (APPNOTE.TXT 4.3). */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, end, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
