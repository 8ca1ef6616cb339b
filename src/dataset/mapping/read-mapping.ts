import { z } from 'zod';
import { ClientError } from '../../domain/errors.ts';
import { closestMatches } from '../../domain/identity/keys.ts';
import { type InputPath, type Problem, didYouMean } from '../../record/input/problem.ts';
import { RecordInput } from '../../record/input/record-input.ts';
import { neededFields, neededOfRow } from '../../record/input/needed-fields.ts';
import { schemaAt, unwrapSchema } from '../../record/input/schema-walk.ts';
import { typeSpecs } from '../../record/input/type-specs.ts';
import { validateInput } from '../../record/input/validate.ts';
import { type FileProblem, formatProblem, sortProblems } from '../file/problems.ts';
import { type ParsedFile, readDataSet } from '../file/read.ts';
import { type InputTable } from '../table/table.ts';
import { MappingFile } from './format.ts';
import { type ReadableColumn } from './reading.ts';
import { type Template, type TemplatePath, columnsIn, columnsUsedIn, compileTemplate } from './template.ts';

/** A mapping, ready for the rows of a table. */
export interface Mapping {
  dataSet: MappingFile['dataSet'];
  columns: ReadonlyMap<string, ReadableColumn>;
  source: Template;
  /** The lists of a block. */
  rows: ReadonlyMap<string, Template>;
  /** The templates as they are written, to tell which columns a part of them uses. */
  written: { source: unknown; rows: Readonly<Record<string, unknown>> };
}

/** A mapping that has been read, and can be made ready for a table with these columns. */
export interface ReadMapping {
  format: NonNullable<MappingFile['file']>;
  /** Throws a ClientError with everything that does not fit. */
  forTable: (table: TableColumns) => Mapping;
}

type TableColumns = Pick<InputTable, 'header' | 'entities'>;

/** Reads a mapping file. Throws a ClientError with all that is wrong with it, each with its line. */
export async function readMapping(path: string): Promise<ReadMapping> {
  const parsed = await readDataSet(path, 'a mapping begins with dataSet: and rows:');
  const { value, problems } = parsed.value === undefined ? NOTHING : validateInput(MappingFile, parsed.value);
  const found = problems.map((problem) => locate(parsed, problem, schemaAt(MappingFile, problem.path) !== null));
  if (value !== null)
    found.push(...templateProblems(value).map(({ isKnown, ...problem }) => locate(parsed, problem, isKnown)));
  throwIfAny(path, [...parsed.problems, ...found]);
  const mapping = value!;
  return {
    format: mapping.file ?? {},
    forTable: (table) => {
      throwIfAny(
        path,
        columnProblems(mapping, table).map((problem) => locate(parsed, problem, true)),
      );
      return compileMapping(mapping, table);
    },
  };
}

const NOTHING = { value: null, problems: [] as Problem[] };

type PathProblem = Pick<Problem, 'path' | 'message'>;

const locate = ({ problemAt }: ParsedFile, { path, message }: PathProblem, isKnown: boolean): FileProblem =>
  problemAt(path, isKnown ? 'value' : 'field', message);

function throwIfAny(path: string, problems: readonly FileProblem[]): void {
  if (problems.length === 0) return;
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const lines = sortProblems(problems, [path]).map(formatProblem);
  throw new ClientError('BAD_REQUEST', [...lines, `${count} with the mapping. Nothing was read.`].join('\n'));
}

