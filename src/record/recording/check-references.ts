import { externalIdOfRef } from '../../domain/identity/external-ids.ts';
import { type Database } from '../../graph/database.ts';
import { type BlockOfDataSet } from '../input/options.ts';
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
 * resolve to a node that the blocks declare or the graph has. The blocks are gone through twice, and of their rows only keys are kept.
 */
export async function checkReferences(database: Database, input: Iterable<BlockOfDataSet>): Promise<Problem[]> {
  const problems = new Problems();
  const { keys, externalIds } = collectDeclaredKeys(input, problems);
  const isDeclared = (ref: string) =>
    [...keys.values()].some((ofType) => ofType.has(ref)) || externalIds.has(externalIdOfRef(ref) ?? '');
  const undeclared = new Set<string>();
  for (const { ref } of allReferences(input)) if (!isDeclared(ref)) undeclared.add(ref);
  return database.read(async (tx) => {
    const unknown = new Set(undeclared);
    const refs = [...undeclared];
    for (let start = 0; start < refs.length; start += BATCH)
      for (const ref of (await findByRef(tx, refs.slice(start, start + BATCH))).keys()) unknown.delete(ref);
    if (unknown.size > 0)
      for (const reference of allReferences(input)) if (unknown.has(reference.ref)) problems.notFound(reference);
    const declared = () => new Map([...keys].map(([type, ofType]) => [type, [...ofType]]));
    return problems.isEmpty ? [] : problems.withSuggestions(tx, declared());
  });
}

/** Also those of rows that point at their own node by `ref`. */
function* allReferences(input: Iterable<BlockOfDataSet>): Generator<Reference> {
  let number = 0;
  for (const { block } of input) {
    yield* referencesIn(block, number);
    yield* rowReferences(block, number);
    number += 1;
  }
}

/** The references of rows that point at their own node by `ref`. */
const rowReferences = (block: RecordInput, blockIndex: number): Reference[] =>
  inputLists.flatMap((list) =>
    inputRows(block, list).flatMap(({ ref }, index) =>
      typeof ref === 'string' ? [{ ref, to: [typeSpecs[list].type], path: [blockIndex, list, index, 'ref'] }] : [],
    ),
  );

/** The keys that blocks declare, by type, and their external ids; reports the keys that a data set declares twice. */
function collectDeclaredKeys(input: Iterable<BlockOfDataSet>, problems: Problems) {
  const keys = new Map<TypeName, Set<string>>();
  const externalIds = new Set<string>();
  const seen = new Map<string, Set<string>>();
  const add = (type: TypeName, key: unknown) => {
    if (typeof key !== 'string') return;
    const ofType = keys.get(type);
    if (ofType) ofType.add(key);
    else keys.set(type, new Set([key]));
  };
  let blockIndex = 0;
  for (const { block, dataSet } of input) {
    const ofDataSet = seen.get(dataSet.key) ?? new Set();
    seen.set(dataSet.key, ofDataSet);
    const addUnique = (type: TypeName, key: unknown, path: Problem['path']) => {
      if (typeof key !== 'string') return;
      if (ofDataSet.has(key)) {
        const message =
          type === 'Claim'
            ? `${key} is given to two claims`
            : `${key} is given twice; to refer to it again, write ref: ${key}`;
        problems.add('DUPLICATE', [...path, 'key'], message);
      }
      ofDataSet.add(key);
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
    block.claims?.forEach((claim, index) => addUnique('Claim', claim.key, [blockIndex, 'claims', index]));
    add('Document', documentKey(block.source));
    for (const { anonymous } of block.source.attribution ?? [])
      if (anonymous) add('AnonymousSource', anonymousKey(anonymous, block.source));
    for (const externalId of externalIdsIn(block)) externalIds.add(externalId);
    blockIndex += 1;
  }
  return { keys, externalIds };
}
