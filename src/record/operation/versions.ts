import { type Tx } from '../../graph/database.ts';
import { changesOf, cypherRevisions } from '../../storage/revisions.ts';
import { type Problem } from '../input/problem.ts';

/** A node, and the version of it that the caller read before changing it. */
export interface ExpectedVersion {
  /** Its id. */
  node: string;
  key: string;
  version: number;
  /** Where the input gives the version. */
  path: Problem['path'];
}

const VERSIONS = `UNWIND $ids AS id
MATCH (t:Thing {id: id})
RETURN id, t.version AS version`;

const SINCE = `UNWIND $rows AS row
MATCH ${cypherRevisions('t:Thing {id: row.thing}', 'r')} WHERE r.version > row.version
RETURN row.thing AS id, r.version AS version, r.operation AS operation, r.at AS at, r.by AS by, r.changes AS changes, r.state AS state
ORDER BY version`;

interface RevisionRow {
  id: string;
  version: number;
  operation: string;
  at: string;
  by: string;
  changes: string | null;
  state: string;
}

/** How many changes a message lists: the latest ones. */
const MAX_LISTED_CHANGES = 3;

/**
 * Optimistic locking: compares the versions that the caller read with the current ones.
 *
 * @returns A VERSION_CONFLICT for each that differs, with what changed since, when and by whom.
 */
export async function checkVersions(tx: Tx, expected: readonly ExpectedVersion[]): Promise<Problem[]> {
  if (expected.length === 0) return [];
  const rows = await tx.run<{ id: string; version: number }>(VERSIONS, { ids: expected.map(({ node }) => node) });
  const currentVersions = new Map(rows.map(({ id, version }) => [id, version]));
  const conflicting = expected.filter(
    ({ node, version }) => currentVersions.has(node) && currentVersions.get(node) !== version,
  );
  if (conflicting.length === 0) return [];
  const revisionsSince = Map.groupBy(
    await tx.run<RevisionRow>(SINCE, { rows: conflicting.map(({ node, version }) => ({ thing: node, version })) }),
    ({ id }) => id,
  );
  return conflicting.map(({ node, key, version, path }) => ({
    code: 'VERSION_CONFLICT',
    path,
    message: conflictMessage(key, version, currentVersions.get(node)!, revisionsSince.get(node) ?? []),
    suggestions: [],
  }));
}

function conflictMessage(key: string, expected: number, current: number, revisions: readonly RevisionRow[]): string {
  if (expected > current) {
    return `${key} is at version ${current}; expectedVersion was ${expected}. Read it again and send the version you read`;
  }
  const listed = revisions.slice(-MAX_LISTED_CHANGES).map(describeRevision);
  const earlier =
    revisions.length > MAX_LISTED_CHANGES ? `${revisions.length - MAX_LISTED_CHANGES} earlier changes, then ` : '';
  return (
    `${key} is at version ${current}; expectedVersion was ${expected}. Since then ${earlier}${listed.join('; ')}. ` +
    `Read it again and, if your change still applies, send it with expectedVersion ${current}`
  );
}

const verbs: Readonly<Record<string, string>> = {
  MERGE: 'merged it',
  UNMERGE: 'unmerged it',
  DELETE: 'deleted it',
  RESTORE: 'restored it',
  RETRACT: 'retracted it',
};

function describeRevision({ operation, at, by, changes, state }: RevisionRow): string {
  const fields = Object.keys(changesOf(changes, state));
  const action = verbs[operation] ?? `changed ${fields.join(', ') || 'it'}`;
  return `${by} ${action} (${at})`;
}