/** What is wrong with the templates, as with the same parts of a data set. */
function templateProblems({ source, rows, columns = {} }: MappingFile): (PathProblem & { isKnown: boolean })[] {
  const check = (part: unknown, at: InputPath, inBlock: InputPath, block: (sample: unknown) => unknown) => {
    const { problems } = validateInput(RecordInput, block(sampleOf(part, inBlock)));
    return problems.flatMap(({ path, message }) => {
      if (!inBlock.every((step, depth) => path[depth] === step)) return [];
      const rest = path.slice(inBlock.length);
      const isKnown = schemaAt(RecordInput, path) !== null;
      // The sample is not what the file has.
      if (isKnown && isTemplateText(valueAt(part, rest))) return [];
      return [{ path: [...at, ...rest], message, isKnown }];
    });
  };
  const withSource = (part: object) => ({ source: { attributionKind: 'NARRATION', document: 'x' }, ...part });
  const keyless = Object.entries(rows).flatMap(([list, items]) =>
    (Array.isArray(items) ? (items as unknown[]) : []).flatMap((item, index) => {
      const isKeyed = typeof item === 'object' && item !== null && ('key' in item || 'ref' in item);
      const message = 'needs a key made of columns, by which the row is recognised when the file is imported again';
      return isKeyed ? [] : [{ path: ['rows', list, index], message, isKnown: true }];
    }),
  );
  const added = Object.entries(columns).flatMap(([name, { find }]) => {
    if (find?.new === undefined) return [];
    const problems = check(find.new, ['columns', name, 'find', 'new'], [find.in[0]!, 0], (row) =>
      withSource({ [find.in[0]!]: [row] }),
    );
    const fields = find.new;
    const spec = typeSpecs[find.in[0]!];
    const isGiven = (field: string) => field in fields;
    const needed = [
      ...(isGiven('key') ? [] : ['needs a key for what is new: `key: "place:{city}"`']),
      // What is left out may be in a row with the same key.
      ...(find.in[0]! in rows ? [] : [...neededFields(spec, isGiven), ...neededOfRow(spec, isGiven)]),
    ];
    return [
      ...problems,
      ...needed.map((message) => ({ path: ['columns', name, 'find', 'new'], message, isKnown: true })),
    ];
  });
  return [
    ...check(source, ['source'], ['source'], (sample) => ({ source: sample })),
    ...check(rows, ['rows'], [], withSource as (sample: unknown) => unknown),
    ...keyless,
    ...added,
  ];
}

/** A template with something valid for each column that is put in, and without its conditions. */
function sampleOf(template: unknown, path: InputPath): unknown {
  if (Array.isArray(template)) return template.map((part, index) => sampleOf(part, [...path, index]));
  if (typeof template === 'object' && template !== null)
    return Object.fromEntries(
      Object.entries(template).flatMap(([name, part]) =>
        name === 'if' ? [] : [[name, sampleOf(part, [...path, name])] as const],
      ),
    );
  if (!isTemplateText(template)) return template;
  const schema = schemaAt(RecordInput, path);
  const field = schema === null ? null : unwrapSchema(schema);
  if (field instanceof z.ZodEnum) return field.options[0];
  return SAMPLES.find((sample) => schema !== null && z.safeParse(schema, sample).success) ?? template;
}

const SAMPLES = ['x', 1, true, '2000', 'en', 'https://example.org/', '0'.repeat(64)];

const isTemplateText = (value: unknown): value is string => typeof value === 'string' && columnsIn(value).length > 0;

const valueAt = (value: unknown, path: InputPath): unknown =>
  path.reduce<unknown>((part, step) => (part as Record<string | number, unknown> | null | undefined)?.[step], value);

