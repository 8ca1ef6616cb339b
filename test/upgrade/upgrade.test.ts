import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, jest, test } from '@jest/globals';
import { connect } from '../../src/graph/database.ts';
import { startManaged } from '../../src/graph/managed/managed.ts';
import { importRecord } from '../../src/record/archive/import.ts';
import { rebuild } from '../../src/record/integrity/rebuild.ts';
import { verify } from '../../src/record/integrity/verify.ts';
import { exportedText, openText } from '../support/archive.ts';
import { throwawayHome } from '../support/chancery.ts';
import { MEMORY, SHORT_LIFE } from '../support/neo4j/throwaway.ts';
import { freshDatabase } from '../support/recording.ts';

jest.setTimeout(5 * 60_000);

const releases = readdirSync(import.meta.dirname).filter((name) => /^\d/.test(name));
const fileOf = (release: string, name: string) => join(import.meta.dirname, release, name);

describe.each(releases)('from release %s', (release) => {
  const record = () => gunzipSync(readFileSync(fileOf(release, 'record.jsonl.gz'))).toString();

  test('what it exported is imported, and means the same', async () => {
    const database = await freshDatabase();
    await importRecord(database, openText(record()), () => {});
    expect(await verify(database, () => {})).toEqual([]);
    expect(await exportedText(database)).toBe(record());
  });

  const { home } = throwawayHome();

  test('its database is migrated, rebuilt and consistent, with the same record in it', async () => {
    const options = {
      folder: home.folder,
      onProgress: () => {},
      memory: MEMORY,
      env: { ...process.env, ...SHORT_LIFE },
    };
    await (await startManaged(options)).stop(); // with a password of its own
    const data = join(home.neo4j, 'data');
    for (const part of ['databases', 'transactions']) rmSync(join(data, part, 'neo4j'), { recursive: true });
    execFileSync('tar', ['-xzf', fileOf(release, 'database.tar.gz'), '-C', data]);

    const neo4j = await startManaged(options);
    try {
      const database = await connect(neo4j);
      await database.migrate();
      await rebuild(database, () => {});
      expect(await verify(database, () => {})).toEqual([]);
      expect(await exportedText(database)).toBe(record());
      await database.close();
    } finally {
      await neo4j.stop();
    }
  });
});
