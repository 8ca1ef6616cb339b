import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { formatProblem } from '../../dataset/file/problems.ts';
import { parseYaml } from '../../dataset/file/yaml.ts';
import { importFiles } from '../../dataset/import.ts';
import { ClientError } from '../../domain/errors.ts';
import { type Database } from '../../graph/database.ts';
import { type PrintLine } from '../runtime/open-database.ts';

const SEED_FOLDER = join(import.meta.dirname, '../../../seed');

/**
 * Imports the data sets of the folder `seed`, unless the graph has them all. The start after an interrupted one goes on with it.
 *
 * @throws ClientError SEED_REFUSED when a file of the seed has been edited and is no longer valid.
 */
export async function importSeed(database: Database, print: PrintLine): Promise<void> {
  const files = globSync('*.yaml', { cwd: SEED_FOLDER })
    .sort()
    .map((file) => relative(process.cwd(), join(SEED_FOLDER, file)));
  if (await isSeedLoaded(database, files)) return;
  print('Importing the seed data ...');
  const { problems } = await importFiles(database, files, { by: 'chancery', onProgress: print });
  if (problems.length > 0) {
    const details = problems.slice(0, 10).map(formatProblem).join('\n');
    throw new ClientError('SEED_REFUSED', `The seed data cannot be imported: ${problems.length} problems.\n${details}`);
  }
}

async function isSeedLoaded(database: Database, files: string[]): Promise<boolean> {
  const [loaded, unfinished] = await database.read((tx) =>
    Promise.all([tx.rows('MATCH (d:DataSet) RETURN d.key'), tx.rows('MATCH (j:ImportJournal) RETURN j.dataSets')]),
  );
  if (loaded.length === 0) return false;
  const complete = new Set(loaded.map(([key]) => key as string));
  for (const [dataSets] of unfinished) for (const key of (dataSets as string).split(' ')) complete.delete(key);
  const keys = await Promise.all(files.map(readDataSetKey));
  return keys.every((key) => complete.has(key!));
}

/**
 * The key of a data set, from the lines before its blocks: parsing the seed's ten thousand lines would take a second of every
 * start.
 */
async function readDataSetKey(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8');
  const head = parseYaml(text.slice(0, text.search(/^blocks:/m))).value as { dataSet?: { key: string } } | null;
  return head?.dataSet?.key;
}

/** What the graph contains, in one line; documents and anonymous sources count as entities. */
export async function describeContents(database: Database): Promise<string> {
  const [row] = await database.read((tx) =>
    tx.rows('RETURN COUNT { (:Entity|Document|AnonymousSource) }, COUNT { (:Claim) }, COUNT { (:DataSet) }'),
  );
  const [entities = 0, claims = 0, dataSets = 0] = row as number[];
  if (entities === 0) {
    return 'The database is empty. Import the seed data with CHANCERY_SEED=true npm start, or your own with npm run -s chancery -- import FILE.';
  }
  return `Loaded: ${quantity(entities, 'entity', 'entities')} and ${quantity(claims, 'claim')} from ${quantity(dataSets, 'data set')}.`;
}

function quantity(number: number, singular: string, plural = `${singular}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? singular : plural}`;
}
