import { beforeEach, expect, jest, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { type Database } from '../../../src/graph/database.ts';
import { createEngine } from '../../../src/query/engine.ts';
import { importRecord } from '../../../src/record/archive/import.ts';
import { snapshotOperation } from '../../../src/record/archive/snapshot.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { exportedText, openText } from '../../support/archive.ts';
import { runOperation } from '../../support/run-operation.ts';
import { dataOf, schema } from '../../support/query.ts';
import { freshDatabase, recordBlocks } from '../../support/recording.ts';
import { base } from '../identity/fixtures.ts';
import { emptyGraph } from '../../support/database.ts';

jest.setTimeout(300_000);

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
  await recordBlocks(database, [base]);
});

interface Snapshot {
  id: string;
  takenAt: string;
  takenBy: string;
  note: string | null;
  graphVersion: string;
  sha256: string;
  counts: { things: Record<string, number>; liveClaims: number; revisions: number };
  bibtex: string;
  apa: string;
  csl: string;
  crate: string;
}

async function snapshots(): Promise<{ snapshots: Snapshot[]; graphVersion: string }> {
  return dataOf(
    createEngine({ schema, database }),
    `{ graphVersion snapshots {
        id takenAt takenBy note graphVersion sha256 counts bibtex: citation apa: citation(style: APA) csl: citation(style: CSL_JSON)
        crate: citation(style: RO_CRATE)
    } }`,
  );
}

const snapshot = (note: string | null, key: string) =>
  runOperation(database, snapshotOperation({ note }), { idempotency: { key, fingerprint: key } });

const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex');

test('a snapshot has the hash of an export, which is the same in a copy of the graph', async () => {
  await snapshot('For {chapter} 3', 'a');
  const file = await exportedText(database);
  const { snapshots: all, graphVersion } = await snapshots();
  const [taken] = all as [Snapshot];

  expect(all).toHaveLength(1);
  expect(taken).toMatchObject({ takenBy: 'anna', note: 'For {chapter} 3', graphVersion, sha256: sha256Of(file) });
  expect(taken.counts).toMatchObject({ things: { Country: 3, Official: 4, Meeting: 3 } });
  expect(taken.counts.liveClaims).toBe(taken.counts.things.Claim);
  for (const citation of [taken.bibtex, taken.apa, taken.csl, taken.crate]) {
    expect(citation).toContain(taken.sha256);
    expect(citation).toContain(taken.id);
    expect(citation).toMatch(new RegExp(`(Version |version = \\{|"version": ")${graphVersion}\\b`));
  }
  expect(JSON.parse(taken.csl)).toMatchObject([{ type: 'dataset', note: 'For {chapter} 3' }]);
  expect(taken.bibtex).toContain('For \\{chapter\\} 3');

  await emptyGraph(database);
  await importRecord(database, openText(file));
  await snapshot(null, 'b');
  expect((await snapshots()).snapshots).toMatchObject([{ sha256: taken.sha256, counts: taken.counts, note: null }]);
  expect(await verify(database)).toEqual([]);
});

test('snapshots are listed latest first, and differ if anything was recorded between them', async () => {
  await snapshot(null, 'a');
  await snapshot(null, 'b');
  await recordBlocks(database, [
    {
      source: { document: 'doc:register', attributionKind: 'OFFICIAL_RECORD' },
      countries: [{ key: 'country:c9', names: [{ value: 'Country 9', lang: 'en' }] }],
    },
  ]);
  await snapshot(null, 'c');
  const [c, b, a] = (await snapshots()).snapshots as [Snapshot, Snapshot, Snapshot];

  expect(a.sha256).toBe(b.sha256);
  expect(c.sha256).not.toBe(b.sha256);
  expect(c.counts.things.Country).toBe(b.counts.things.Country! + 1);
});

test('a dry run creates no snapshot', async () => {
  await runOperation(database, snapshotOperation({ note: null }), { dryRun: true });
  expect((await snapshots()).snapshots).toEqual([]);
});
