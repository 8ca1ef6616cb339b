import { type WriteStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import { type FileProblem } from '../file/problems.ts';
import { type MappedRow, type RowProblem } from './map-row.ts';
import { type TableInWords, inWords, rowProblemInFile } from './row-problems.ts';

/** More than anyone reads on a screen. */
const MAX_SHOWN = 20;

/** Writes the rows that are not recorded into a CSV file, as they were, with their position and the reason. */
export class RejectedRows {
  readonly path: string;
  /** The first ones. */
  readonly shown: FileProblem[] = [];
  count = 0;
  readonly #table: TableInWords;
  #stream: WriteStream | null = null;

  constructor(path: string, table: TableInWords) {
    this.path = path;
    this.#table = table;
  }

  async add(mapped: MappedRow, problems: readonly RowProblem[]): Promise<void> {
    if (this.#stream === null) {
      this.#stream = createWriteStream(this.path);
      await this.#write([...this.#table.header, 'position', 'reason']);
    }
    this.count += 1;
    if (this.shown.length < MAX_SHOWN)
      this.shown.push(...problems.map((each) => rowProblemInFile(mapped, each, this.#table)));
    const { cells, position } = mapped.row;
    const reason = problems.map((problem) => inWords(mapped, problem, this.#table)).join('\n');
    await this.#write([...this.#table.header.map((name) => cells.get(name)?.text ?? ''), String(position), reason]);
  }

  /** Finishes the file. */
  async close(): Promise<void> {
    if (this.#stream === null) return;
    this.#stream.end();
    await once(this.#stream, 'finish');
  }

  /** Nothing is left of an earlier import if all rows were taken now. */
  async removeEarlier(): Promise<void> {
    if (this.count === 0) await rm(this.path, { force: true });
  }

  async #write(cells: readonly string[]): Promise<void> {
    if (!this.#stream!.write(`${cells.map(quoted).join(',')}\r\n`)) await once(this.#stream!, 'drain');
  }
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
