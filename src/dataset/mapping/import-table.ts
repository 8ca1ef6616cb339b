import { type Problem } from '../../record/input/problem.ts';
import { isTooLarge, readTransactionCapacity, rowsIn } from '../../record/input/transaction-capacity.ts';
import { Progress } from '../../record/operation/progress.ts';
import { type RecordReport, record } from '../../record/recording/record.ts';
import { countRows } from '../batches/batches.ts';
import { NOTHING_RECORDED, addRecorded } from '../batches/import-in-batches.ts';
import { Pace } from '../batches/pace.ts';
import { type FileProblem } from '../file/problems.ts';
import { type ImportReport, type WriteOptions, importPrepared } from '../import.ts';
import { type PreparedImport } from '../prepare.ts';
import { type JoinedBlocks, type Survey, joinRows } from './join.ts';
import { type MappedRow, type RowProblem, givesMessage } from './map-row.ts';
import { surveyTable, surveyedRows } from './mapped-table.ts';
import { RejectedRows } from './rejected-rows.ts';
import { type NamedTable, rowProblemInFile } from './row-problems.ts';

type Database = Parameters<typeof record>[0];

/** Options of importing a table row by row. */
export type StreamOptions = Pick<WriteOptions, 'by' | 'capacity' | 'onProgress'>;

export interface TableImportReport extends Omit<ImportReport, 'problems' | 'source' | 'batches'> {
  /** The number of rows of the table. */
  rows: number;
  rejected: RejectedRows;
}

/** Warnings that are told. */
const MAX_WARNINGS = 200;
/** Rows that are kept until the end, to be tried once more. */
const MAX_WAITING = 10_000;

/**
 * Imports all rows of a table, or none if any cannot be recorded: like a data set with what its rows make. They are in memory together.
 */
export async function importWholeTable(
  database: Database,
  table: NamedTable,
  options: WriteOptions,
): Promise<ImportReport> {
  return importPrepared(database, await prepareTable(table), options);
}

/** A table as an import of a data set. */
async function prepareTable(table: NamedTable): Promise<PreparedImport> {
  const survey = await surveyTable(table);
  const problems: FileProblem[] = [];
  const rows: MappedRow[] = [];
  for await (const mapped of surveyedRows(table, survey)) {
    problems.push(...mapped.problems.map((problem) => rowProblemInFile(mapped, problem, table)));
    if (mapped.block !== null) rows.push(mapped);
  }
  const { blocks, originOf } = joinRows(rows, survey);
  const toFileProblems = (found: readonly Problem[]) =>
    found.flatMap(({ path, message }) => {
      const {
        rows: [first],
        column,
      } = originOf(path);
      const problem = { column, message: givesMessage(path.slice(1), message) };
      return first === undefined ? [] : [rowProblemInFile(first, problem, table)];
    });
  const { dataSet } = table.mapping;
  return { blocks, dataSets: blocks.map(() => dataSet), toFileProblems, files: [table.path], problems, source: null };
}

/**
 * Imports a table, so many rows at a time that memory does not grow with it. What cannot be recorded is written to a file, and the
 * rest goes in. Importing it again changes nothing, and goes on where it was interrupted.
 */
export async function importTable(
  database: Database,
  table: NamedTable,
  options: StreamOptions,
): Promise<TableImportReport> {
  options.onProgress?.(`Reading ${table.path}`);
  const survey = await surveyTable(table);
  const rejected = new RejectedRows(`${table.path}.rejected.csv`, table);
  const writer = new TableWriter(database, table, survey, {
    ...options,
    capacity: options.capacity ?? (await readTransactionCapacity(database)),
  });
  /** Rows that refer to what is not known yet: it may come later in the table. */
  let waiting: RefusedRow[] = [];
  const reject = async ({ mapped, problems }: Pick<RefusedRow, 'mapped' | 'problems'>) => {
    await rejected.add(mapped, problems);
    writer.passBy();
  };
  const refuse = async (row: RefusedRow) => {
    if (row.isLacking && waiting.length < MAX_WAITING) waiting.push(row);
    else await reject(row);
  };
  try {
    for await (const mapped of surveyedRows(table, survey)) {
      if (mapped.block === null) await reject({ mapped, problems: mapped.problems });
      else await writer.add(mapped, refuse);
    }
    await writer.finish(refuse);
    for (let before = Infinity; waiting.length > 0 && waiting.length < before;) {
      const again = waiting;
      [before, waiting] = [again.length, []];
      for (const { mapped } of again) await writer.add(mapped, refuse);
      await writer.finish(refuse);
    }
    for (const row of waiting) await reject(row);
    await rejected.removeEarlier();
  } finally {
    await rejected.close();
  }
  const { recorded, warnings } = writer;
  return { recorded, warnings, rows: survey.total, rejected };
}

