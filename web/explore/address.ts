import { EXPLORER_PATH, pagePath } from '../../src/domain/identity/page-address.ts';

export {
  type PageName,
  type PageType,
  pagePathOfKey,
  pageTypes,
  refOf,
} from '../../src/domain/identity/page-address.ts';

/** `/explore/meeting/udcg-26` for `meeting:udcg-26`; null for things without a page, such as an anonymous source. */
export const addressOf = ({ __typename, key }: { __typename: string; key: string }): string | null =>
  pagePath({ type: __typename, key });

/** Parameters of an address, each with its value, or with several. */
export type Parameters = Readonly<Record<string, string | readonly string[]>>;

/** One pair of name and value for each value. */
export const toSearch = (parameters: Parameters): URLSearchParams =>
  new URLSearchParams(
    Object.entries(parameters).flatMap(([name, values]) => [values].flat().map((value) => [name, value])),
  );

/** An address with parameters; keys keep their colons, as people read and write them. */
export function withParameters(address: string, parameters: Parameters): string {
  const search = toSearch(parameters).toString().replaceAll('%3A', ':');
  return `${address}${search && `?${search}`}`;
}

/** `/explore/meetings?body=org:udcg`: a list, with its filters. */
export const listAddress = (list: string, filters: Parameters = {}): string =>
  withParameters(`${EXPLORER_PATH}/${list}`, filters);

/** The playground with this question and its variables, ready to be run. */
export function playgroundAddress(question: string, variables: unknown): string {
  return `/?${new URLSearchParams({ query: question.trim(), variables: JSON.stringify(variables, null, 2) }).toString()}`;
}

/** `/export/meetings.csv?body=org:udcg` for the list `meetings` in the format `csv` (docs/export.md). */
export const exportAddress = (list: string, format: string, parameters: Parameters = {}): string =>
  withParameters(`/export/${list}.${format}`, parameters);
