/** Makes the data sets of this folder from the tables of seed/tables: `node seed/generate/generate.ts`. */
import { writeFileSync } from 'node:fs';
import { FOLDER, made } from './outputs.ts';

for (const [file, text] of Object.entries(made)) {
  writeFileSync(new URL(file, FOLDER), text());
  process.stdout.write(`Wrote seed/${file}.\n`);
}
