import { createHash } from 'node:crypto';
import { type InputTable, type TableCell, type TableRow, listCell, textCell } from './cell.ts';
import { type JsonObject, isContainer, isObject, plainCell } from './json.ts';
import { type JsonDocument, readJsonDocument } from './json-document.ts';

/** The lists of a Popolo file, and what one of them is called in columns. */
const LISTS = { persons: 'person', organizations: 'organization', posts: 'post', areas: 'area', events: 'event' };
type ListName = keyof typeof LISTS;
const listNames = Object.keys(LISTS) as ListName[];

/** What a membership refers to. */
const LINKS: Readonly<Record<string, ListName>> = {
  person: 'persons',
  member: 'organizations',
  organization: 'organizations',
  on_behalf_of: 'organizations',
  post: 'posts',
  area: 'areas',
  legislative_period: 'events',
};

/** Fields of Popolo, so that a mapping for one file is one for others, which lack some of them. */
const FIELDS =
  'id name label role classification type member_type start_date end_date birth_date death_date founding_date dissolution_date ' +
  'given_name family_name additional_name patronymic_name sort_name honorific_prefix honorific_suffix gender email image ' +
  'summary biography national_identity abstract description location parent_id organization_id area_id';
const TAGGED = 'identifiers|other_names|other_labels|contact_details|links|sources|images';
const KNOWN = new RegExp(
  `^(membership|event|${Object.keys(LINKS).join('|')})\\.(${FIELDS.replaceAll(' ', '|')}|(${TAGGED})(\\..+)?)$`,
);
const LIST = new RegExp(`\\.(${TAGGED})(\\.|$)`);

/** Of the objects in a list: what tells them apart, which becomes a part of the name of the column, and what has their value. */
const TAGS = ['scheme', 'lang', 'type', 'note'];
const VALUES = ['identifier', 'name', 'value', 'url', 'label'];

/**
 * Reads a Popolo file: each membership is a row with all that it refers to, in columns such as `person.name`, `post.label`,
 * `membership.start_date`; what no membership refers to is a row by itself.
 */
export async function openPopolo(path: string): Promise<InputTable> {
  const reader = new PopoloReader(await readJsonDocument(path));
  const header = new Set<string>();
  const lists = new Set<string>();
  for (const { cells } of reader.rows())
    for (const [column, { values }] of cells) {
      header.add(column);
      if (values !== undefined) lists.add(column);
    }
  return {
    header: [...header],
    positions: 'line',
    notes: reader.notes(),
    entities: {
      format: 'POPOLO',
      isKnown: (column) => KNOWN.test(column),
      isList: (column) => LIST.test(column) || lists.has(column),
    },
    rows: {
      // eslint-disable-next-line @typescript-eslint/require-await -- tables are read as they come
      async *[Symbol.asyncIterator]() {
        yield* reader.rows();
      },
    },
  };
}

type Cells = Map<string, TableCell>;

class PopoloReader {
  readonly #document: JsonDocument;
  readonly #byId: Readonly<Record<ListName, ReadonlyMap<string, JsonObject>>>;
  /** Fields that have no column, with the objects that give them. */
  readonly #leftOut = new Map<string, Set<unknown>>();

