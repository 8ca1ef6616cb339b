import { basename, extname } from 'node:path';
import { stringify } from 'yaml';
import { normalizeText } from '../../domain/names/normalize-text.ts';
import { type EntityFormat, type FileFormat, type InputTable, type TableRow } from '../table/table.ts';
import { type KnownValues } from './known-values.ts';
import { analyseColumn } from './analyse-column.ts';
import { ColumnValues } from './column-values.ts';
import { type SuggestedColumn, suggestColumn } from './suggest-column.ts';
import { describeColumns, describePosts, suggestEntities } from './suggest-entities.ts';

/** The table that was looked at. */
interface LookedAt {
  path: string;
  /** What had to be said to read it. */
  format: FileFormat;
}

/**
 * A mapping to go on with: how each column of a table is probably read, with what was seen of it as comments. What is not sure has a question
 * mark. The table is read once, row by row.
 */
export async function suggestMapping(table: InputTable, known: KnownValues, looked: LookedAt): Promise<string[]> {
  const columns = table.header.map((name) => new ColumnValues(name, table.header.length));
  let rows = 0;
  const wrong: string[] = [];
  let wrongRows = 0;
  for await (const { position, cells, problem } of table.rows) {
    rows += 1;
    if (problem !== undefined) {
      wrongRows += 1;
      if (wrong.length < 3) wrong.push(`${table.positions} ${position} ${problem}`);
      continue;
    }
    for (const column of columns) column.add(cells.get(column.name));
  }
  return [
    `# Suggested by looking at all ${rows} rows of ${basename(looked.path)}. What is not sure has a question mark: ask the author of the file.`,
    ...(table.notes ?? []).map((note) => `# ${note}`),
    ...(wrongRows > 0 ? [`# ? rows that cannot be read: ${wrongRows}, e.g. ${wrong.join('; ')}`] : []),
    ...(wrongRows > rows / 2
      ? [
          `# ? most rows do not fit the header, ${table.header.slice(0, 3).join(', ')}: does it stand further down? Then say \`headerRow\``,
        ]
      : []),
    ...(table.entities === undefined
      ? writeMapping(
          await withoutDoubles(
            columns.map((column) => suggestColumn(analyseColumn(column, known), known)),
            table,
            known,
          ),
          looked,
        )
      : await writeEntityMapping(table, table.entities.format, columns, looked)),
  ];
}

/** Of columns that name the same country in each row, `iso` and `country`, the first is taken. */
async function withoutDoubles(
  columns: readonly SuggestedColumn[],
  { rows }: InputTable,
  known: KnownValues,
): Promise<SuggestedColumn[]> {
  const countries = columns.filter(({ is, rules }) => is === 'countries' && rules?.split === undefined);
  const pairs = countries.flatMap((first, index) =>
    countries.slice(index + 1).map((second) => ({ first, second, same: 0, different: 0 })),
  );
  if (pairs.length > 0)
    for await (const { cells } of rows) {
      const named = new Map(countries.map((column) => [column, countryIn(column, cells, known)]));
      for (const pair of pairs) {
        const [first, second] = [named.get(pair.first), named.get(pair.second)];
        if (first == null || second == null) continue;
        if (first === second) pair.same += 1;
        else pair.different += 1;
      }
    }
  const doubles = new Map(
    pairs.flatMap(({ first, second, same, different }) =>
      same > 0 && different === 0 ? [[second, first.name] as const] : [],
    ),
  );
  return columns.map((column) => {
    const name = doubles.get(column);
    if (name === undefined) return column;
    const fact = `the same countries as ${plain(name)}, wherever both are known: one of the two is enough`;
    return { ...column, is: null, facts: [...column.facts, fact] };
  });
}

function countryIn({ name, rules }: SuggestedColumn, cells: TableRow['cells'], known: KnownValues): string | null {
  const by = rules?.find?.by ?? [];
  return known.countryOf(cells.get(name)?.text.trim() ?? '', typeof by === 'string' ? [by] : by);
}

async function writeEntityMapping(
  table: InputTable,
  format: EntityFormat,
  columns: readonly ColumnValues[],
  { path }: LookedAt,
): Promise<string[]> {
  const key = keyOf(path);
  const { columns: rules, rows, doubts, asked } = suggestEntities(format, table, key);
  return [
    ...head(key, { format }),
    '',
    ...doubts.map((doubt) => `# ? ${doubt}`),
    `# ? which of the posts in the graph these are (${asked.column}):`,
    ...(await describePosts(table, asked)).map((line) => `#   ${line}`),
    ...yaml({ columns: rules }),
    '',
    ...yaml({ rows: { documents: [documentRow(key)], ...rows } }),
    '',
    '# The columns of the file:',
    ...describeColumns(columns).map((line) => `#   ${line}`),
  ];
}

