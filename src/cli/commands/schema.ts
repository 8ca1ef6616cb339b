import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { dataSetSchema } from '../../dataset/schema.ts';
import { say } from '../say.ts';

const PUBLISHED = fileURLToPath(new URL('../../../docs/dataset.schema.json', import.meta.url));

export const schema = new Command('schema')
  .description('write the JSON Schema of data-set files, for editors, to docs/dataset.schema.json')
  .action(async () => {
    await writeFile(PUBLISHED, `${JSON.stringify(dataSetSchema(), null, 2)}\n`);
    say('Wrote docs/dataset.schema.json.');
  });
