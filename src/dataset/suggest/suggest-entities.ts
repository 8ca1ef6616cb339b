import { Language } from '../../record/input/scalars.ts';
import { type EntityFormat, type InputTable } from '../table/table.ts';
import { type ColumnValues } from './column-values.ts';

/** A mapping for a file of entities: the same for each file of a format, but for the languages and schemes that are in it. */
export interface SuggestedEntities {
  columns: Record<string, unknown>;
  /** Lists of a block beside that of the document. */
  rows: Record<string, unknown>;
  doubts: string[];
  /** The column that says which post is meant, and the one with what else is known of it. */
  asked: { column: string; label: string };
}

/** Languages of names that are suggested. */
const MAX_LANGUAGES = 12;

/** @param key By which what is new is called. */
export function suggestEntities(format: EntityFormat, { header }: InputTable, key: string): SuggestedEntities {
  const names = (first: string, before: string) => [
    ...(first === '' ? [] : [{ value: `{${first}}`, lang: 'en' }]),
    ...header
      .flatMap((column) => (column.startsWith(before) ? [[column, column.slice(before.length)] as const] : []))
      .filter(([, lang]) => Language.safeParse(lang).success)
      .slice(0, MAX_LANGUAGES)
      .map(([column, lang]) => ({ value: `{${column}}`, lang })),
  ];
  const wikidata = (column: string) => ({ externalIds: [{ scheme: 'WIKIDATA', value: `{${column}}` }] });
  switch (format) {
    case 'POPOLO':
      return {
        columns: {
          post: {
            from: ['post.label', 'membership.role'],
            find: {
              in: 'posts',
              by: 'NAME',
              new: {
                key: 'post:{organization.id}-{post}',
                names: [{ value: '{post}, {organization.name}', lang: 'en' }],
                organization: 'org:{organization.id}',
                level: 'UNKNOWN',
              },
            },
          },
          start: { from: ['membership.start_date', 'legislative_period.start_date'], time: {} },
          end: { from: ['membership.end_date', 'legislative_period.end_date'], time: {} },
          status: { from: 'end', filled: 'ENDED', empty: 'UNKNOWN' },
        },
        rows: {
          officials: [
            {
              key: 'official:{person.id}',
              names: names('person.name', 'person.other_names.'),
              ...wikidata('person.identifiers.wikidata'),
            },
          ],
          organizations: [
            {
              key: 'org:{organization.id}',
              kind: 'OTHER',
              names: names('organization.name', 'organization.other_names.'),
              ...wikidata('organization.identifiers.wikidata'),
            },
          ],
          tenures: [
            {
              key: `tenure:${key}-{membership.id}`,
              official: 'official:{person.id}',
              post: '{post}',
              status: '{status}',
              start: '{start}',
              end: '{end}',
            },
          ],
        },
        doubts: [
          'a membership without a day of its own is taken to be as long as its legislative period; if that is wrong, leave out the second column of start and end',
          'a membership without an end may have ended, or go on: say `empty: CURRENT` only if the file says so',
          'names are taken to be English',
          'what is a post of ours, and what kind of organization each is',
        ],
        asked: { column: header.includes('post.label') ? 'post.label' : 'membership.role', label: 'organization.name' },
      };
    case 'WIKIDATA':
      return {
        columns: {
          post: { from: 'value', find: { in: 'posts', by: 'WIKIDATA' } },
          status: {
            from: 'qualifiers.P582.kind',
            codes: { value: 'ENDED', somevalue: 'ENDED', novalue: 'CURRENT' },
            empty: 'UNKNOWN',
          },
        },
        rows: {
          officials: [
            { if: { property: ['P39'] }, key: 'official:{id}', names: names('', 'labels.'), ...wikidata('id') },
          ],
          tenures: [
            {
              if: { property: ['P39'] },
              key: 'tenure:{statement}',
              official: 'official:{id}',
              post: '{post}',
              status: '{status}',
              start: '{qualifiers.P580}',
              end: '{qualifiers.P582}',
            },
          ],
        },
        doubts: [
          'a statement without an end (P582) may have one: say `empty: CURRENT` only if that is certain',
          'which post each value is: the post of ours that has this id, or say it with `codes: { Q11696: post:us-president }`',
        ],
        asked: { column: 'value', label: 'value.labels.en' },
      };
    case 'FOLLOW_THE_MONEY':
      return {
        columns: {
          'country of the post': {
            from: 'post.country',
            codes: { xk: 'country:XK' }, // which is in no ISO scheme
            find: { in: 'countries', by: 'ISO3166_1_ALPHA2' },
          },
          post: {
            from: ['post.caption', 'post.name'],
            find: {
              in: 'posts',
              by: 'NAME',
              country: '{country of the post}',
              new: {
                key: 'post:{post.country}-{post}',
                names: [{ value: '{post}', lang: 'en' }],
                country: '{country of the post}',
                level: 'UNKNOWN',
              },
            },
          },
          startDate: { time: {} },
          endDate: { time: {} },
          status: { codes: { ended: 'ENDED', current: 'CURRENT', unknown: 'UNKNOWN' }, empty: 'UNKNOWN' },
        },
        rows: {
          officials: [
            {
              if: { schema: ['Person'] },
              key: 'official:{id}',
              names: [
                { value: '{name}', lang: 'en' },
                { value: '{alias}', lang: 'en' },
              ],
              ...wikidata('wikidataId'),
            },
          ],
          tenures: [
            {
              if: { schema: ['Occupancy'] },
              key: 'tenure:{id}',
              official: 'official:{holder}',
              post: '{post}',
              status: '{status}',
              start: '{startDate}',
              end: '{endDate}',
            },
          ],
        },
        doubts: [
          'entities of other schemata than Person and Occupancy become nothing',
          'names are taken to be English: FollowTheMoney does not say of which language one is',
          'an occupancy with two days of beginning is a problem of its row',
        ],
        asked: { column: 'post.name', label: 'post.country' },
      };
  }
}

/** Posts that are asked for, and columns that are described: as many as anybody reads. */
const MAX_ASKED = 100;
const MAX_DESCRIBED = 60;

/** The posts of a file, with what else is said of each, and how many rows name it. */
export async function describePosts(
  { rows }: InputTable,
  { column, label }: SuggestedEntities['asked'],
): Promise<string[]> {
  const posts = new Map<string, number>();
  for await (const { cells } of rows) {
    const text = cells.get(column)?.text;
    if (text === undefined) continue;
    const named = JSON.stringify(text) + (cells.has(label) ? ` (${cells.get(label)!.text})` : '');
    if (posts.has(named) || posts.size < MAX_ASKED) posts.set(named, (posts.get(named) ?? 0) + 1);
  }
  return [...posts].map(([named, count]) => `${named}: ${count} ${count === 1 ? 'row' : 'rows'}`);
}

/** The columns of a file, those that are filled most often first. */
export function describeColumns(columns: readonly ColumnValues[]): string[] {
  const filled = columns.filter((column) => column.filled.cells > 0).sort((a, b) => b.filled.cells - a.filled.cells);
  const lines = filled.slice(0, MAX_DESCRIBED).map(({ name, filled: { cells, examples }, different }) => {
    const shown = examples.map((text) => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text));
    return `${name}: ${cells} filled, ${different.size} different, e.g. ${shown.join(', ')}`;
  });
  return filled.length > lines.length ? [...lines, `and ${filled.length - lines.length} more`] : lines;
}
