import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '../src/graph/database.ts';
import { startManaged } from '../src/graph/managed/managed.ts';
import { compareLikeness } from './names/likeness.ts';
import { missedSpellings, timeSearches } from './names/searching.ts';
import { makeWorld, PEOPLE } from './names/world.ts';
import { startServer } from './servers/running.ts';

/**
 * `node bench/names.ts [--pairs FILE.csv] [--spellings FILE.txt] [--wrong]`: how names meet. The pairs are labelled pairs of names (columns
 * name1, name2, is_match), the spellings are of one name, a line each.
 */
const { values } = parseArgs({
  options: { pairs: { type: 'string' }, spellings: { type: 'string' }, wrong: { type: 'boolean', default: false } },
});

const say = (line: string) => process.stdout.write(`${line}\n`);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

if (values.pairs !== undefined) {
  const { pairs, precision, recall, wrong } = compareLikeness(values.pairs);
  say(`Likeness of ${pairs} pairs: precision ${percent(precision)}, recall ${percent(recall)}`);
  if (values.wrong) wrong.forEach((line) => say(`  ${line}`));
}

const folder = join(import.meta.dirname, '../.chancery/bench/names');
mkdirSync(folder, { recursive: true });
const neo4j = await startManaged({ folder, onProgress: say, memory: { heap: 1024, pageCache: 1024 } });
try {
  const database = await connect(neo4j);
  await database.migrate();
  await makeWorld(database, say);
  await database.close();
  const server = await startServer('Chancery', neo4j, folder);
  try {
    if (values.spellings !== undefined) {
      const spellings = readFileSync(values.spellings, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
      const missed = await missedSpellings(server, spellings);
      say(`Found first among ${PEOPLE} people: ${spellings.length - missed.length} of ${spellings.length} spellings`);
      if (values.wrong) missed.forEach((text) => say(`  missed: ${text}`));
    }
    const { median, p95 } = await timeSearches(server);
    say(`A search among ${PEOPLE} people: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
  } finally {
    await server.stop();
  }
} finally {
  await neo4j.stop();
}
