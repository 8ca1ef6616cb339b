import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { writeCsv } from '../../../src/export/csv.ts';
import { NETWORK_FORMATS } from '../../../src/export/formats.ts';
import { tieId } from '../../../src/export/network.ts';
import { scratch } from '../../support/files.ts';
import { about, columns, network, nodes, ties } from '../../support/nasty-export.ts';
import { R_ENV, R_OPTIONS, R_SCRIPTS, rTest } from '../../support/r.ts';
import { textOf } from '../../support/read-export.ts';

/** The files as R reads them: test/r/read_exports.R says what is compared, and what R makes of it. */
const NUMBERS = Array.from({ length: 10_000 }, (_, index) => Math.sin(index + 1) * 10 ** ((index % 40) - 25));

rTest('R and its igraph read GraphML and CSV', ['igraph', 'jsonlite'], async () => {
  using files = scratch();
  const cell = (values: readonly unknown[], name: string) =>
    values[columns.findIndex((column) => column.name === name)];
  const expected = {
    citation: about.citation,
    nodes: nodes.map(({ key, label, values }) => ({
      ...{ key, label, code: cell(values, 'country.iso2'), number: cell(values, 'number') },
      ...{ closeness: cell(values, 'closeness'), held: cell(values, 'held') },
    })),
    ties: ties.map((tie) => ({ id: tieId(tie), weight: tie.weight })),
  };
  for (const { extension, write } of NETWORK_FORMATS)
    files.file(`network.${extension}`, await textOf(write(network())));
  const numbers = { name: 'number', type: 'number', description: '' } as const;
  files.file('numbers.csv', await textOf(writeCsv({ about, columns: [numbers], rows: NUMBERS.map((each) => [each]) })));
  files.file('numbers.json', JSON.stringify(NUMBERS));
  files.file('digits.csv', 'number\r\n007\r\n26\r\n');
  files.file('expected.json', JSON.stringify(expected));
  const { status, stdout, stderr } = spawnSync(
    'Rscript',
    [...R_OPTIONS, join(R_SCRIPTS, 'read_exports.R'), files.folder],
    {
      encoding: 'utf8',
      env: R_ENV,
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^R \d/);
});
