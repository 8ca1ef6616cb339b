import { ClientError } from '../../domain/errors.ts';
import { type InputTable, MAX_COLUMNS, type TableCell, type TableRow, listCell, textCell } from './cell.ts';
import { EntityLines } from './entity-lines.ts';
import { type JsonObject, isContainer, isObject, plainCell } from './json.ts';

/** Properties that link an entity to one other, and what is added of that one. */
const LINKS = ['holder', 'post', 'member', 'organization'];
const ADDED = ['caption', 'name', 'country', 'wikidataId'];

/** Properties of the schemata that tell of people, bodies, posts and events: a file that lacks some is mapped as well. */
const PROPERTIES = (
  'name alias previousName weakAlias firstName lastName middleName secondName fatherName title birthDate deathDate gender ' +
  'nationality citizenship country jurisdiction mainCountry position wikidataId wikipediaUrl sourceUrl website summary ' +
  'description notes keywords topics legalForm classification parent incorporationDate inceptionDate dissolutionDate ' +
  'subnationalArea holder post member organization role status startDate endDate date recordId publisher location ' +
  'important organizer involved address createdAt modifiedAt retrievedAt'
).split(' ');
const KNOWN = new Set([
  'id',
  'schema',
  ...PROPERTIES,
  ...LINKS.flatMap((link) => ADDED.map((name) => `${link}.${name}`)),
]);

/**
 * Reads FollowTheMoney entities, one JSON object a line: each is a row. The columns are `id`, `schema` and its properties, which may have several
 * values each; an occupancy or a membership has the name, country and Wikidata id of those it links, too (`holder.name`).
 */
export async function openFollowTheMoney(path: string): Promise<InputTable> {
  const lines = new EntityLines(path);
  const columns = new Set(['id', 'schema']);
  for await (const { entity } of lines.read()) {
    for (const [name, values] of Object.entries(entity === null ? {} : propertiesOf(entity)))
      if (values.length > 0)
        for (const column of [name, ...(LINKS.includes(name) ? ADDED.map((added) => `${name}.${added}`) : [])])
          columns.add(column);
    if (columns.size > MAX_COLUMNS)
      throw new ClientError('BAD_REQUEST', `${path} has more than ${MAX_COLUMNS} properties`);
  }
  return {
    header: [...columns],
    positions: 'line',
    entities: {
      format: 'FOLLOW_THE_MONEY',
      isKnown: (column) => KNOWN.has(column),
      isList: (column) => !/^(id|schema|(.*\.)?caption)$/.test(column),
    },
    rows: {
      async *[Symbol.asyncIterator]() {
        for await (const { position, entity, problem } of lines.read())
          yield entity === null
            ? { position, cells: new Map<string, TableCell>(), problem: problem! }
            : readEntity(position, entity, lines);
      },
    },
  };
}

function readEntity(position: number, entity: JsonObject, lines: EntityLines): TableRow {
  const cells = new Map<string, TableCell>();
  if (typeof entity.id !== 'string' || typeof entity.schema !== 'string')
    return { position, cells, problem: 'has no id and schema, as FollowTheMoney entities do' };
  cells.set('id', textCell(entity.id));
  cells.set('schema', textCell(entity.schema));
  const properties = propertiesOf(entity);
  for (const [name, values] of Object.entries(properties)) if (values.length > 0) cells.set(name, listCell(values));
  for (const link of LINKS) {
    const [id, ...others] = properties[link] ?? [];
    if (id === undefined) continue;
    const linked = others.length > 0 ? null : lines.find(id.text);
    const known = linked === null ? {} : propertiesOf(linked);
    for (const name of ADDED) {
      const values = known[name] ?? [];
      if (others.length > 0)
        cells.set(`${link}.${name}`, {
          text: '',
          problem: `cannot be told, since the row has ${others.length + 1} values for ${link}`,
        });
      else if (values.length > 0) cells.set(`${link}.${name}`, listCell(values));
    }
  }
  return { position, cells };
}

function propertiesOf({ caption, properties }: JsonObject): Record<string, readonly TableCell[]> {
  const listed = Object.entries(isObject(properties) ? properties : {}).map(
    ([name, values]) =>
      [
        name,
        (Array.isArray(values) ? (values as unknown[]) : [values]).filter((value) => value !== null).map(valueCell),
      ] as const,
  );
  return { ...(typeof caption === 'string' && { caption: [textCell(caption)] }), ...Object.fromEntries(listed) };
}

const valueCell = (value: unknown): TableCell =>
  isContainer(value)
    ? { text: '', problem: 'has an entity within the entity; each stands on a line of its own' }
    : plainCell(value);
