import { externalIdName } from '../../domain/identity/external-ids.ts';
import { type Tx } from '../../graph/database.ts';
import { type ExternalIdInput, type RecordInput } from '../input/record-input.ts';
import { inputLists, inputRows, typeSpecs } from '../input/type-specs.ts';
import { findByExternalId, findByRow, findDescribed } from './lookups.ts';
import { type NodeRegistry } from './node-registry.ts';

/** A row of a file with a key of its own that describes a known entity. */
export interface MatchedRow {
  /** The key of the row. */
  key: string;
  /** The key of the entity. */
  entity: string;
  /** The external id that they share: `WIKIDATA Q6279`. */
  externalId: string;
}

/**
 * Matches rows of data sets, whose keys the graph does not know, with entities of their type that have one of their external ids; never by
 * name. What an earlier import has matched stays matched, also where the row has lost its external id and where only its key is
 * given. A mutation is told of the entity instead, and so is a data set that has a row of its own for the entity (checkExternalIds).
 *
 * @param refs The keys and references of each block.
 * @returns The rows that were matched by their external ids.
 */
export async function matchByExternalId(
  tx: Tx,
  blocks: readonly RecordInput[],
  scopes: readonly string[],
  refs: readonly (readonly string[])[],
  registry: NodeRegistry,
): Promise<MatchedRow[]> {
  const inFiles = [...blocks.keys()].filter((number) => scopes[number] !== '');
  for (const [scope, numbers] of Map.groupBy(inFiles, (number) => scopes[number]!)) {
    const unknown = numbers.flatMap((number) => refs[number]!).filter((ref) => registry.find(ref) === undefined);
    for (const [key, node] of await findByRow(tx, scope, unknown)) registry.alias(key, node);
  }
  const rows = inFiles.flatMap((number) =>
    inputLists.flatMap((list) =>
      inputRows(blocks[number]!, list).flatMap(({ key, externalIds }) => {
        if (typeof key !== 'string' || externalIds === undefined || registry.find(key) !== undefined) return [];
        const names = (externalIds as ExternalIdInput[]).map(externalIdName);
        return [{ key, type: typeSpecs[list].type, names, scope: scopes[number]! }];
      }),
    ),
  );
  const owners = await findByExternalId(tx, [...new Set(rows.flatMap(({ names }) => names))]);
  const ownIds = await findDescribed(
    tx,
    [...new Set(rows.map(({ scope }) => scope))],
    [...owners.values()].map(({ id }) => id),
  );
  return rows.flatMap(({ key, type, names, scope }) => {
    const isMeant = (name: string) => {
      const owner = owners.get(name);
      return owner?.type === type && !ownIds.has(`${scope} ${owner.id}`);
    };
    const externalId = names.find(isMeant);
    if (externalId === undefined) return [];
    const entity = owners.get(externalId)!;
    registry.alias(key, entity);
    return [{ key, entity: entity.key, externalId }];
  });
}
