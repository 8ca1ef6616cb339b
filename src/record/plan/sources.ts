import { type RecordInput, type SourceInput, type TimeInput } from '../input.ts';
import { anonymousPart, parts } from '../parts.ts';
import { type Thing } from '../things.ts';
import { type Directory, created } from './directory.ts';
import { type Known } from './known.ts';
import { anonymousKey, documentKey } from './made-keys.ts';
import { type Problems } from './problems.ts';
import { type Fields, type Row } from './rows.ts';

/** Where a block stands and on whose word, resolved. */
export interface Source {
  scope: string;
  /** Null where the block names no document that could be found; the problem is told. */
  document: Thing | null;
  published: TimeInput | null;
  publisher: string | null;
  input: SourceInput;
  /** The anonymous sources that the chain describes, by their place in it. */
  anonymous: ReadonlyMap<number, Thing>;
}

/** What finding the sources of blocks asks for, and what it adds to. */
interface Search {
  scopes: readonly string[];
  directory: Directory;
  problems: Problems;
  /** Documents by their addresses. */
  byUrl: Map<string, Thing>;
}

/**
 * Finds or declares the document of each block, and the anonymous sources of its chain. A document described in place is
 * found again by its url, else by a key made of its title.
 *
 * @param entities The rows of all blocks; those of documents may describe the one meant.
 * @param byUrl Documents that the graph knows, by their addresses.
 * @returns The sources, and a row for each document and anonymous source described in place.
 */
export function sourcesOf(
  blocks: readonly RecordInput[],
  scopes: readonly string[],
  entities: readonly Row[],
  byUrl: ReadonlyMap<string, Known>,
  directory: Directory,
  problems: Problems,
): { sources: Source[]; rows: Row[] } {
  const search: Search = { scopes, directory, problems, byUrl: new Map(byUrl) };
  const listed = entities.filter(({ part }) => part.type === 'Document');
  for (const row of listed) takeAddress(row, search);
  const documents = blocks.map(({ source }, block) => documentOf(source, block, search));
  const described = blocks.flatMap(({ source }, block) => {
    const thing = documents[block]!;
    return thing && source.document === undefined ? [describing(thing, source, block)] : [];
  });
  const said = Map.groupBy([...listed, ...described], ({ thing }) => thing.id);
  const anonymous = blocks.map(({ source }, block) => anonymousIn(source, block, search));
  const sources = blocks.map(({ source }, block): Source => {
    const document = documents[block]!;
    const known = document ? directory.known(document.id) : undefined;
    const rows = document ? (said.get(document.id) ?? []) : [];
    const first = (name: string) => rows.map(({ fields }) => fields[name]).find((value) => value !== undefined);
    return {
      scope: scopes[block]!,
      document,
      published: (first('published') as TimeInput | undefined) ?? known?.published ?? null,
      publisher: (first('publisher') as string | undefined) ?? known?.publisher ?? null,
      input: source,
      anonymous: new Map(anonymous[block]!.map(({ place, row }) => [place, row.thing])),
    };
  });
  return { sources, rows: [...described, ...anonymous.flat().map(({ row }) => row)] };
}

/** Two documents do not share an address. */
function takeAddress({ thing, fields, path }: Row, { byUrl, problems }: Search): void {
  const url = fields.url as string | undefined;
  if (url === undefined) return;
  const other = byUrl.get(url) ?? thing;
  byUrl.set(url, other);
  if (other.id === thing.id) return;
  const message = `${url} is already the address of ${other.key}; write ref: ${other.key}`;
  problems.add('DUPLICATE', [...path, 'url'], message, [other.key]);
}

function documentOf(source: SourceInput, block: number, { scopes, directory, problems, byUrl }: Search): Thing | null {
  if (source.document !== undefined) {
    const path = [block, 'source', 'document'];
    // Nothing is written where the document is unknown; a stand-in lets the rest of the block be checked all the same.
    return directory.who({ ref: source.document, to: ['Document'], path }) ?? created(source.document, 'Document');
  }
  const key = documentKey(source);
  if (key === null) {
    problems.invalid(
      [block, 'source'],
      'the source does not say where it stands; give document for one already known, or its url or title',
    );
    return null;
  }
  const known = (source.url === undefined ? undefined : byUrl.get(source.url)) ?? directory.find(key);
  const thing = known?.type === 'Document' ? known : created(key, 'Document');
  if (source.url !== undefined) byUrl.set(source.url, thing);
  return directory.settle(thing.key, thing, scopes[block]!);
}

/** The source's own description of its document, as a row. */
function describing(thing: Thing, source: SourceInput, block: number): Row {
  const { url, title, kind, language, publisher, published, reliability } = source;
  const fields: Fields = { kind, url, title, language, publisher, published, reliability };
  return { part: parts.documents, thing, block, path: [block, 'source'], fields };
}

/** The anonymous sources that a chain describes, by their place in it. */
function anonymousIn(source: SourceInput, block: number, { scopes, directory }: Search): { place: number; row: Row }[] {
  const scope = scopes[block]!;
  return (source.attribution ?? []).flatMap(({ anonymous: fields }, place) => {
    if (!fields) return [];
    const path = [block, 'source', 'attribution', place, 'anonymous'];
    const key = anonymousKey(fields, source);
    const known = directory.find(key);
    const thing =
      fields.key !== undefined
        ? directory.declare(key, 'AnonymousSource', [...path, 'key'], scope)
        : directory.settle(key, known?.type === 'AnonymousSource' ? known : created(key, 'AnonymousSource'), scope);
    return [{ place, row: { part: anonymousPart, thing, block, path, fields } }];
  });
}
