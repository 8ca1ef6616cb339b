import { type Database, type Tx } from '../../graph/database.ts';
import { type DerivedDiff } from '../write/derived-state.ts';
import { rejectUnfinishedImport } from './unfinished-import.ts';
import { nodePages } from './node-pages.ts';
import { type Violation, findOrphans, findViolations } from './invariants.ts';
import { type Relationship } from '../../storage/relationships.ts';
import { computeDiffs, derivationSteps } from '../derive/pipeline.ts';
import { entityTypes } from '../../domain/node-types.ts';
import { compareListed } from '../duplicates/review-list.ts';

/** Nodes that are compared in one transaction. */
const BATCH = 1_000;
/** For the largest nodes: of a meeting everybody who attended it is read. */
const TIMEOUT_MS = 10 * 60_000;

/**
 * Checks the invariants of the graph, and compares everything derived with what claims and descriptions give now. It writes
 * nothing; a rebuild (rebuild.ts) repairs what can be derived again.
 *
 * @returns What is wrong; empty for a sound graph.
 * @throws ClientError IMPORT_UNFINISHED if the graph has only a part of a full import.
 */
export async function verify(database: Database, onProgress: (line: string) => void = () => {}): Promise<Violation[]> {
  const violations: Violation[] = [];
  await database.read(rejectUnfinishedImport);
  onProgress('Checking invariants');
  for await (const violation of findViolations(database)) violations.push(violation);
  for await (const violation of findOrphans(database)) violations.push(violation);
  for (const step of derivationSteps) {
    const work = `Comparing ${step.name}`;
    for await (const ids of nodePages(database, step.types, { size: BATCH, work, onProgress })) {
      const inBatch = await database.read(
        async (tx) => {
          const described: Violation[] = [];
          for await (const diffs of computeDiffs(tx, step, ids)) described.push(...(await describe(tx, diffs)));
          return described;
        },
        { timeoutMs: TIMEOUT_MS },
      );
      violations.push(...inBatch);
    }
  }
  const work = 'Comparing possible duplicates';
  for await (const ids of nodePages(database, entityTypes, { size: BATCH, work, onProgress })) {
    violations.push(...(await database.read((tx) => verifyListed(tx, ids), { timeoutMs: TIMEOUT_MS })));
  }
  return violations;
}

/** Pairs on the list of possible duplicates that should not be there, or not so. That others should be is found by a rebuild only. */
async function verifyListed(tx: Tx, ids: readonly string[]): Promise<Violation[]> {
  const { changed, removed } = await compareListed(tx, ids);
  // A pair is told of with its first entity only.
  const own = new Set(ids);
  return [
    ...changed
      .filter(({ stored }) => own.has(stored.first))
      .map(({ stored, wanted }) => ({
        key: stored.firstKey,
        message:
          `is a possible duplicate of ${stored.secondKey}, with the score ${stored.score}; ` +
          `expected ${wanted.score} (${wanted.reasons.join('; ')})`,
      })),
    ...removed
      .filter(({ first }) => own.has(first))
      .map(({ firstKey, secondKey }) => ({
        key: firstKey,
        message: `is a possible duplicate of ${secondKey}, although they are not alike`,
      })),
  ];
}

const KEYS = 'UNWIND $ids AS id MATCH (t:Thing {id: id}) RETURN id, t.key';

/** Diffs as messages. */
async function describe(tx: Tx, diffs: readonly DerivedDiff[]): Promise<Violation[]> {
  const ends = diffs.flatMap(({ addRelationships, removeRelationships }) =>
    [...addRelationships, ...removeRelationships].flatMap(({ from, to }) => [from, to]),
  );
  const keys = new Map((await tx.rows(KEYS, { ids: [...new Set(ends)] })) as [string, string][]);
  return diffs.flatMap((diff) => {
    const { key, stored } = diff.derivation;
    const line = (message: string): Violation => ({ key, message });
    const labelled = ({ type, from, to }: Relationship) =>
      `${type} from ${keys.get(from) ?? from} to ${keys.get(to) ?? to}`;
    return [
      ...Object.entries(diff.properties).map(([name, value]) =>
        line(`has ${name} ${show(stored.properties[name])}; expected ${show(value)}`),
      ),
      ...diff.addRelationships.map((each) => line(`lacks ${labelled(each)} ${show(each.properties)}`)),
      ...diff.removeRelationships.map((each) =>
        line(`has ${labelled(each)} ${show(each.properties)}, which nothing supports`),
      ),
      ...diff.addExternalIds.map((name) => line(`lacks the external id ${name}`)),
      ...diff.removeExternalIds.map((name) => line(`has the external id ${name}, which nothing supports`)),
      ...diff.addConflicts.map(({ slot }) => line(`lacks the conflict ${slot}, or it has other claims`)),
      ...diff.removeConflicts.map(({ slot }) => line(`has the conflict ${slot}, or other claims in it than it should`)),
    ];
  });
}

const show = (value: unknown): string => JSON.stringify(value ?? null);
