import { externalIdName } from '../../domain/identity/external-ids.ts';
import { type Tx } from '../../graph/database.ts';
import { together } from '../../graph/transactions/together.ts';
import { type ExternalIdInput, type RecordInput } from '../input/record-input.ts';
import { typeSpecs } from '../input/type-specs.ts';
import { NodeRegistry } from './node-registry.ts';
import { type RelinkCandidate } from './claims-of-facts.ts';
import { type FactIdentity } from './fact-identity.ts';
import { matchFacts } from './match-facts.ts';
import { type StoredNode, findDeleted, findByRef, findDocumentsByUrl } from './lookups.ts';
import { referencesIn, refsIn } from './references.ts';
import { type NodeRef } from './node-ref.ts';
import { type Problems } from './problems.ts';
import { type InputRow, checkRowsNamed, resolveEntityRows, collectFactRows } from './input-rows.ts';
import { urlsIn, withKnownUrls } from './known-urls.ts';
import { type MatchedRow, matchByExternalId } from './match-by-external-id.ts';
import { hasMeetingByOrdinal, resolveMeetingsByOrdinal } from './meetings-by-ordinal.ts';
import { type ResolvedSource, resolveSources } from './sources.ts';

/** The input with its references resolved. */
export interface ResolvedInput {
  registry: NodeRegistry;
  /** Each block's source. */
  sources: ResolvedSource[];
  /** The rows of all blocks, each with its node. */
  rows: InputRow[];
  /** Rows of files that describe known entities by external id. */
  matched: MatchedRow[];
  /** What identifies new facts, by their id. */
  factIdentities: Map<string, FactIdentity>;
  /** Stored claims that may support facts of the input, if these are new. */
  claimsOfFacts: RelinkCandidate[];
  /** The two nodes that a tenure or membership of the input or the graph joins. */
  endpointsOf: (fact: NodeRef) => readonly [NodeRef, NodeRef];
}

/** The first look-ups of {@link resolveInput}: documents by URL, and nodes by key or id. */
export const lookUpGiven = (tx: Tx, given: readonly RecordInput[]) =>
  together([findDocumentsByUrl(tx, urlsIn(given)), findByRef(tx, given.flatMap(refsIn))]);

/**
 * Resolves all references and rows of the blocks, with a constant number of statements.
 *
 * @param given The blocks as they came; the sources of the result have their URLs as known.
 * @param scopes The key of each block's data set; empty for blocks of a mutation.
 */
export async function resolveInput(
  tx: Tx,
  given: readonly RecordInput[],
  scopes: readonly string[],
  problems: Problems,
): Promise<ResolvedInput> {
  const [byUrl, byGivenRef] = await lookUpGiven(tx, given);
  const blocks = withKnownUrls(given, byUrl);
  const refsOfBlocks = blocks.map(refsIn);
  const refs = refsOfBlocks.flat();
  const areAsGiven = blocks.every(({ source }, number) => source.url === given[number]!.source.url);
  const stored = areAsGiven ? byGivenRef : await findByRef(tx, refs);
  const [deleted, publishers] = await together([
    findDeleted(
      tx,
      refs.filter((ref) => !stored.has(ref)),
    ),
    findPublishers(tx, [...stored.values(), ...byUrl.values()]),
  ]);
  const registry = new NodeRegistry(stored, problems, deleted);
  registry.addStored([...stored.values(), ...byUrl.values()]);
  registry.addStored(publishers);
  const matched = await matchByExternalId(tx, blocks, scopes, refsOfBlocks, registry);

  blocks.forEach((block, number) => checkRowsNamed(block, number, problems));
  const entities = resolveInTwoPasses(blocks, scopes, registry);
  const resolvedSources = resolveSources(blocks, scopes, entities, byUrl, registry, problems);
  const numbered = resolveMeetingsByOrdinal(tx, blocks, entities, registry, problems);
  const factsOf = (meetings: readonly InputRow[]) =>
    matchFacts(
      tx,
      blocks.flatMap((block, number) => collectFactRows(block, number, meetings)),
      resolvedSources.sources,
      registry,
      problems,
    );
  const named = entities.filter(({ typeSpec }) => typeSpec === typeSpecs.meetings);
  // Rarely are there rows of meetings that only their numbers tell, and then their facts are looked up after them.
  const [meetingsByOrdinal, facts] = blocks.some(hasMeetingByOrdinal)
    ? [await numbered, await factsOf([...named, ...(await numbered)])]
    : await together([numbered, factsOf(named)]);
  blocks.forEach((block, number) => referencesIn(block, number).forEach((reference) => registry.resolve(reference)));
  const rows = [...resolvedSources.rows, ...entities, ...meetingsByOrdinal, ...facts.rows];
  registry.addStored(await findEndpoints(tx, facts.rows, registry));
  const endpointsOf = (fact: NodeRef): [NodeRef, NodeRef] => {
    const created = facts.identities.get(fact.id)?.relationships.map(({ to }) => to);
    const [first, second] = created ?? endpointIds(registry.stored(fact.id)!).map((id) => registry.stored(id));
    return [first!, second!];
  };
  return {
    registry,
    sources: resolvedSources.sources,
    rows,
    matched,
    factIdentities: facts.identities,
    claimsOfFacts: facts.claims,
    endpointsOf,
  };
}

/** What a fact of the graph joins: a row with `ref` need not repeat it. */
async function findEndpoints(tx: Tx, rows: readonly InputRow[], registry: NodeRegistry): Promise<StoredNode[]> {
  const ids = rows.flatMap(({ node }) => (node.isNew ? [] : endpointIds(registry.stored(node.id)!)));
  const missing = [...new Set(ids)].filter((id) => registry.stored(id) === undefined);
  return missing.length === 0 ? [] : [...(await findByRef(tx, missing)).values()];
}

/** The ids of the nodes that a fact joins, of which its slot is made. */
const endpointIds = ({ slot }: StoredNode) => (slot ?? '').split('|').slice(0, 2);

/** The publishers of known documents: the default attribution of their claims. */
async function findPublishers(tx: Tx, stored: readonly StoredNode[]): Promise<StoredNode[]> {
  const loaded = new Set(stored.map(({ id }) => id));
  const ids = stored.flatMap(({ publisher }) => publisher ?? []).filter((id) => !loaded.has(id));
  return ids.length === 0 ? [] : [...(await findByRef(tx, ids)).values()];
}

/** First the rows that declare keys, then those with `ref`, which may refer to any of the former. */
function resolveInTwoPasses(
  blocks: readonly RecordInput[],
  scopes: readonly string[],
  registry: NodeRegistry,
): InputRow[] {
  return [true, false].flatMap((declaring) => {
    const rows = blocks.flatMap((block, number) =>
      resolveEntityRows(block, number, registry, scopes[number]!, declaring),
    );
    for (const { node, fields } of rows)
      registry.identify(node, ((fields.externalIds ?? []) as ExternalIdInput[]).map(externalIdName));
    return rows;
  });
}
