import { type DocumentNode, type ExecutionResult, parse } from 'graphql';
import { ClientError } from '../../domain/errors.ts';
import { suggestNearest } from '../../domain/identity/keys.ts';
import { EXPLORER_PATH, pagePath, pageTypes } from '../../domain/identity/page-address.ts';
import { type Feed, type FeedItem, writeAtom, writeJsonFeed } from '../../export/feed.ts';
import { cut } from '../../query/questions/in-words.ts';
import { dataOf } from './data-of.ts';
import { type FeedChange, changeInWords } from './change-in-words.ts';

const formats = {
  atom: { mediaType: 'application/atom+xml', write: writeAtom },
  json: { mediaType: 'application/feed+json', write: writeJsonFeed },
} as const satisfies Record<string, { mediaType: string; write: (feed: Feed) => string }>;

export type FeedFormat = keyof typeof formats;

/** What is asked for at `/feed.atom` or `/feed.json`. */
export interface FeedRequest {
  format: FeedFormat;
  /** The path with the query string. */
  url: string;
  /** The address of this server as the caller knows it. */
  baseUrl: string;
}

export interface FeedFile {
  mediaType: string;
  text: string;
}

/** What a feed can be narrowed by: the filters of `Query.changes`. */
const FILTERS = ['about', 'by', 'typeNames'] as const;

/** The newest changes in a feed: readers ask again before there are more, or there are too many to read. */
const ITEMS = 50;

/** Who follows the record follows its things. Their facts and claims change them, and only who asks for those is told of them as well. */
const TOLD_OF = Object.values(pageTypes).filter((type) => type !== 'Claim');

const CHANGES = parse(`query Feed($about: Ref, $by: String, $typeNames: [String!]) {
  changes(last: ${ITEMS}, about: $about, by: $by, typeNames: $typeNames) {
    cursor at by operation typeName nodeId key before after reason
    node { ... on Entity { name } ... on Document { title } }
  }
}`);

/**
 * The newest changes as a feed.
 *
 * @param execute Executes a query for the caller as any other.
 * @throws ClientError for a parameter that there is not, and what a query is refused for.
 */
export async function readFeed(
  { format, url, baseUrl }: FeedRequest,
  execute: (query: { document: DocumentNode; variables: Record<string, unknown> }) => Promise<ExecutionResult>,
): Promise<FeedFile> {
  const { searchParams } = new URL(url, baseUrl);
  const filters = readFilters(searchParams);
  const data = dataOf(await execute({ document: CHANGES, variables: { typeNames: TOLD_OF, ...filters } }));
  const narrowed = Object.entries(filters).map(([name, value]) => `${name} ${[value].flat().join(', ')}`);
  const { mediaType, write } = formats[format];
  const text = write({
    title: ['Chancery: changes of the record', ...narrowed.map((part) => cut(part))].join(' · '),
    url: `${baseUrl}${url}`,
    page: `${baseUrl}${EXPLORER_PATH}`,
    items: (data.changes as FeedChange[]).toReversed().map((change) => toItem(change, baseUrl)),
  });
  return { mediaType, text };
}

function readFilters(search: URLSearchParams): Record<string, string | string[]> {
  const filters: Record<string, string | string[]> = {};
  for (const name of new Set(search.keys())) {
    if (!(FILTERS as readonly string[]).includes(name)) throw unknownFilter(name);
    const values = search.getAll(name);
    if (name === 'typeNames') filters[name] = values.flatMap((value) => value.split(','));
    else if (values.length === 1) filters[name] = values[0]!;
    else throw new ClientError('BAD_USER_INPUT', `\`${name}\` is given ${values.length} times; a feed has one.`);
  }
  return filters;
}

function unknownFilter(name: string): ClientError {
  return new ClientError(
    'BAD_USER_INPUT',
    `A feed takes no parameter \`${cut(name)}\`.${suggestNearest(name, FILTERS)} It can be narrowed by ${FILTERS.join(', ')}.`,
  );
}

function toItem(change: FeedChange, baseUrl: string): FeedItem {
  const { cursor, at, by, typeName, key, nodeId } = change;
  const path = pagePath({ type: typeName, key: key ?? nodeId });
  const { title, lines } = changeInWords(change);
  return {
    id: `${baseUrl}/feed.atom#${cursor}`,
    title,
    lines,
    page: path === null ? null : `${baseUrl}${path}`,
    at,
    author: by,
    category: typeName,
  };
}
