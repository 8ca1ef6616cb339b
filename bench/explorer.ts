import { parseArgs } from 'node:util';
import { openBenchmarkDatabase } from './dataset/database.ts';
import { sizeFrom } from './dataset/size.ts';
import { measureFacets } from './explorer/facets.ts';
import { measureOpening } from './explorer/opening.ts';
import { loadNow, thisMachine } from './measure/machine.ts';

/**
 * `node bench/explorer.ts [--size 2000,50000,150000] [--rounds 30] [--only facets|opening]`: how long the explorer takes. The facets of the
 * list of meetings against the list itself, under each kind of condition; and from a click on a meeting until its facts are on the screen of
 * a real browser, against the API's answer to the very same question.
 */
const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '2000,50000,150000' },
    rounds: { type: 'string', default: '30' },
    only: { type: 'string' },
  },
});

const say = (line: string) => process.stdout.write(`${line}\n`);
const rounds = Number(options.rounds);

await using opened = new AsyncDisposableStack();
// A terminal interrupts the server too, but not Neo4j, which runs in a process group of its own.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void opened.disposeAsync().finally(() => process.exit(1)));
}
const world = await openBenchmarkDatabase(sizeFrom(options.size), say);
opened.defer(() => world.stop());
const { processor, cores, system, node } = thisMachine();
say(`${processor}, ${cores} cores, ${system}, Node ${node}; load ${loadNow().toFixed(1)}`);
if (options.only !== 'opening') await measureFacets(world, rounds, say);
if (options.only !== 'facets') await measureOpening(world, rounds, say);
say(`Load at the end ${loadNow().toFixed(1)}`);