  constructor(document: JsonDocument) {
    this.#document = document;
    this.#byId = Object.fromEntries(
      listNames.map((list) => [list, new Map(this.#list(list).map((item) => [idOf(item.id), item]))]),
    ) as Record<ListName, Map<string, JsonObject>>;
  }

  notes(): string[] {
    const lists = Object.keys(this.#document.object).filter((list) => !(list in LISTS) && list !== 'memberships');
    const fields = [...this.#leftOut].map(([field, items]) => `${field} (${items.size})`);
    return [
      ...(lists.length === 0 ? [] : [`Not read: ${lists.join(', ')}.`]),
      ...(fields.length === 0 ? [] : [`Not in the columns: ${fields.join(', ')}.`]),
    ];
  }

  *rows(): Generator<TableRow> {
    const linked = new Set<JsonObject>();
    for (const { membership, position } of this.#memberships()) {
      const cells: Cells = new Map();
      const problems: string[] = [];
      const links = this.#linksOf(membership, cells, problems);
      for (const [link, target] of links) {
        linked.add(target);
        this.#add(target, link, [], cells);
      }
      const own = [
        ...Object.keys(LINKS).filter((link) => isObject(membership[link])),
        ...Object.keys(LINKS).map(idField),
      ];
      this.#add(membership, 'membership', own, cells);
      if (!cells.has('membership.id')) cells.set('membership.id', textCell(madeId(cells)));
      yield { position, cells, ...(problems.length > 0 && { problem: problems.join('; ') }) };
    }
    for (const list of listNames)
      for (const item of this.#list(list)) {
        if (linked.has(item)) continue;
        const cells: Cells = new Map();
        this.#add(item, LISTS[list], [], cells);
        yield { position: this.#document.lineOf(item), cells };
      }
  }

  #list(name: string): JsonObject[] {
    const list = this.#document.object[name];
    return Array.isArray(list) ? (list as unknown[]).filter(isObject) : [];
  }

  /** Memberships stand in a list of their own, or in what they are memberships of. */
  *#memberships(): Generator<{ membership: JsonObject; position: number }> {
    for (const membership of this.#list('memberships'))
      yield { membership, position: this.#document.lineOf(membership) };
    for (const list of listNames)
      for (const item of this.#list(list))
        for (const membership of (Array.isArray(item.memberships) ? (item.memberships as unknown[]) : []).filter(
          isObject,
        ))
          yield { membership: { [LISTS[list]]: item, ...membership }, position: this.#document.lineOf(item) };
  }

  #linksOf(membership: JsonObject, cells: Cells, problems: string[]): Map<string, JsonObject> {
    const links = new Map<string, JsonObject>();
    const link = (name: string, from: JsonObject): void => {
      const [within, id, list] = [from[name], idOf(from[idField(name)]), LINKS[name]!];
      const target = isObject(within) ? within : this.#byId[list].get(id);
      if (target !== undefined) links.set(name, target);
      else if (id !== '' && this.#byId[list].size > 0)
        problems.push(`refers to the ${name} ${id}, which is not among the ${list} of the file`);
      else if (id !== '') cells.set(`${name}.id`, textCell(id));
    };
    for (const name of Object.keys(LINKS)) link(name, membership);
    const post = links.get('post');
    if (post !== undefined && !links.has('organization')) link('organization', post);
    return links;
  }

  /** Adds the fields of an object to a row. */
  #add(object: JsonObject, column: string, except: readonly string[], cells: Cells): void {
    for (const [field, value] of Object.entries(object)) {
      if (value === null || value === '' || field === 'memberships' || except.includes(field)) continue;
      const name = `${column}.${field}`;
      if (!isContainer(value)) cells.set(name, plainCell(value));
      else if (isObject(value)) this.#add(value, name, [], cells);
      else this.#addList(value as readonly unknown[], name, field, cells);
    }
  }

  #addList(items: readonly unknown[], column: string, field: string, cells: Cells): void {
    const lists = new Map<string, TableCell[]>();
    for (const item of items) {
      const [tag, value] = isObject(item)
        ? [TAGS.find((name) => isText(item[name])), VALUES.find((name) => isText(item[name]))]
        : [];
      const shown = isObject(item) ? (value === undefined ? undefined : item[value]) : item;
      const left = isObject(item) ? Object.keys(item).filter((name) => name !== tag && name !== value) : [];
      if (shown === undefined || isContainer(shown)) this.#leave(field, item);
      else {
        const name = tag === undefined ? column : `${column}.${String((item as JsonObject)[tag])}`;
        lists.set(name, [...(lists.get(name) ?? []), plainCell(shown)]);
        for (const other of left) this.#leave(`${field}.${other}`, item);
      }
    }
    for (const [name, values] of lists) cells.set(name, listCell(values));
  }

  #leave(field: string, item: unknown): void {
    const items = this.#leftOut.get(field) ?? new Set();
    this.#leftOut.set(field, items.add(item));
  }
}

const idField = (link: string) => `${link}_id`;

const idOf = (value: unknown): string =>
  value === undefined || value === null || isContainer(value) ? '' : plainCell(value).text;

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** The same whenever the file is read; many files give their memberships none. */
function madeId(cells: Cells): string {
  const texts = [...Object.keys(LINKS).map((link) => `${link}.id`), 'membership.role', 'membership.start_date'].map(
    (column) => cells.get(column)?.text ?? '',
  );
  const holder = cells.get('person.id')?.text ?? cells.get('member.id')?.text ?? '';
  return `${holder}-${createHash('sha1').update(JSON.stringify(texts)).digest('hex').slice(0, 12)}`;
}
