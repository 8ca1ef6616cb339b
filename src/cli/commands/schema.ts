import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { dataSetSchema } from '../../dataset/file/json-schema.ts';
import { print } from '../runtime/output.ts';

const DATA_SET_SCHEMA = fileURLToPath(new URL('../../../docs/dataset.schema.json', import.meta.url));

export const schemaCommand = new Command('schema')
  .description('write the JSON Schema of data-set files, for editors, to docs/dataset.schema.json')
  .action(async () => {
    await writeFile(DATA_SET_SCHEMA, `${JSON.stringify(dataSetSchema(), null, 2)}\n`);
    print('Wrote docs/dataset.schema.json.');
  });
