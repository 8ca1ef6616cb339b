import { externalIdOfRef } from '../../domain/identity/external-ids.ts';
import { type Database } from '../../graph/database.ts';
import { type RecordInput } from '../input/record-input.ts';
import { inputLists, typeSpecs, inputRows } from '../input/type-specs.ts';
import { findByRef } from '../resolve/lookups.ts';
import { type Reference, externalIdsIn, referencesIn } from '../resolve/references.ts';
import { anonymousKey, documentKey } from '../resolve/generated-keys.ts';
import { Problems } from '../resolve/problems.ts';
import { type Problem } from '../input/problem.ts';
import { type TypeName } from '../../domain/node-types.ts';

/** References looked up in one statement. */
const BATCH = 5_000;

/**
 * Checks any number of blocks before the first of them is recorded: no data set may give a key twice, and every reference must
 * resolve to a node that the blocks declare or the graph has.
 *
 * @param scopes The key of each block's data set.
 */
export async function checkReferences(
  database: Database,
  blocks: readonly RecordInput[],
  scopes: readonly string[],
): Promise<Problem[]> {
  const problems = new Problems();
  const declared = collectDeclaredKeys(blocks, scopes, problems);
  const keys = new Set([...declared.values()].flat());
  const externalIds = new Set(blocks.flatMap(externalIdsIn));
  const isDeclared = (ref: string) => keys.has(ref) || externalIds.has(externalIdOfRef(ref) ?? '');
  const unresolved = blocks.flatMap((block, blockIndex) =>
    [...referencesIn(block, blockIndex), ...rowReferences(block, blockIndex)].filter(({ ref }) => !isDeclared(ref)),
  );
  const unresolvedRefs = [...new Set(unresolved.map(({ ref }) => ref))];
  return database.read(async (tx) => {
    const existing = new Set<string>();
    for (let start = 0; start < unresolvedRefs.length; start += BATCH)
      for (const ref of (await findByRef(tx, unresolvedRefs.slice(start, start + BATCH))).keys()) existing.add(ref);
    for (const reference of unresolved) if (!existing.has(reference.ref)) problems.notFound(reference);
    return problems.isEmpty ? [] : problems.withSuggestions(tx, declared);
  });
}

/** The references of rows that point at their own node by `ref`. */
const rowReferences = (block: RecordInput, blockIndex: number): Reference[] =>
  inputLists.flatMap((list) =>
    inputRows(block, list).flatMap(({ ref }, index) =>
      typeof ref === 'string' ? [{ ref, to: [typeSpecs[list].type], path: [blockIndex, list, index, 'ref'] }] : [],
    ),
  );

/** The keys that blocks declare, by type; reports those that a data set declares twice. */
function collectDeclaredKeys(blocks: readonly RecordInput[], scopes: readonly string[], problems: Problems) {
  const keys = new Map<TypeName, string[]>();
  const seen = new Set<string>();
  const add = (type: TypeName, key: unknown) => {
    if (typeof key !== 'string') return;
    const ofType = keys.get(type);
    if (ofType) ofType.push(key);
    else keys.set(type, [key]);
  };
  blocks.forEach((block, blockIndex) => {
    const addUnique = (type: TypeName, key: unknown, path: Problem['path']) => {
      if (typeof key !== 'string') return;
      const name = `${scopes[blockIndex]!} ${key}`;
      if (seen.has(name)) {
        const message =
          type === 'Claim'
            ? `${key} is given to two claims`
            : `${key} is given twice; to refer to it again, write ref: ${key}`;
        problems.add('DUPLICATE', [...path, 'key'], message);
      }
      seen.add(name);
      add(type, key);
    };
    for (const list of inputLists) {
      inputRows(block, list).forEach(({ key }, index) =>
        addUnique(typeSpecs[list].type, key, [blockIndex, list, index]),
      );
    }
    block.meetings?.forEach(({ participants }, meeting) =>
      participants?.forEach(({ key }, index) =>
        addUnique('Participation', key, [blockIndex, 'meetings', meeting, 'participants', index]),
      ),
    );
    block.claims?.forEach(({ key }, index) => addUnique('Claim', key, [blockIndex, 'claims', index]));
    add('Document', documentKey(block.source));
    for (const { anonymous } of block.source.attribution ?? [])
      if (anonymous) add('AnonymousSource', anonymousKey(anonymous, block.source));
  });
  return keys;
}
