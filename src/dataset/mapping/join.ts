import { createHash } from 'node:crypto';
import { type InputPath } from '../../record/input/problem.ts';
import { type RecordInput } from '../../record/input/record-input.ts';
import { HashTable } from '../table/hash-table.ts';
import { type MappedRow, type RowProblem, placeInBlock } from './map-row.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A row of a data set, or a participant, as one row of a table gives it. */
interface Part {
  /** The same for all that are one row of the data set. */
  id: string;
  /** Where it stands in the block of the row of the table. */
  path: InputPath;
  /** Without participants. */
  fields: Fields;
}

/** The rows and participants that a row of a table gives, participants after their meeting. */
function partsOf({ block }: MappedRow): Part[] {
  const { source, ...lists } = block!;
  const document = JSON.stringify(source);
  return Object.entries(lists).flatMap(([list, rows]) =>
    (rows as Fields[]).flatMap(({ participants, ...fields }, index) => {
      const id = `${document} ${list} ${String(fields.key ?? fields.ref)}`;
      const inner = ((participants ?? []) as Fields[]).map((participant, at): Part => ({
        id: `${id} ${identityOf(participant)}`,
        path: [list, index, 'participants', at],
        fields: participant,
      }));
      return [{ id, path: [list, index], fields }, ...inner];
    }),
  );
}

/** What a participant is recognised by in its meeting. */
const identityOf = ({ key, actor, role }: Fields): string =>
  typeof key === 'string' ? key : `${String(actor)} ${String(role)}`;

/** The rows of the data set that a table gives, as hashes, and which several of its rows give that do not say the same. */
export class GivenRows {
  readonly #ids = new Set<string>();
  readonly #contents = new HashTable();

  add(mapped: MappedRow): void {
    for (const { id, fields } of partsOf(mapped)) {
      const [name, content] = [nameHash(id), contentHash(fields)];
      const before = this.#contents.get(name);
      if (before === undefined) this.#contents.set(name, content);
      else if (before !== content) this.#ids.add(id);
    }
  }

  get allAgree(): boolean {
    return this.#ids.size === 0;
  }

  differs(id: string): boolean {
    return this.#ids.has(id);
  }

  /** What is recorded need not be recorded with later rows of the table. */
  markRecorded(rows: readonly MappedRow[]): void {
    for (const { id, fields } of rows.flatMap(partsOf))
      if (!this.differs(id)) this.#contents.set(nameHash(id), contentHash(fields) + RECORDED);
  }

  /** What is not recorded of the rows that a row of the table gives. */
  unrecordedIn(mapped: MappedRow): string[] {
    return partsOf(mapped).flatMap((part) => (this.isRecorded(part) ? [] : [part.id]));
  }

  isRecorded({ id, fields }: Pick<Part, 'id' | 'fields'>): boolean {
    return this.#contents.get(nameHash(id)) === contentHash(fields) + RECORDED;
  }
}

/** Added to the hash of a row, which is even. */
const RECORDED = 1;

const digest = (text: string): Buffer => createHash('sha1').update(text).digest();

/** 48 bits, and not 0. What only seems to be given twice is compared in vain; what is recorded has the same content hash, too. */
const nameHash = (id: string): number => digest(id).readUIntBE(0, 6) || 1;

const contentHash = (fields: Fields): number => digest(JSON.stringify(fields)).readUInt32BE(0) & 0x7ffffffe;

/** What the rows of a table say together of rows of the data set that they give differently. */
export class JoinedFields {
  readonly #joined = new Map<string, { fields: Fields; first: number }>();

  get(id: string): Fields | undefined {
    return this.#joined.get(id)?.fields;
  }

  /** Adds what a row of the table says of those; says where it contradicts the rows before it, and then adds nothing. */
  add(mapped: MappedRow, given: GivenRows): RowProblem[] {
    const { position } = mapped.row;
    const problems: RowProblem[] = [];
    const added = new Map<string, { fields: Fields; first: number }>();
    for (const { id, path, fields } of partsOf(mapped)) {
      if (!given.differs(id)) continue;
      const known = added.get(id) ?? this.#joined.get(id);
      const conflict = known && fieldInConflict(known.fields, fields);
      if (known !== undefined && conflict !== undefined) {
        const [first, second] = [known.fields[conflict], fields[conflict]].map((value) => JSON.stringify(value));
        problems.push({
          column: mapped.columnAt([...path, conflict]),
          message:
            `gives ${placeInBlock([...path, conflict])}: ` +
            (added.has(id)
              ? `${first} and ${second}, with one key`
              : `${second}, and row ${known.first}, which has the same key, ${first}; rows with one key are one`),
        });
      } else added.set(id, { fields: join(known?.fields ?? {}, fields), first: known?.first ?? position });
    }
    if (problems.length === 0) for (const [id, joined] of added) this.#joined.set(id, joined);
    return problems;
  }
}

