import { type RecordInput, type SourceInput, type TimeInput } from '../input/record-input.ts';
import { anonymousSourceSpec, typeSpecs } from '../input/type-specs.ts';
import { normalizeAddress } from '../../domain/identity/web-address.ts';
import { type NodeRef } from './node-ref.ts';
import { type NodeRegistry, newNode } from './node-registry.ts';
import { type StoredNode } from './lookups.ts';
import { anonymousKey, documentKey } from './generated-keys.ts';
import { type Problems } from './problems.ts';
import { type RowFields, type InputRow } from './input-rows.ts';

/** The source of a block with its references resolved. */
export interface ResolvedSource {
  scope: string;
  /** Null if no document could be identified, which is then a reported problem. */
  document: NodeRef | null;
  published: TimeInput | null;
  publisher: string | null;
  input: SourceInput;
  /** The anonymous sources described in the attribution chain, by position. */
  anonymous: ReadonlyMap<number, NodeRef>;
}

/** What the functions below share. */
interface SourceContext {
  scopes: readonly string[];
  registry: NodeRegistry;
  problems: Problems;
  /** Documents of the graph by URL. */
  byUrl: ReadonlyMap<string, StoredNode>;
  /** Documents of the input by what their addresses have in common. */
  byAddress: Map<string, NodeRef>;
}

/**
 * Finds or declares the document of each block, and the anonymous sources of its attribution chain. A document described
 * inline is found again by its url, else by a key generated from its title.
 *
 * @param entities The entity rows of all blocks; those of documents may describe a block's document.
 * @param byUrl Documents of the graph by URL.
 * @returns The sources, and a row for each document and anonymous source described inline.
 */
export function resolveSources(
  blocks: readonly RecordInput[],
  scopes: readonly string[],
  entities: readonly InputRow[],
  byUrl: ReadonlyMap<string, StoredNode>,
  registry: NodeRegistry,
  problems: Problems,
): { sources: ResolvedSource[]; rows: InputRow[] } {
  const context: SourceContext = { scopes, registry, problems, byUrl, byAddress: new Map() };
  const documentRows = entities.filter(({ typeSpec }) => typeSpec.type === 'Document');
  for (const row of documentRows) registerUrl(row, context);
  const documents = blocks.map(({ source }, block) => resolveDocument(source, block, context));
  const described = blocks.flatMap(({ source }, block) => {
    const node = documents[block]!;
    return node && source.document === undefined ? [descriptionRow(node, source, block)] : [];
  });
  const rowsByDocument = Map.groupBy([...documentRows, ...described], ({ node }) => node.id);
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
      anonymous: new Map(anonymous[block]!.map(({ position, row }) => [position, row.node])),
    };
  });
  return { sources, rows: [...described, ...anonymous.flat().map(({ row }) => row)] };
}

const findDocument = (url: string, { byUrl, byAddress }: SourceContext): NodeRef | undefined =>
  byUrl.get(url) ?? byAddress.get(normalizeAddress(url));

/** A URL belongs to one document. */
function registerUrl({ node, fields, path }: InputRow, context: SourceContext): void {
  const { byAddress, registry, problems } = context;
  const url = fields.url as string | undefined;
  if (url === undefined) return;
  const other = findDocument(url, context) ?? node;
  byAddress.set(normalizeAddress(url), other);
  if (other.id === node.id || registry.stored(node.id)?.url === url) return;
  const message = `${url} is already the URL of ${other.key}; to refer to it, write ref: ${other.key}`;
  problems.add('DUPLICATE', [...path, 'url'], message, [other.key]);
}

function resolveDocument(source: SourceInput, block: number, context: SourceContext): NodeRef | null {
  const { scopes, registry, problems } = context;
  if (source.document !== undefined) {
    const path = [block, 'source', 'document'];
    // Nothing is written if the document is unknown; the placeholder lets the rest of the block be checked.
    return registry.resolve({ ref: source.document, to: ['Document'], path }) ?? newNode(source.document, 'Document');
  }
  const key = documentKey(source);
  if (key === null) {
    problems.invalid(
      [block, 'source'],
      'the source does not name its document; give document for an existing one, or its url or title',
    );
    return null;
  }
  const stored = (source.url === undefined ? undefined : findDocument(source.url, context)) ?? registry.find(key);
  const node = stored?.type === 'Document' ? stored : newNode(key, 'Document');
  if (source.url !== undefined) context.byAddress.set(normalizeAddress(source.url), node);
  return registry.bind(node.key, node, scopes[block]!);
}

/** The document row of a source that describes its document inline. */
function descriptionRow(node: NodeRef, source: SourceInput, block: number): InputRow {
  const { url, title, kind, language, publisher, published, reliability } = source;
  const fields: RowFields = { kind, url, title, language, publisher, published, reliability };
  return { typeSpec: typeSpecs.documents, node, block, path: [block, 'source'], fields };
}

/** The anonymous sources described in an attribution chain, with their positions. */
function resolveAnonymous(
  source: SourceInput,
  block: number,
  { scopes, registry }: SourceContext,
): { position: number; row: InputRow }[] {
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
    return [{ position, row: { typeSpec: anonymousSourceSpec, node, block, path, fields } }];
  });
}
