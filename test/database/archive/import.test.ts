import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { connect, type Database } from '../../../src/graph/database.ts';
import { importRecord } from '../../../src/record/archive/import.ts';
import { type Line } from '../../../src/record/archive/line-format.ts';
import { type OpenFile } from '../../../src/record/archive/split-lines.ts';
import { snapshotOperation } from '../../../src/record/archive/snapshot.ts';
import { rebuild } from '../../../src/record/integrity/rebuild.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { exportedText, openText, linesOf, wholeFile } from '../../support/archive.ts';
import { emptyGraph, testAddress } from '../../support/database.ts';
import { runOperation } from '../../support/run-operation.ts';
import { freshDatabase, queryGraph, recordBlocks } from '../../support/recording.ts';
import { base } from '../identity/fixtures.ts';

jest.setTimeout(300_000);

let database: Database;
let file: string;
beforeEach(async () => {
  database = await freshDatabase();
  await recordBlocks(database, [base]);
  file = await exportedText(database);
});

/** The file, and the database gone once so many lines have been read a second time. */
function breakingAt(number: number): OpenFile {
  let readings = 0;
  return async function* () {
    const isSecond = ++readings === 2;
    for (const [index, line] of file.trimEnd().split('\n').entries()) {
      if (isSecond && index === number) throw new Error('the disk is gone');
      yield await Promise.resolve(Buffer.from(`${line}\n`));
    }
  };
}

const isEmpty = async () =>
  (await queryGraph(database, 'MATCH (n) WHERE NOT n:Graph|Commits|Migration RETURN n LIMIT 1')).length === 0;

describe('an export', () => {
  test('shows one state of the graph during concurrent writes', async () => {
    const other = await connect(testAddress());
    const text = exportedText(database);
    const more = recordBlocks(other, [
      {
        source: { document: 'doc:register', attributionKind: 'OFFICIAL_RECORD' },
        countries: [{ key: 'country:c9', names: [{ value: 'Country 9', lang: 'en' }] }],
      },
    ]);
    const [during] = await Promise.all([text, more]);
    await other.close();
    const after = await exportedText(database);

    // It has all of the other's write or nothing of it.
    expect([file, after]).toContain(during);
    expect(after).toContain('country:c9');
  });

  test('has a line for each node, relationship and revision, with sorted fields, and counts at the end', () => {
    const lines = linesOf(file);
    expect(lines[0]).toEqual({ format: 3, record: 'chancery' });
    const meeting = lines.find(({ key }) => key === 'meeting:m1')!;
    expect(meeting).toMatchObject({ record: 'thing', type: 'Meeting', holds: { version: 1 } });
    expect(lines).toContainEqual(
      expect.objectContaining({
        record: 'revision',
        of: meeting.id,
        holds: expect.objectContaining({ state: expect.objectContaining({ status: 'SCHEDULED', ordinal: 1 }) }),
      }),
    );
    const { things, links, revisions } = lines.at(-1)!.counts as Record<string, Record<string, number>>;
    const number = (record: string) => lines.filter((line) => line.record === record).length;
    expect(Object.values(things!).reduce((a, b) => a + b)).toBe(number('thing'));
    expect(Object.values(links!).reduce((a, b) => a + b)).toBe(number('link'));
    expect(revisions).toBe(number('revision'));
    for (const line of lines) expect(Object.keys(line)).toEqual(Object.keys(line).sort());
  });

  test('leaves out nodes for internal use', async () => {
    await database.write((tx) => tx.run("CREATE (:ApiKey {id: 'x', name: 'Anna', role: 'ADMIN', hash: 'secret'})"));
    await runOperation(database, snapshotOperation({ note: 'mine' }), {
      idempotency: { key: 'once', fingerprint: 'f' },
    });
    expect(await exportedText(database)).toBe(file);
  });
});

describe('an import', () => {
  test('refuses a graph that is not empty, and does not change it', async () => {
    await expect(importRecord(database, openText(file))).rejects.toThrow(/not empty.*CHANCERY_HOME/);
    expect(await exportedText(database)).toBe(file);
  });

  test('refuses a damaged file and writes nothing', async () => {
    await emptyGraph(database);
    const damaged = fc.tuple(fc.nat(file.length - 2), fc.constantFrom('', 'x', '\n', '"', '}'));
    await fc.assert(
      fc.asyncProperty(damaged, async ([at, sign]) => {
        const content = sign === '' ? file.slice(0, at) : file.slice(0, at) + sign + file.slice(at + 1);
        fc.pre(content !== file);
        await expect(importRecord(database, openText(content))).rejects.toThrow(/^Nothing was imported/);
        expect(await isEmpty()).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test.each(['thing', 'link', 'revision', 'end'])(
    'that is interrupted before the first %s is reported by other commands, and can be repeated',
    async (record) => {
      await emptyGraph(database);
      const at = linesOf(file).findIndex((line) => line.record === record);
      await expect(importRecord(database, breakingAt(at))).rejects.toThrow('the disk is gone');

      // Nothing else is said of a part of a record: not what it lacks, and not that a rebuild would mend it.
      for (const refused of [exportedText(database), verify(database), rebuild(database)]) {
        await expect(refused).rejects.toThrow(/only a part.*import-all FILE/);
      }
      await importRecord(database, openText(file));
      expect(await exportedText(database)).toBe(file);
      expect(await verify(database)).toEqual([]);
    },
  );

  test('that was interrupted is not repeated if others have recorded something since', async () => {
    await emptyGraph(database);
    await expect(
      importRecord(database, breakingAt(linesOf(file).findIndex(({ record }) => record === 'link'))),
    ).rejects.toThrow('the disk is gone');
    const { written } = await recordBlocks(database, [
      {
        source: { document: 'doc:later', attributionKind: 'OFFICIAL_RECORD' },
        documents: [{ key: 'doc:later', title: 'Later', kind: 'REPORT' }],
      },
    ]);
    expect(written).toBe(true);
    await expect(importRecord(database, openText(file))).rejects.toThrow(/others have written to the graph since/);
    expect(await queryGraph(database, "MATCH (t:Thing {key: 'doc:later'}) RETURN t.key")).toEqual([['doc:later']]);
  });

  test('gives later changes higher numbers than the imported ones', async () => {
    const sequence = 1_000_000;
    const far = linesOf(file).slice(0, -1) as unknown as Line[];
    const moved = far.map((line): Line => {
      if (line.record !== 'revision') return line;
      const [, place] = (line.holds.sortSequence as string).split('|');
      return {
        ...line,
        holds: { ...line.holds, sequence, sortSequence: `${String(sequence).padStart(12, '0')}|${place}` },
      };
    });
    await emptyGraph(database);
    await importRecord(database, openText(wholeFile(moved)));
    await recordBlocks(database, [
      {
        source: { document: 'doc:register', attributionKind: 'OFFICIAL_RECORD' },
        countries: [{ key: 'country:c9', names: [{ value: 'Country 9', lang: 'en' }] }],
      },
    ]);
    const [[later, version]] = (await queryGraph(
      database,
      "MATCH (r:Revision {key: 'country:c9'}) MATCH (g:Graph) RETURN r.sequence, g.version",
    )) as [[number, number]];
    expect(later).toBeGreaterThan(sequence);
    expect(version).toBe(later);
  });
});