const keyOf = (path: string) => normalizeText(basename(path, extname(path))).replaceAll(' ', '-') || 'table';

function* head(key: string, file: FileFormat): Generator<string> {
  yield* yaml({ dataSet: { key, title: 'TODO what this is, and where it is from' } });
  if (Object.keys(file).length > 0) yield* yaml({ file });
  yield* yaml({ source: { document: `doc:${key}`, attributionKind: 'NARRATION' } });
}

const documentRow = (key: string) => ({ key: `doc:${key}`, kind: 'DATASET', title: 'TODO the title' });

function* writeMapping(columns: readonly SuggestedColumn[], { path, format }: LookedAt): Generator<string> {
  const key = keyOf(path);
  yield* head(key, format);
  const time = timeOf(columns);
  yield '';
  const read = columns.some(({ rules }) => rules !== null);
  yield read ? 'columns:' : '# columns: all are plain text';
  for (const { name, rules, facts, doubts } of columns) {
    for (const fact of facts) yield `  # ${plain(name)}: ${fact}`;
    for (const doubt of doubts) yield `  # ? ${plain(name)}: ${doubt}`;
    if (rules !== null) yield `  ${flow(name)}: ${flow(rules)}`;
  }
  if (time?.made) yield `  ${time.name}: ${flow(time.made)}`;
  yield '';
  yield* yaml({ rows: { documents: [documentRow(key)] } });
  yield* meetingLines(columns, key, time?.name ?? null);
}

/** What a row most often tells: a meeting of those that it names. */
function* meetingLines(columns: readonly SuggestedColumn[], key: string, time: string | null): Generator<string> {
  const named = (list: SuggestedColumn['is']) => columns.filter(({ is, name }) => is === list && isUsable(name));
  const actors = [...named('officials'), ...named('countries'), ...named('organizations')];
  const [identifier] = named('IDENTIFIER');
  const identity = identifier
    ? [identifier.name]
    : [...(time === null ? [] : [time]), ...actors.map(({ name }) => name)];
  if (identity.length === 0 || (time === null && actors.length === 0)) {
    yield '# ? what a row tells: no column is a time, or names somebody who is known';
    return;
  }
  yield '  # ? a row may tell something else than a meeting, and these may be in other roles';
  const times = named('TIME').map(({ name }) => name);
  if (times.length > 1) yield `  # ? the time is made of some of ${times.map(plain).join(', ')}`;
  if (!identifier) yield '  # ? no column identifies a row: rows with the same key are one';
  const places = named('places').map(({ name }) => `{${name}}`);
  const meeting = {
    key: `meeting:${key}-${identity.map((name) => `{${name}}`).join('-')}`,
    ...(time !== null && { time: `{${time}}` }),
    ...(places.length > 0 && { places }),
    ...(actors.length > 0 && {
      participants: actors.map(({ name }) => ({ actor: `{${name}}`, role: 'PARTICIPANT', status: 'ATTENDED' })),
    }),
  };
  for (const line of yaml({ meetings: [meeting] })) yield `  ${line}`;
}

/** The column with the time of a row, or one to be made of others: of the first day and the last, or of year, month and day. */
function timeOf(
  columns: readonly SuggestedColumn[],
): { name: string; made?: { span: string[] } | { parts: string[] } } | null {
  const names = columns.map(({ name }) => name).filter(isUsable);
  const parts = ['year', 'month', 'day'].map((part) => names.find((name) => name.toLowerCase() === part));
  const madeName = ['time', 'when', 'time of the row'].find((name) => !names.includes(name))!;
  if (parts[0] !== undefined && parts[1] !== undefined)
    return { name: madeName, made: { parts: parts.filter((name) => name !== undefined) } };
  const times = columns.filter(({ is, name }) => is === 'TIME' && isUsable(name)).map(({ name }) => name);
  const [first, last] = [FIRST_DAY, LAST_DAY].map((pattern) => times.find((name) => pattern.test(name)));
  if (first !== undefined && last !== undefined) return { name: madeName, made: { span: [first, last] } };
  return times[0] === undefined ? null : { name: times[0] };
}

const FIRST_DAY = /(^|[^a-z])(start|begin|from|first)/i;
const LAST_DAY = /(^|[^a-z])(end|to|until|last)([^a-z]|$)/i;

/** Whether a template can name the column. */
const isUsable = (name: string) => !/[{}]/.test(name);

const yaml = (value: unknown): string[] => stringify(value, { lineWidth: 0 }).trimEnd().split('\n');

const flow = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true }).trim();

/** A name within a comment. */
const plain = (name: string) => flow(name).replaceAll('\n', ' ');
