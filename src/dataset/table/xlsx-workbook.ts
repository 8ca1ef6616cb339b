import { posix } from 'node:path';
import { type NumberFormat, numberFormat } from './xlsx-number.ts';
import { readXml, refuse } from './xlsx-xml.ts';

/** Of the texts that cells share, which are the only part that is kept in memory. */
const MAX_TEXT_BYTES = 256 * 1024 ** 2;

/** What the cells of all sheets share. */
export interface Workbook {
  path: string;
  sheets: { name: string; hidden: boolean; part: string }[];
  /** Days are counted from 1904, as old programs of the Macintosh did. */
  date1904: boolean;
  /** By the style of a cell. */
  formats: NumberFormat[];
  texts: SharedTexts;
}

export async function readWorkbook(path: string): Promise<Workbook> {
  const main = (await readRelationships(path, '')).find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined) throw refuse(path, 'is no .xlsx file: it names no workbook');
  const parts = await readRelationships(path, main);
  const partOf = (type: string) => parts.find((part) => part.type === type)?.target;
  const styles = partOf('styles');
  const texts = partOf('sharedStrings');
  return {
    path,
    ...(await readSheets(path, main, parts)),
    formats: styles === undefined ? [] : await readFormats(path, styles),
    texts: texts === undefined ? new SharedTexts() : await readSharedTexts(path, texts),
  };
}

interface Relationship {
  id: string;
  type: string;
  target: string;
}

/** The parts that a part names, '' being the package itself. */
async function readRelationships(path: string, part: string): Promise<Relationship[]> {
  const folder = posix.dirname(part);
  const found = readXml<Relationship>(path, posix.join(folder, '_rels', `${posix.basename(part)}.rels`), (add) => ({
    open: (name, { Id: id, Type: type, Target: target }) => {
      if (name !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
      // The type is an address, of which the strict form of the format has another beginning.
      add({ id, type: posix.basename(type), target: posix.resolve('/', folder, target).slice(1) });
    },
  }));
  return Array.fromAsync(found);
}

async function readSheets(
  path: string,
  main: string,
  parts: readonly Relationship[],
): Promise<Pick<Workbook, 'sheets' | 'date1904'>> {
  let date1904 = false;
  const found = readXml<Workbook['sheets'][number]>(path, main, (add) => ({
    open: (element, attributes) => {
      if (element === 'workbookPr') date1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (element !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
      const part = parts.find((candidate) => candidate.id === id);
      const { name = '', state = 'visible' } = attributes;
      if (part?.type === 'worksheet') add({ name, hidden: state !== 'visible', part: part.target });
    },
  }));
  return { sheets: await Array.fromAsync(found), date1904 };
}

/** The number formats of the styles that cells have. */
async function readFormats(path: string, part: string): Promise<NumberFormat[]> {
  const patterns = new Map<number, string>();
  let ofCells = false;
  const found = readXml<number>(path, part, (add) => ({
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') patterns.set(Number(numFmtId), formatCode ?? '');
      if (name === 'cellXfs') ofCells = true;
      if (name === 'xf' && ofCells) add(Number(numFmtId ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') ofCells = false;
    },
  }));
  const ids = await Array.fromAsync(found);
  const formats = new Map([...new Set(ids)].map((id) => [id, numberFormat(id, patterns)]));
  return ids.map((id) => formats.get(id)!);
}

async function readSharedTexts(path: string, part: string): Promise<SharedTexts> {
  const texts = new SharedTexts();
  const collected = new TextCollector();
  const found = readXml<string>(path, part, (add) => ({
    open: (name) => {
      if (name === 'si') collected.begin();
      collected.open(name);
    },
    text: (text) => collected.add(text),
    close: (name) => {
      collected.close(name);
      if (name === 'si') add(collected.text);
    },
  }));
  for await (const text of found) {
    texts.add(text);
    if (texts.bytes > MAX_TEXT_BYTES)
      throw refuse(path, `is too large: its texts have more than ${MAX_TEXT_BYTES} bytes`);
  }
  return texts;
}

/** The text of a rich text: its runs without their formats, and without the reading aids of East Asian texts. */
export class TextCollector {
  text = '';
  #within = false;
  #aid = false;

  begin(): void {
    this.text = '';
  }

  open(name: string): void {
    if (name === 'rPh') this.#aid = true;
    if (name === 't' && !this.#aid) this.#within = true;
  }

  close(name: string): void {
    if (name === 'rPh') this.#aid = false;
    if (name === 't') this.#within = false;
  }

  add(text: string): void {
    if (this.#within) this.text += text;
  }
}

/** The texts that a file stores once for all cells: outside the heap and without a string for each, for there may be a million. */
class SharedTexts {
  #bytes = Buffer.alloc(64 * 1024);
  #ends: number[] = [];

  add(text: string): void {
    const start = this.bytes;
    const end = start + Buffer.byteLength(text);
    if (end > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], Math.max(end, this.#bytes.length * 2));
    this.#bytes.write(text, start);
    this.#ends.push(end);
  }

  get bytes(): number {
    return this.#ends.at(-1) ?? 0;
  }

  /** Undefined if the file has no text with this number. */
  get(index: number): string | undefined {
    const end = this.#ends[index];
    return end === undefined ? undefined : this.#bytes.toString('utf8', this.#ends[index - 1] ?? 0, end);
  }
}
