import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { NETWORK_FORMATS } from '../../src/export/formats.ts';
import { network } from '../support/nasty-export.ts';
import { textOf } from '../support/read-export.ts';

/** Writes the network of the tests in every format into a folder. */
const folder = process.argv[2]!;
for (const { extension, write } of NETWORK_FORMATS)
  writeFileSync(join(folder, `network.${extension}`), await textOf(write(network())));
