import { importFiles } from '../../src/dataset/import.ts';
import { type Database } from '../../src/graph/database.ts';
import { testDatabase } from './database.ts';

/** The worker's database with the coded article, and nothing else. */
export async function articleGraph(): Promise<Database> {
  const database = await testDatabase();
  const { problems } = await importFiles(database, ['seed/article.yaml'], { by: 'test' });
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return database;
}
