import { z } from 'zod';
import { Key, listOf, nonBlankText } from '../../record/input/scalars.ts';

/** Far above any table of people; a limit all the same, so that a mistake is noticed. */
const MAX_COLUMNS = 1_000;

/** One word is a list of one. */
const Words = z
  .preprocess((words) => (typeof words === 'string' ? [words] : words), listOf(z.string()).min(1))
  .meta({ id: 'Words', description: 'One text, or a list of them.' });

/** A word of a data set. */
const Constant = z.union([z.string(), z.number(), z.boolean()]);

/** `12-31`: a day of any year. */
const DayOfYear = z.string().regex(/^\d{2}-\d{2}$/, 'is no day of a year; expected one such as "12-31", in quotes');
const Date = z
  .string()
  .regex(/^\d{4}(-\d{2}){0,2}$/, 'is no date; expected a year, month or day such as "1900" or "1900-01-01", in quotes');

export const TimeRules = z
  .strictObject({
    order: z
      .enum(['DMY', 'MDY', 'YMD'])
      .optional()
      .describe(
        'The order of day, month and year in dates of numbers. Never guessed: 02/05/2009 is a problem without it.',
      ),
    yearOnly: listOf(DayOfYear)
      .optional()
      .describe('Days that stand for "the year only": `["12-31", "01-01"]`. 2009-12-31 is then 2009.'),
    unknown: listOf(Date)
      .optional()
      .describe('Years, months or days that stand for "not known": `["1900"]`. Whatever lies in them is left out.'),
  })
  .meta({ id: 'TimeRules', description: 'How the times of a column are written. EDTF is taken as it is.' });
export type TimeRules = z.infer<typeof TimeRules>;

/** The lists whose nodes can be looked up. */
export const findableLists = [
  'countries',
  'officials',
  'organizations',
  'posts',
  'places',
  'topics',
  'meetings',
  'developments',
] as const;

const FoundIn = z
  .preprocess((lists) => (typeof lists === 'string' ? [lists] : lists), z.array(z.enum(findableLists)).min(1))
  .meta({ id: 'FoundIn' });

export const Find = z
  .strictObject({
    in: FoundIn.describe(
      'Among what to look, as the lists of a data set are called: `countries`, or `[countries, organizations]`.',
    ),
    by: Words.describe(
      'By what: NAME, KEY, or a scheme of external ids such as ISO3166_1_ALPHA3 or UN_M49. Of several, each is tried in turn.',
    ),
    country: nonBlankText
      .optional()
      .describe('Only those of this country: `"{country}"`. For officials, organizations, posts and places.'),
    new: z
      .record(z.string(), z.unknown())
      .optional()
      .describe(
        'The row of a new one, of the first list of `in`, where none is found. Left out: what is not found is a problem of the row.',
      ),
  })
  .meta({ id: 'Find', description: 'The column names nodes of the graph, which are looked up.' });
export type Find = z.infer<typeof Find>;

/** Words of a column that exclude each other. */
const ALTERNATIVES = [
  ['from', 'span', 'parts'],
  ['codes', 'filled'],
  ['time', 'filled'],
  ['find', 'filled'],
] as const;

export const ColumnRules = z
  .strictObject({
    from: Words.optional().describe(
      'The columns to read instead; of several, the first that is not missing. So a file column can be read in two ways.',
    ),
    span: z
      .tuple([nonBlankText, nonBlankText])
      .optional()
      .describe('Two columns with times, the first day and the last: `[start, end]`. A missing end is the same day.'),
    parts: z
      .array(nonBlankText)
      .min(1)
      .max(3)
      .optional()
      .describe(
        'Columns with the year, the month and the day: `[year, month, day]`. Later ones may be missing in a row.',
      ),
    missing: Words.optional().describe(
      'Words that mean that nothing is known: `["-9", "n/a"]`. Nothing but the empty cell does by itself: NA may be Namibia.',
    ),
    split: Words.optional().describe('What separates several values of a cell: `;`. Each is then read by itself.'),
    codes: z
      .record(z.string(), Constant)
      .optional()
      .describe(
        'What words of the file stand for: `{HoS: HEAD_OF_STATE}`. Any other word is a problem, or is looked up if there is `find`.',
      ),
    time: TimeRules.optional(),
    find: Find.optional(),
    filled: Constant.optional().describe(
      'What it stands for that the column has a value, whichever: `filled: ENDED`, of a last day.',
    ),
    empty: Constant.optional().describe('What stands for a missing value: `empty: UNKNOWN`.'),
  })
  .check((context) => {
    for (const alternatives of ALTERNATIVES) {
      const given = alternatives.filter((field) => context.value[field] !== undefined);
      if (given.length > 1)
        context.issues.push({
          code: 'custom',
          message: `give only one of ${given.join(', ')}`,
          path: [given.at(-1)!],
          input: context.value,
        });
    }
  })
  .meta({ id: 'Column', description: 'How a column is read. One that is not named is plain text.' });
export type ColumnRules = z.infer<typeof ColumnRules>;

export const FileFormatSchema = z
  .strictObject({
    format: z
      .enum(['CSV', 'TSV', 'JSON_LINES', 'XLSX', 'POPOLO', 'WIKIDATA', 'FOLLOW_THE_MONEY'])
      .optional()
      .describe('Left out: by the ending of the name, and what JSON begins with.'),
    delimiter: z.string().length(1).optional().describe('Of CSV: what separates cells. Left out: a comma.'),
    sheet: nonBlankText.optional().describe('Of XLSX: the name of the sheet. Left out: the first.'),
    headerRow: z.int32().min(1).optional().describe('The row with the names of the columns. Left out: the first.'),
    encoding: z.enum(['UTF-8', 'WINDOWS-1252', 'UTF-16LE']).optional().describe('Of text files. Left out: UTF-8.'),
  })
  .meta({ id: 'FileFormat', description: 'How the file is written.' });

/** A mapping: how the rows of a table become rows of a data set. Templates are checked in check-template.ts. */
export const MappingFile = z
  .strictObject({
    dataSet: z
      .strictObject({
        key: Key.describe(
          'The key of the data set. A later import of the file under the same key applies the differences.',
        ),
        title: nonBlankText.describe('A title for readers.'),
        note: nonBlankText.optional().describe('Where it comes from, and what readers should know about it.'),
      })
      .meta({ id: 'MappedDataSet', description: 'What the file contains.' }),
    file: FileFormatSchema.optional().describe('How the file is written, where that does not follow from its name.'),
    source: z.record(z.string(), z.unknown()).meta({ id: 'SourceTemplate' }),
    columns: z
      .record(z.string(), ColumnRules)
      .optional()
      .refine((columns) => Object.keys(columns ?? {}).length <= MAX_COLUMNS, `has more than ${MAX_COLUMNS} columns`)
      .describe('How columns are read, by their names in the file, or by new names for what is made of others.'),
    rows: z.record(z.string(), z.unknown()).meta({ id: 'RowTemplates' }),
  })
  .meta({ title: 'Chancery mapping', description: 'How the rows of a table become rows of a data set.' });
export type MappingFile = z.infer<typeof MappingFile>;