/** Columns that the table does not have, and those made of each other. */
function columnProblems({ source, rows, columns = {} }: MappingFile, table: TableColumns): PathProblem[] {
  const { header } = table;
  const isInFile = (name: string) => header.includes(name) || table.entities?.isKnown(name) === true;
  const known = new Set([...header, ...Object.keys(columns)]);
  const unknown = (name: string, path: InputPath): PathProblem[] =>
    known.has(name) || isInFile(name)
      ? []
      : [{ path, message: `there is no column ${JSON.stringify(name)}${didYouMean(closestMatches(name, known))}` }];
  const inTemplate = (part: unknown, path: InputPath): PathProblem[] => {
    if (typeof part === 'string') return columnsIn(part).flatMap((name) => unknown(name, path));
    if (typeof part !== 'object' || part === null) return [];
    return Object.entries(part).flatMap(([step, inner]) =>
      step === 'if' && !Array.isArray(part)
        ? Object.keys(inner as object).flatMap((name) => unknown(name, [...path, 'if', name]))
        : inTemplate(inner, [...path, Array.isArray(part) ? Number(step) : step]),
    );
  };
  const ofColumns = Object.entries(columns).flatMap(([name, column]) => {
    const path = ['columns', name];
    const { from, span, parts, find } = column;
    const others = from ?? span ?? parts;
    const isMade = others !== undefined && !others.includes(name);
    return [
      ...(isMade || isInFile(name) ? [] : [{ path, message: noSuchColumn(name, header) }]),
      ...(others ?? []).flatMap((other) => unknown(other, [...path, from ? 'from' : span ? 'span' : 'parts'])),
      ...(reaches(name, name, columns) ? [{ path, message: 'is made of itself' }] : []),
      ...(find?.new === undefined ? [] : inTemplate(find.new, [...path, 'find', 'new'])),
      ...(find?.country === undefined ? [] : inTemplate(find.country, [...path, 'find', 'country'])),
    ];
  });
  const isSplit = splitColumns(columns, table);
  const inSource = Object.entries(source).flatMap(([field, part]) =>
    typeof part !== 'string'
      ? []
      : columnsIn(part)
          .filter(isSplit)
          .map((name) => ({ path: ['source', field], message: `${name} has several values, and there is one source` })),
  );
  return [...ofColumns, ...inTemplate(source, ['source']), ...inTemplate(rows, ['rows']), ...inSource];
}

const noSuchColumn = (name: string, header: readonly string[]) =>
  `the file has no column ${JSON.stringify(name)}${didYouMean(closestMatches(name, header))}; its columns are ` +
  `${header.slice(0, 30).join(', ')}${header.length > 30 ? ', …' : ''}. What is made of others has from, span or parts`;

type Columns = NonNullable<MappingFile['columns']>;

/** The columns that a column is read from; not itself, which is then that of the file. */
function readFrom(name: string, columns: Columns): string[] {
  const { from, span, parts, find } = columns[name] ?? {};
  const looked = [...columnsUsedIn(find?.new), ...columnsUsedIn(find?.country)];
  return [...(from ?? span ?? parts ?? []), ...looked].filter((other) => other !== name);
}

function reaches(start: string, goal: string, columns: Columns): boolean {
  const [open, seen] = [readFrom(start, columns), new Set<string>()];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === goal) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...readFrom(next, columns));
  }
  return false;
}

/** Whether a column may have several values in a cell, by itself or since those that it is read from have. */
function splitColumns(columns: Columns, { entities }: TableColumns): (name: string) => boolean {
  const isSplit = (name: string): boolean => {
    const { split, filled, span, parts, from = [name] } = columns[name] ?? {};
    if (filled !== undefined || span !== undefined || parts !== undefined) return false;
    if (split !== undefined) return true;
    return from.some((other) => (other === name ? entities?.isList(name) === true : isSplit(other)));
  };
  return isSplit;
}

function compileMapping({ dataSet, source, rows, columns = {} }: MappingFile, table: TableColumns): Mapping {
  const isSplit = splitColumns(columns, table);
  return {
    dataSet,
    columns: new Map(
      Object.entries(columns).map(([name, { find, ...column }]) => {
        if (find === undefined) return [name, column];
        // What a look-up says of its own column is about one value of it.
        const isOtherSplit = (other: string) => other !== name && isSplit(other);
        const toTemplate = (part: unknown, path: TemplatePath) => compileTemplate(part, path, isOtherSplit);
        return [
          name,
          {
            ...column,
            find: {
              in: find.in,
              by: find.by,
              ...(find.country && { country: toTemplate(find.country, ['places', 0, 'country']) }),
              ...(find.new && { new: toTemplate(find.new, [find.in[0]!, 0]) }),
            },
          },
        ];
      }),
    ),
    source: compileTemplate(source, ['source'], isSplit),
    rows: new Map(Object.entries(rows).map(([list, items]) => [list, compileTemplate(items, [list], isSplit)])),
    written: { source, rows },
  };
}
