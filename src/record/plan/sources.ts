import { createHash } from 'node:crypto';
import { type RecordInput, type TimeInput } from '../input.ts';
import { anonymousPart, parts } from '../parts.ts';
import { type Thing } from '../things.ts';
import { type Directory, created } from './directory.ts';
import { type Known } from './known.ts';
import { type Mention } from './mentions.ts';
import { type Problems } from './problems.ts';
import { type Fields, type Row } from './rows.ts';

/** Where a block stands and on whose word, resolved. */
export interface Source {
  scope: string;
  /** Null where the block names no document that could be found; the problem is told. */
  document: Thing | null;
  published: TimeInput | null;
  publisher: string | null;
  input: RecordInput['source'];
  /** The anonymous sources that the chain describes, by their place in it. */
  anonymous: ReadonlyMap<number, Thing>;
}

interface Found {
  sources: Source[];
  rows: Row[];
}

/**
 * Finds or declares the document of each block, and the anonymous sources of its chain. A document described in place is
 * found again by its url, else by a key made of its title.
 *
 * @param rows The rows of all blocks; those of documents may describe the one meant.
 */
export function sourcesOf(
  blocks: readonly RecordInput[],
  scopes: readonly string[],
  rows: readonly Row[],
  byUrl: ReadonlyMap<string, Known>,
  directory: Directory,
  problems: Problems,
): Found {
  const documents = new Map<string, Thing>(byUrl);
  const described = Map.groupBy(
    rows.filter(({ part }) => part.type === 'Document'),
    ({ thing }) => thing.id,
  );
  for (const { thing, fields, path } of rows.filter(({ part }) => part.type === 'Document')) {
    const url = fields.url as string | undefined;
    if (url === undefined) continue;
    const other = documents.get(url);
    if (other && other.id !== thing.id)
      problems.add(
        'DUPLICATE',
        [...path, 'url'],
        `${url} is already the address of ${other.key}; write ref: ${other.key}`,
        [other.key],
      );
    else documents.set(url, thing);
  }

  const found: Found = { sources: [], rows: [] };
  blocks.forEach(({ source }, block) => {
    const scope = scopes[block]!;
    const document = documentOf(source, block);
    if (document && source.document === undefined) found.rows.push(describing(document, source, block));
    const anonymous = new Map<number, Thing>();
    source.attribution?.forEach(({ anonymous: described }, index) => {
      if (!described) return;
      const path = [block, 'source', 'attribution', index, 'anonymous'];
      const key = described.key ?? keyFrom('anon', described.description, String(document?.key));
      const thing = described.key
        ? directory.declare(key, 'AnonymousSource', [...path, 'key'], scope)
        : (sameType(directory.find(key), 'AnonymousSource') ??
          directory.settle(key, created(key, 'AnonymousSource'), scope));
      anonymous.set(index, thing);
      found.rows.push({ part: anonymousPart, thing, block, path, fields: described });
    });
    const known = document ? directory.known(document.id) : undefined;
    const told = [...(document ? (described.get(document.id) ?? []) : []), ...found.rows].filter(
      ({ thing }) => thing.id === document?.id,
    );
    const publisher = told.map(({ fields }) => fields.publisher as string | undefined).find((ref) => ref !== undefined);
    const published = told.map(({ fields }) => fields.published as TimeInput | undefined).find(Boolean);
    found.sources.push({
      scope,
      document,
      published: published ?? known?.published ?? null,
      publisher: publisher ?? known?.publisher ?? null,
      input: source,
      anonymous,
    });
  });
  return found;

  function documentOf(source: RecordInput['source'], block: number): Thing | null {
    if (source.document !== undefined) {
      const mention: Mention = { ref: source.document, to: ['Document'], path: [block, 'source', 'document'] };
      // Nothing is written where the document is unknown; a stand-in lets the rest of the block be checked all the same.
      return directory.who(mention) ?? created(source.document, 'Document');
    }
    const name = source.url ?? source.title;
    if (name === undefined) {
      const message =
        'the source does not say where it stands; give document for one already known, or its url or title';
      problems.invalid([block, 'source'], message);
      return null;
    }
    const known = source.url === undefined ? undefined : documents.get(source.url);
    const key = known?.key ?? keyFrom('doc', source.title ?? name, name);
    const thing = known ?? sameType(directory.find(key), 'Document') ?? created(key, 'Document');
    directory.settle(key, thing, scopes[block]!);
    if (source.url !== undefined) documents.set(source.url, thing);
    return thing;
  }
}

/** The source's own description of its document, as a row. */
function describing(thing: Thing, source: RecordInput['source'], block: number): Row {
  const { url, title, kind, language, publisher, published, reliability } = source;
  const fields: Fields = { kind: kind ?? 'OTHER', url, title, language, publisher, published, reliability };
  return { part: parts.documents, thing, block, path: [block, 'source'], fields };
}

const sameType = (thing: Thing | undefined, type: Thing['type']) => (thing?.type === type ? thing : undefined);

/** A readable key that the same words always give: the beginning of the text, and a few letters that tell it apart. */
function keyFrom(kind: string, text: string, whole: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');
  const mark = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  return `${kind}:${slug === '' ? mark : `${slug}-${mark}`}`;
}
