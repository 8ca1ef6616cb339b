import { type EntityAnswer, type EntityQuestion, findEntities } from '../../record/resolve/find-entities.ts';
import { type TableRow } from '../table/table.ts';
import { type MappedRow, mapRow } from './map-row.ts';
import { type Mapping } from './read-mapping.ts';

/** The graph of which names and codes are asked; null if the mapping looks nothing up. */
export type GraphToAsk = Parameters<typeof findEntities>[0] | null;

/** Rows whose names and codes are looked up together. */
const CHUNK = 500;
/** Answers that are remembered. */
const MAX_ANSWERS = 20_000;

/** Maps the rows of a table in their order. */
export async function* mapTableRows(
  rows: AsyncIterable<TableRow>,
  mapping: Mapping,
  lookUps: LookUps,
): AsyncGenerator<MappedRow> {
  let chunk: TableRow[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < CHUNK) continue;
    yield* await mapChunk(chunk, mapping, lookUps);
    chunk = [];
  }
  yield* await mapChunk(chunk, mapping, lookUps);
}

/** A row is mapped again when what it asked for is known: a look-up may depend on another, a city on its country. */
async function mapChunk(rows: readonly TableRow[], mapping: Mapping, lookUps: LookUps): Promise<MappedRow[]> {
  const mapped: MappedRow[] = [];
  let open = [...rows.keys()];
  while (open.length > 0) {
    const waiting = open.filter((index) => {
      mapped[index] = mapRow(rows[index]!, mapping, lookUps.find);
      return lookUps.takeIsWaiting();
    });
    await lookUps.answerAll();
    open = waiting;
  }
  return mapped;
}

/** Stands for a node that is not looked up yet. */
const PENDING = 'pending';
const NOT_YET: EntityAnswer = { keys: [PENDING], isOwn: false, suggestions: [] };

/** Collects what rows ask of the graph, so that it is looked up together, and remembers the answers. */
export class LookUps {
  readonly #database: GraphToAsk;
  readonly #answers = new Map<string, EntityAnswer>();
  readonly #questions = new Map<string, EntityQuestion>();
  #isWaiting = false;

  constructor(database: GraphToAsk) {
    this.#database = database;
  }

  readonly find = (question: EntityQuestion): EntityAnswer => {
    const id = JSON.stringify(question);
    const answer = this.#answers.get(id);
    if (answer !== undefined) return answer;
    this.#isWaiting = true;
    if (question.country !== PENDING) this.#questions.set(id, question);
    return NOT_YET;
  };

  /** Whether anything was asked since the last call that is not known yet. */
  takeIsWaiting(): boolean {
    const isWaiting = this.#isWaiting;
    this.#isWaiting = false;
    return isWaiting;
  }

  async answerAll(): Promise<void> {
    if (this.#questions.size === 0) return;
    const questions = [...this.#questions.values()];
    const answers = await findEntities(this.#database!, questions);
    if (this.#answers.size > MAX_ANSWERS) this.#answers.clear();
    [...this.#questions.keys()].forEach((id, index) => this.#answers.set(id, answers[index]!));
    this.#questions.clear();
  }
}