const fieldInConflict = (known: Fields, fields: Fields): string | undefined =>
  Object.keys(fields).find(
    (field) =>
      known[field] !== undefined &&
      !(Array.isArray(known[field]) && Array.isArray(fields[field])) &&
      JSON.stringify(known[field]) !== JSON.stringify(fields[field]),
  );

/** The fields of both, and the items of both lists. */
function join(known: Fields, fields: Fields): Fields {
  const lists = Object.entries(fields).flatMap(([field, more]) => {
    const items: unknown = known[field];
    if (!Array.isArray(items) || !Array.isArray(more)) return [];
    const texts = new Set(items.map((item) => JSON.stringify(item)));
    return [
      [
        field,
        [...(items as unknown[]), ...(more as unknown[]).filter((item) => !texts.has(JSON.stringify(item)))],
      ] as const,
    ];
  });
  return { ...fields, ...known, ...Object.fromEntries(lists) };
}

/** A row of a block, or a participant, and the rows of the table that give it. */
interface JoinedPart {
  id: string;
  /** The number of its source. */
  block: number;
  /** Where it stands in the block of the first of these rows. */
  path: InputPath;
  fields: Fields;
  origins: MappedRow[];
  /** The ids of the participants. */
  inner: Set<string>;
}

/** What is known of a table as a whole before its first row is recorded. */
export interface Survey {
  /** The number of its rows. */
  total: number;
  given: GivenRows;
  joined: JoinedFields;
  /** Rows that contradict rows with the same keys, by their numbers: several may stand on one line. */
  conflicts: ReadonlyMap<number, RowProblem[]>;
}

/** Blocks for the writer, one for each source. */
export interface JoinedBlocks {
  blocks: RecordInput[];
  /** The rows of the table that a place in the blocks is from, and the column of the first of them. */
  originOf: (path: InputPath) => { rows: readonly MappedRow[]; column: string | null };
}

/**
 * Makes blocks of rows of a table. What several of them say of one row of the data set stands there once.
 *
 * @param joined Of what is given differently, here or elsewhere in the table, all that is said.
 * @param given Tells what is recorded already, which is left out.
 */
export function joinRows(
  rows: readonly MappedRow[],
  { joined, given }: Pick<Survey, 'joined' | 'given'>,
): JoinedBlocks {
  const sources = new Map<string, { number: number; source: RecordInput['source']; rows: MappedRow[] }>();
  const parts = new Map<string, JoinedPart>();
  for (const mapped of rows) {
    const { source } = mapped.block!;
    const text = JSON.stringify(source);
    const block = sources.get(text) ?? { number: sources.size, source, rows: [] };
    sources.set(text, block);
    block.rows.push(mapped);
    let outer: JoinedPart | null = null;
    for (const { id, path, fields } of partsOf(mapped)) {
      const part = parts.get(id) ?? {
        id,
        block: block.number,
        path,
        fields: joined.get(id) ?? fields,
        origins: [],
        inner: new Set<string>(),
      };
      parts.set(id, part);
      if (part.origins.at(-1) !== mapped) part.origins.push(mapped);
      if (path.length === 2) outer = part;
      else outer!.inner.add(id);
    }
  }
  const blocks = [...sources.values()].map(({ source }) => ({ source, lists: new Map<string, JoinedPart[]>() }));
  for (const part of parts.values()) {
    if (part.path.length > 2 || (part.inner.size === 0 && given.isRecorded(part))) continue;
    const { lists } = blocks[part.block]!;
    const list = part.path[0] as string;
    if (lists.has(list)) lists.get(list)!.push(part);
    else lists.set(list, [part]);
  }
  const named = new Set<unknown>();
  const toRow = ({ fields: { key, ...fields }, inner }: JoinedPart) => {
    // A data set gives a key once; what another source says is about what is known by it.
    const identity = key === undefined ? {} : named.has(key) ? { ref: key } : { key };
    named.add(key);
    const participants = [...inner].map((id) => parts.get(id)!.fields);
    return { ...identity, ...fields, ...(inner.size > 0 && { participants }) };
  };
  return {
    blocks: blocks.map(({ source, lists }) => ({
      source,
      ...Object.fromEntries([...lists].map(([list, own]) => [list, own.map(toRow)])),
    })),
    originOf: ([block, list, index, ...rest]) => {
      const row = blocks[block as number]?.lists.get(list as string)?.[index as number];
      if (row === undefined) {
        const own = [...sources.values()][block as number]?.rows ?? rows;
        return {
          rows: own,
          column: own[0]?.columnAt([list ?? 'source', ...(index === undefined ? [] : [index]), ...rest]) ?? null,
        };
      }
      const participant = rest[0] === 'participants' ? [...row.inner][rest[1] as number] : undefined;
      const { origins, path } = participant === undefined ? row : parts.get(participant)!;
      const inner = participant === undefined ? rest : rest.slice(2);
      return { rows: origins, column: origins[0]!.columnAt([...path, ...inner]) };
    },
  };
}
