import { type RecordInput, type SourceInput, type TimeInput } from '../input/record-input.ts';
import { anonymousSourceSpec, typeSpecs } from '../input/type-specs.ts';
import { type NodeRef } from './node-ref.ts';
import { type NodeRegistry, newNode } from './node-registry.ts';
import { type StoredNode } from './lookups.ts';
import { anonymousKey, documentKey } from './generated-keys.ts';
import { type Problems } from './problems.ts';
import { type RowFields, type InputRow } from './input-rows.ts';

/** Where a block stands and on whose word, resolved. */
export interface ResolvedSource {
  scope: string;
  /** Null where the block names no document that could be found; the problem is told. */
  document: NodeRef | null;
  published: TimeInput | null;
  publisher: string | null;
  input: SourceInput;
  /** The anonymous sources that the chain describes, by their place in it. */
  anonymous: ReadonlyMap<number, NodeRef>;
}

/** What finding the sources of blocks asks for, and what it adds to. */
interface SourceContext {
  scopes: readonly string[];
  registry: NodeRegistry;
  problems: Problems;
  /** Documents by their addresses. */
  byUrl: Map<string, NodeRef>;
}

/**
 * Finds or declares the document of each block, and the anonymous sources of its chain. A document described in place is
 * found again by its url, else by a key made of its title.
 *
 * @param entities The rows of all blocks; those of documents may describe the one meant.
 * @param byUrl Documents that the graph knows, by their addresses.
 * @returns The sources, and a row for each document and anonymous source described in place.
 */
export function resolveSources(
  blocks: readonly RecordInput[],
  scopes: readonly string[],
  entities: readonly InputRow[],
  byUrl: ReadonlyMap<string, StoredNode>,
  registry: NodeRegistry,
  problems: Problems,
): { sources: ResolvedSource[]; rows: InputRow[] } {
  const context: SourceContext = { scopes, registry, problems, byUrl: new Map(byUrl) };
  const documentRows = entities.filter(({ part: typeSpec }) => typeSpec.type === 'Document');
  for (const row of documentRows) registerUrl(row, context);
  const documents = blocks.map(({ source }, block) => resolveDocument(source, block, context));
  const described = blocks.flatMap(({ source }, block) => {
    const node = documents[block]!;
    return node && source.document === undefined ? [descriptionRow(node, source, block)] : [];
  });
  const rowsByDocument = Map.groupBy([...documentRows, ...described], ({ thing: node }) => node.id);
  const anonymous = blocks.map(({ source }, block) => resolveAnonymous(source, block, context));
  const sources = blocks.map(({ source }, block): ResolvedSource => {
    const document = documents[block]!;
    const stored = document ? registry.stored(document.id) : undefined;
    const rows = document ? (rowsByDocument.get(document.id) ?? []) : [];
    const first = (name: string) => rows.map(({ fields }) => fields[name]).find((value) => value !== undefined);
    return {
      scope: scopes[block]!,
      document,
      published: (first('published') as TimeInput | undefined) ?? stored?.published ?? null,
      publisher: (first('publisher') as string | undefined) ?? stored?.publisher ?? null,
      input: source,
      anonymous: new Map(anonymous[block]!.map(({ place: position, row }) => [position, row.thing])),
    };
  });
  return { sources, rows: [...described, ...anonymous.flat().map(({ row }) => row)] };
}

/** Two documents do not share an address. */
function registerUrl({ thing: node, fields, path }: InputRow, { byUrl, problems }: SourceContext): void {
  const url = fields.url as string | undefined;
  if (url === undefined) return;
  const other = byUrl.get(url) ?? node;
  byUrl.set(url, other);
  if (other.id === node.id) return;
  const message = `${url} is already the address of ${other.key}; write ref: ${other.key}`;
  problems.add('DUPLICATE', [...path, 'url'], message, [other.key]);
}

function resolveDocument(
  source: SourceInput,
  block: number,
  { scopes, registry, problems, byUrl }: SourceContext,
): NodeRef | null {
  if (source.document !== undefined) {
    const path = [block, 'source', 'document'];
    // Nothing is written where the document is unknown; a stand-in lets the rest of the block be checked all the same.
    return registry.resolve({ ref: source.document, to: ['Document'], path }) ?? newNode(source.document, 'Document');
  }
  const key = documentKey(source);
  if (key === null) {
    problems.invalid(
      [block, 'source'],
      'the source does not say where it stands; give document for one already known, or its url or title',
    );
    return null;
  }
  const stored = (source.url === undefined ? undefined : byUrl.get(source.url)) ?? registry.find(key);
  const node = stored?.type === 'Document' ? stored : newNode(key, 'Document');
  if (source.url !== undefined) byUrl.set(source.url, node);
  return registry.bind(node.key, node, scopes[block]!);
}

/** The source's own description of its document, as a row. */
function descriptionRow(node: NodeRef, source: SourceInput, block: number): InputRow {
  const { url, title, kind, language, publisher, published, reliability } = source;
  const fields: RowFields = { kind, url, title, language, publisher, published, reliability };
  return { part: typeSpecs.documents, thing: node, block, path: [block, 'source'], fields };
}

/** The anonymous sources that a chain describes, by their place in it. */
function resolveAnonymous(
  source: SourceInput,
  block: number,
  { scopes, registry }: SourceContext,
): { place: number; row: InputRow }[] {
  const scope = scopes[block]!;
  return (source.attribution ?? []).flatMap(({ anonymous: fields }, position) => {
    if (!fields) return [];
    const path = [block, 'source', 'attribution', position, 'anonymous'];
    const key = anonymousKey(fields, source);
    const stored = registry.find(key);
    const node =
      fields.key !== undefined
        ? registry.declare(key, 'AnonymousSource', [...path, 'key'], scope)
        : registry.bind(key, stored?.type === 'AnonymousSource' ? stored : newNode(key, 'AnonymousSource'), scope);
    return [{ place: position, row: { part: anonymousSourceSpec, thing: node, block, path, fields } }];
  });
}
