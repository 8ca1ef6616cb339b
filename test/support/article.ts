import { importFiles } from '../../src/dataset/import.ts';
import { type Database } from '../../src/graph/database.ts';
import { databaseWith } from './database.ts';

/** The worker's database with the coded article, and nothing else. */
export function articleGraph(): Promise<Database> {
  return databaseWith('article', async (database) => {
    const { problems } = await importFiles(database, ['seed/article.yaml'], { by: 'test' });
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  });
}
