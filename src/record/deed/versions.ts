import { type Tx } from '../../graph/database.ts';
import { type Problem } from '../problem.ts';

/** A thing and the version of it that somebody has read before changing it. */
export interface ExpectedVersion {
  /** Its id. */
  thing: string;
  key: string;
  version: number;
  /** Where the input gives the version. */
  path: Problem['path'];
}

const VERSIONS = `UNWIND $ids AS id
MATCH (t:Thing {id: id})
RETURN id, t.version AS version`;

const SINCE = `UNWIND $rows AS row
MATCH (t:Thing {id: row.thing})<-[:REVISES]-(r:Revision) WHERE r.version > row.version
RETURN row.thing AS id, r.version AS version, r.operation AS operation, r.at AS at, r.by AS by, r.changes AS changes
ORDER BY version`;

interface Revision {
  id: string;
  version: number;
  operation: string;
  at: string;
  by: string;
  changes: string;
}

/** Changes that a message tells one by one, the latest of them. */
const TOLD = 3;

/**
 * Compares the versions that callers have read with those of now.
 *
 * @returns A VERSION_CONFLICT for each that differs: what changed since, when and by whom.
 */
export async function versionProblems(tx: Tx, expected: readonly ExpectedVersion[]): Promise<Problem[]> {
  if (expected.length === 0) return [];
  const rows = await tx.run<{ id: string; version: number }>(VERSIONS, { ids: expected.map(({ thing }) => thing) });
  const present = new Map(rows.map(({ id, version }) => [id, version]));
  const differing = expected.filter(({ thing, version }) => present.has(thing) && present.get(thing) !== version);
  if (differing.length === 0) return [];
  const since = Map.groupBy(
    await tx.run<Revision>(SINCE, { rows: differing.map(({ thing, version }) => ({ thing, version })) }),
    ({ id }) => id,
  );
  return differing.map(({ thing, key, version, path }) => ({
    code: 'VERSION_CONFLICT',
    path,
    message: messageOf(key, version, present.get(thing)!, since.get(thing) ?? []),
    suggestions: [],
  }));
}

function messageOf(key: string, expected: number, present: number, since: readonly Revision[]): string {
  if (expected > present) {
    return `${key} has only come to version ${present}, not ${expected}; read it again and give the version that you read`;
  }
  const told = since.slice(-TOLD).map(inWords);
  const more = since.length > TOLD ? `${since.length - TOLD} earlier changes, then ` : '';
  return (
    `${key} is at version ${present}, not ${expected}: since then ${more}${told.join('; ')}. ` +
    `Read it again and, if your change still holds, repeat it with expectedVersion ${present}`
  );
}

const verbs: Readonly<Record<string, string>> = {
  MERGE: 'merged it with another',
  UNMERGE: 'undid a merge of it',
  DELETE: 'deleted it',
  RESTORE: 'restored it',
  RETRACT: 'retracted it',
};

function inWords({ operation, at, by, changes }: Revision): string {
  const fields = Object.keys(JSON.parse(changes) as object);
  const did = verbs[operation] ?? `changed ${fields.join(', ') || 'it'}`;
  return `${by} ${did} (${at})`;
}
