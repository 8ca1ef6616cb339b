import { ClientError } from '../../domain/errors.ts';
import { type InputTable, type TableCell, type TableRow, listCell, textCell } from './cell.ts';
import { EntityLines, type EntityLine } from './entity-lines.ts';
import { readJsonDocument } from './json-document.ts';
import { type JsonObject, isContainer, isObject, plainCell } from './json.ts';
import { headOf } from './recognise.ts';
import { timeCell } from './wikidata-time.ts';

/** The properties whose statements are rows: who holds which post, and who is a member of what, from when to when. */
const STATED = ['P39', 'P463', 'P102', 'P1308', 'P6', 'P35'];
const TEXTS = ['labels', 'descriptions', 'aliases'];

const TEXT = new RegExp(`^(${TEXTS.join('|')})\\.`);
const LANGUAGE = '[a-z]{2,}[a-z0-9-]*';
const KNOWN = new RegExp(
  `^(id|property|value|rank|statement|(value\\.)?(${TEXTS.join('|')})\\.${LANGUAGE}|claims\\.P\\d+|qualifiers\\.P\\d+(\\.kind)?)$`,
);
const LIST = /^((value\.)?aliases|claims|qualifiers)\.(?!.*\.kind$)/;
/** What writes an item on each line writes no space after its brace, and may write all as one array. */
const ITEM_LINE = /^(\[\s*)?\{"(?!entities")/;
/** Far above what one item has; with items of all kinds, there are thousands of external ids. */
const MAX_COLUMNS = 20_000;

/**
 * Reads items of Wikidata, from a file of `Special:EntityData` or of an item on each line. Each statement of the properties that tell of posts and
 * memberships is a row, with its value, rank and qualifiers, and with the names and all other statements of the item; an item without such is a
 * row, too. Statements that Wikidata calls deprecated are no facts: they are counted.
 */
export async function openWikidata(path: string): Promise<InputTable> {
  const items = ITEM_LINE.test(await headOf(path)) ? new EntityLines(path) : await readDocument(path);
  const header = new Set(['id', 'property', 'value', 'rank', 'statement']);
  const left = new LeftOut();
  for await (const { entity } of items.read()) {
    if (entity === null) continue;
    for (const cells of rowsOf(entity, null, left))
      for (const column of cells.keys()) {
        header.add(column);
        // What it has of its texts, it gives to whoever has it for a value.
        if (TEXT.test(column)) header.add(`value.${column}`);
      }
    if (header.size > MAX_COLUMNS) throw new ClientError('BAD_REQUEST', `${path} has more than ${MAX_COLUMNS} columns`);
  }
  return {
    header: [...header],
    positions: 'line',
    notes: left.notes(),
    entities: { format: 'WIKIDATA', isKnown: (column) => KNOWN.test(column), isList: (column) => LIST.test(column) },
    rows: {
      async *[Symbol.asyncIterator]() {
        for await (const { position, entity, problem } of items.read())
          if (entity === null) yield { position, cells: new Map(), problem: problem! } satisfies TableRow;
          else for (const cells of rowsOf(entity, items)) yield { position, cells };
      },
    },
  };
}

type Items = Pick<EntityLines, 'find'> & { read: () => AsyncIterable<EntityLine> };

async function readDocument(path: string): Promise<Items> {
  const { object, lineOf } = await readJsonDocument(path);
  const entities = isObject(object.entities) ? object.entities : { item: object };
  const lines = Object.values(entities).map((entity): EntityLine => {
    if (!isObject(entity)) return { position: 1, entity: null, problem: 'is no item' };
    const position = lineOf(entity);
    return 'missing' in entity
      ? { position, entity: null, problem: `is an item that Wikidata does not have, ${String(entity.id)}` }
      : { position, entity };
  });
  const byId = new Map(lines.flatMap(({ entity }) => (entity === null ? [] : [[entity.id, entity] as const])));
  return {
    find: (id) => byId.get(id) ?? null,
    // eslint-disable-next-line @typescript-eslint/require-await -- they are in memory
    read: async function* () {
      yield* lines;
    },
  };
}

/** Statements that are no row and no cell, counted by their property. */
class LeftOut {
  readonly #counts = new Map<string, Map<string, number>>();

  add(why: string, property: string): void {
    const counts = this.#counts.get(why) ?? new Map<string, number>();
    this.#counts.set(why, counts.set(property, (counts.get(property) ?? 0) + 1));
  }

  notes(): string[] {
    return [...this.#counts].map(([why, counts]) => {
      const shown = [...counts]
        .sort(([one], [other]) => Number(STATED.includes(other)) - Number(STATED.includes(one)))
        .slice(0, MAX_TOLD)
        .map(([property, count]) => `${property} (${count})`);
      return `Statements ${why} are left out: ${shown.join(', ')}${counts.size > MAX_TOLD ? ', …' : ''}.`;
    });
  }
}

