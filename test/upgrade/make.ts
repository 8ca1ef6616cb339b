/** `node test/upgrade/make.ts`: makes the folder of the release that package.json names; see README.md. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { printSchema } from 'graphql';
import program from '../../package.json' with { type: 'json' };
import { importFiles } from '../../src/dataset/import.ts';
import { type Database, connect } from '../../src/graph/database.ts';
import { resolveHome } from '../../src/graph/managed/home.ts';
import { startManaged } from '../../src/graph/managed/managed.ts';
import { buildApiSchema } from '../../src/query/schema.ts';
import { exportRecord } from '../../src/record/archive/export.ts';
import { retractClaimOperation } from '../../src/record/claims/retract.ts';
import { reviewClaimOperation } from '../../src/record/claims/review.ts';
import { deleteEntityOperation } from '../../src/record/identity/delete.ts';
import { judgeIdentityOperation } from '../../src/record/identity/judge.ts';
import { mergeEntitiesOperation } from '../../src/record/identity/merge.ts';
import { executeWithActivity } from '../../src/record/operation/execute-with-activity.ts';
import { type WriteOperation } from '../../src/record/operation/operation.ts';
import { MEMORY, makeThrowawayFolder } from '../support/neo4j/throwaway.ts';

/** Without the files of 256 MB that Neo4j would make ahead for its transaction logs. */
const SETTINGS = { 'db.tx_log.preallocate': 'false' };

/** One of each kind of thing that leaves traces of its own in the stored graph. */
const acts: [operation: string, WriteOperation][] = [
  [
    'mergeEntities',
    mergeEntitiesOperation({ keep: 'topic:military-readiness', merge: 'topic:peace-through-strength' }),
  ],
  ['judgeIdentity', judgeIdentityOperation({ a: 'org:nato', b: 'org:aukus', verdict: 'DIFFERENT' })],
  ['deleteEntity', deleteEntityOperation({ ref: 'topic:unused', expectedVersion: 1 })],
  ['retractClaim', retractClaimOperation({ claim: 'c056' })],
  ['reviewClaim', reviewClaimOperation({ claim: 'c014', state: 'DISPUTED' })],
];

async function fill(database: Database): Promise<void> {
  await database.migrate();
  const { problems } = await importFiles(database, ['seed/article.yaml', 'test/upgrade/unused-topic.yaml'], {
    by: 'release',
  });
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  for (const [operation, act] of acts) {
    const request = { operation, by: 'release', reason: 'So that there is one.', dryRun: false, idempotency: null };
    await executeWithActivity(database, request, act, async (tx, activity) => {
      const [row] = await tx.rows('MATCH (:Activity {id: $activity})-[:MEETS]->(p) RETURN collect(p.message)', {
        activity,
      });
      const problems = row![0] as string[];
      if (problems.length > 0) throw new Error(`${operation}: ${problems.join(' ')}`);
    });
  }
}

async function exported(database: Database): Promise<string> {
  const chunks: string[] = [];
  await exportRecord(database, (text) => Promise.resolve(void chunks.push(text)));
  return chunks.join('');
}

const folder = join(import.meta.dirname, program.version);
if (existsSync(folder)) throw new Error(`${folder} is there already. A release is made once.`);
const home = makeThrowawayFolder();
try {
  const neo4j = await startManaged({ folder: home, onProgress: () => {}, memory: MEMORY, settings: SETTINGS });
  const database = await connect(neo4j);
  let record: string;
  try {
    await fill(database);
    record = await exported(database);
  } finally {
    await database.close();
    await neo4j.stop();
  }
  mkdirSync(folder);
  writeFileSync(join(folder, 'record.jsonl.gz'), gzipSync(record, { level: 9 }));
  writeFileSync(join(folder, 'schema.graphql'), `${printSchema(buildApiSchema())}\n`);
  const data = join(resolveHome(home).neo4j, 'data');
  const tar = execFileSync('tar', ['-cC', data, 'databases/neo4j', 'transactions/neo4j'], { maxBuffer: 2 ** 28 });
  writeFileSync(join(folder, 'database.tar.gz'), gzipSync(tar, { level: 9 }));
} finally {
  rmSync(home, { recursive: true, force: true });
}
