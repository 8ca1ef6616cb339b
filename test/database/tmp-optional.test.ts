import { globSync } from 'node:fs';
import { expect, jest, test } from '@jest/globals';
import { importFiles } from '../../src/dataset/import.ts';
import { checkTable } from '../../src/dataset/mapping/check-table.ts';
import { formatTableReport } from '../../src/dataset/mapping/format-table-report.ts';
import { importTable } from '../../src/dataset/mapping/import-table.ts';
import { openMappedTable } from '../../src/dataset/mapping/open-mapped-table.ts';
import { freshDatabase, queryGraph } from '../support/recording.ts';
jest.setTimeout(400_000);
test('x', async () => {
  const database = await freshDatabase();
  const t0 = Date.now();
  const seeded = await importFiles(database, globSync('seed/{reference,office-holders}.yaml'), { by: 'test' });
  console.log(Date.now() - t0, seeded.problems.slice(0, 3));
  for (const name of ['cabinets.popolo.json', 'ministers.ftm.json', 'nato-members.wikidata.jsonl']) {
    const mapping = `seed/optional/${name.replace(/\.jsonl?$/, '')}.mapping.yaml`;
    const opened = await openMappedTable(mapping, `seed/optional/${name}`);
    const check = await checkTable(opened.on(database));
    console.log(check.sample.slice(0, 1500), check.problems.slice(0, 5));
    const t = Date.now();
    console.log(formatTableReport(await importTable(database, opened.on(database), { by: 'test' })).join('\n'), Date.now() - t);
    console.log(formatTableReport(await importTable(database, (await openMappedTable(mapping, `seed/optional/${name}`)).on(database), { by: 'test' })).join('\n'));
  }
  console.log(await queryGraph(database, `MATCH (o:Official)<-[]-(t:Tenure)-[]->(p:Post) WHERE o.key =~ '.*(luik|reinsalu).*' RETURN DISTINCT t.key, o.key, p.key, t.startEdtf, t.endEdtf, t.status`));
  expect(1).toBe(1);
});