/** Properties of which it is told what is left out; those of posts and memberships first. */
const MAX_TOLD = 20;

type Cells = Map<string, TableCell>;

/** @param items Those that values are looked up among; null while they are not known yet. */
function* rowsOf(entity: JsonObject, items: Items | null, left?: LeftOut): Generator<Cells> {
  const own: Cells = new Map();
  if (typeof entity.id === 'string') own.set('id', textCell(entity.id));
  addTexts(entity, '', own);
  const stated: Cells[] = [];
  for (const [property, statements] of Object.entries(fieldsOf(entity.claims))) {
    const facts = itemsOf(statements).filter(({ rank }) => {
      if (rank === 'deprecated') left?.add('that Wikidata calls deprecated', property);
      return rank !== 'deprecated';
    });
    const values: TableCell[] = [];
    for (const statement of facts) {
      const value = snakCell(statement.mainsnak);
      if (value === null) left?.add('without a known value', property);
      else if (STATED.includes(property)) stated.push(statementCells(property, value, statement, items));
      else values.push(value);
    }
    if (values.length > 0) own.set(`claims.${property}`, listCell(values));
  }
  if (stated.length === 0) yield own;
  for (const cells of stated) yield new Map([...own, ...cells]);
}

function statementCells(
  property: string,
  value: TableCell,
  { id, rank, qualifiers }: JsonObject,
  items: Items | null,
): Cells {
  const cells: Cells = new Map([
    ['property', { text: property }],
    ['value', value],
  ]);
  if (typeof id === 'string') cells.set('statement', textCell(id));
  if (typeof rank === 'string') cells.set('rank', textCell(rank));
  const meant = items?.find(value.text);
  if (meant) addTexts(meant, 'value.', cells);
  for (const [qualifier, snaks] of Object.entries(fieldsOf(qualifiers))) {
    const given = itemsOf(snaks);
    const known = given.flatMap((snak) => snakCell(snak) ?? []);
    const kinds = [...new Set(given.map(({ snaktype }) => String(snaktype)))];
    if (known.length > 0) cells.set(`qualifiers.${qualifier}`, listCell(known));
    cells.set(
      `qualifiers.${qualifier}.kind`,
      kinds.length === 1 ? { text: kinds[0]! } : { text: kinds.join('; '), problem: 'is of several kinds' },
    );
  }
  return cells;
}

function addTexts(entity: JsonObject, prefix: string, cells: Cells): void {
  for (const kind of TEXTS)
    for (const [language, texts] of Object.entries(fieldsOf(entity[kind]))) {
      const values = itemsOf(Array.isArray(texts) ? texts : [texts]).flatMap(({ value }) =>
        typeof value === 'string' ? [textCell(value)] : [],
      );
      if (values.length > 0) cells.set(`${prefix}${kind}.${language}`, listCell(values));
    }
}

/** The cell of a snak; null for an unknown value, and for none. */
function snakCell(snak: unknown): TableCell | null {
  if (!isObject(snak) || snak.snaktype !== 'value' || !isObject(snak.datavalue)) return null;
  const { type, value } = snak.datavalue;
  if (value === undefined || value === null) return null;
  if (!isContainer(value)) return plainCell(value);
  const fields = fieldsOf(value);
  const text = (name: string) => {
    const part = fields[name];
    return part === undefined || isContainer(part) ? '' : plainCell(part).text;
  };
  switch (type) {
    case 'wikibase-entityid':
      return textCell(text('id') || `Q${text('numeric-id')}`);
    case 'time': {
      const [precision, before, after] = ['precision', 'before', 'after'].map((name) => Number(text(name)));
      return timeCell({
        time: text('time'),
        precision: precision!,
        before: before!,
        after: after!,
        calendarmodel: text('calendarmodel'),
      });
    }
    case 'monolingualtext':
      return textCell(text('text'));
    case 'quantity':
      return textCell(text('amount').replace(/^\+/, ''));
    case 'globecoordinate':
      return textCell(`${text('latitude')}, ${text('longitude')}`);
    default:
      return { text: '', problem: `is of the type ${String(type)}, which is not read` };
  }
}

/** Of an object; an empty one is written as an array. */
const fieldsOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

const itemsOf = (value: unknown): JsonObject[] => (Array.isArray(value) ? (value as unknown[]).filter(isObject) : []);