/** A row that the graph does not take. */
interface RefusedRow {
  mapped: MappedRow;
  problems: RowProblem[];
  /** True if all that is wrong with it is that it refers to nothing. */
  isLacking: boolean;
}

const TOO_LARGE: RowProblem = { column: null, message: 'makes more than one transaction of this database holds' };

type Refuse = (row: RefusedRow) => Promise<void>;

/** Records rows of a table, as many at once as the pace of the database allows. */
class TableWriter {
  recorded = NOTHING_RECORDED;
  readonly warnings: FileProblem[] = [];
  readonly #database: Database;
  readonly #table: NamedTable;
  readonly #survey: Survey;
  readonly #options: StreamOptions & { capacity: number };
  readonly #pace: Pace;
  readonly #progress: Progress;
  readonly #begun = new Date().toISOString();
  #rows: MappedRow[] = [];
  /** The rows of the data set that these make. */
  #made = new Set<string>();

  constructor(database: Database, table: NamedTable, survey: Survey, options: StreamOptions & { capacity: number }) {
    this.#database = database;
    this.#table = table;
    this.#survey = survey;
    this.#options = options;
    this.#pace = new Pace(rowsIn(options.capacity));
    this.#progress = new Progress('rows', survey.total);
  }

  async add(mapped: MappedRow, refuse: Refuse): Promise<void> {
    this.#rows.push(mapped);
    for (const id of this.#survey.given.unrecordedIn(mapped)) this.#made.add(id);
    if (this.#made.size >= this.#pace.rows) await this.finish(refuse);
  }

  /** Counts a row that is not recorded. */
  passBy(): void {
    this.#progress.add(1);
  }

  /** Records what was added. */
  async finish(refuse: Refuse): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    this.#made.clear();
    if (rows.length === 0) return;
    await this.#record(rows, refuse);
    this.#options.onProgress?.(String(this.#progress));
  }

  /** Records rows together; without those that are refused, until the graph takes all that are left. */
  async #record(rows: readonly MappedRow[], refuse: Refuse): Promise<void> {
    let open = rows;
    while (open.length > 0) {
      const { blocks, originOf } = joinRows(open, this.#survey);
      const [size, started] = [countRows(blocks), performance.now()];
      const report = await this.#recordIfItFits(blocks);
      if (report === null) {
        const [mapped] = open;
        if (open.length === 1) return refuse({ mapped: mapped!, problems: [TOO_LARGE], isLacking: false });
        this.#pace.halve(size);
        const half = Math.ceil(open.length / 2);
        await this.#record(open.slice(0, half), refuse);
        open = open.slice(half);
        continue;
      }
      if (report.problems.length === 0) {
        this.#pace.took(size, performance.now() - started);
        this.#progress.add(open.length);
        this.recorded = addRecorded(this.recorded, report);
        this.#warn(report.warnings, originOf);
        this.#survey.given.markRecorded(open);
        return;
      }
      const refused = refusedRows(report.problems, originOf);
      for (const row of refused.values()) await refuse(row);
      open = open.filter((mapped) => !refused.has(mapped));
    }
  }

  /** Null if it is more than one transaction holds. */
  async #recordIfItFits(blocks: JoinedBlocks['blocks']): Promise<RecordReport | null> {
    const { by, capacity } = this.#options;
    const dataSets = blocks.map(() => this.#table.mapping.dataSet);
    const part = { seen: null, begun: this.#begun, journal: null };
    try {
      return await record(this.#database, blocks, { by, capacity, dataSets, part });
    } catch (error) {
      if (isTooLarge(error)) return null;
      throw error;
    }
  }

  #warn(found: readonly Problem[], originOf: JoinedBlocks['originOf']): void {
    for (const [mapped, { problems }] of refusedRows(found, originOf))
      if (this.warnings.length < MAX_WARNINGS)
        this.warnings.push(...problems.map((problem) => rowProblemInFile(mapped, problem, this.#table)));
  }
}

/** The rows of the table that problems are about. */
function refusedRows(problems: readonly Problem[], originOf: JoinedBlocks['originOf']): Map<MappedRow, RefusedRow> {
  const refused = new Map<MappedRow, RefusedRow>();
  for (const { path, code, message } of problems) {
    const { rows, column } = originOf(path);
    for (const mapped of rows) {
      const row = refused.get(mapped) ?? { mapped, problems: [], isLacking: true };
      const problem = { column, message: givesMessage(path.slice(1), message) };
      if (!row.problems.some((other) => other.message === problem.message)) row.problems.push(problem);
      row.isLacking &&= code === 'NOT_FOUND';
      refused.set(mapped, row);
    }
  }
  return refused;
}
