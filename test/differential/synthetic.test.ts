import { freshDatabase } from '../support/recording.ts';
import { compareRandomOperations } from './random-operations.ts';
import { recordSynthetic } from './synthetic.ts';

compareRandomOperations('a synthetic graph', async () => {
  const database = await freshDatabase();
  await recordSynthetic(database);
  return database;
});
