import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { createNetworkPool } from '../src/network/pool.ts';
import { type TieWeight } from '../src/domain/vocabulary.generated.ts';
import { sizeFrom } from './dataset/size.ts';
import { thisMachine } from './measure/machine.ts';
import { largestDifference, measureWithLibrary, type Measured } from './networks/libraries.ts';
import { measureAll } from './networks/measure-all.ts';
import { presencesOf } from './networks/presences.ts';
import { measureServed } from './networks/served.ts';

/**
 * `node bench/networks.ts [--size 2000,5000,100000] [--weight COUNT] [--python PATH]`: how long networks take, on the
 * officials of the benchmark's world, and how much memory. With a Python that has python-igraph or networkx, the same on
 * the same ties by these, in the same run; values that differ by more than a millionth fail. With `--served` instead: how
 * long they take over HTTP, from the graph, and what that costs those who ask something else meanwhile.
 */
const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '2000,5000,100000' },
    weight: { type: 'string', default: 'COUNT' },
    python: { type: 'string' },
    served: { type: 'boolean', default: false },
  },
});

const MOST_DIFFERENCE = 1e-6;
/** networkx takes minutes for more ties than this. */
const MOST_TIES_FOR_NETWORKX = 60_000;

const say = (line: string) => process.stdout.write(`${line}\n`);
const megabytes = () => process.memoryUsage.rss() / 2 ** 20;

if (options.served) {
  await measureServed(sizeFrom(options.size), say);
  process.exit();
}

const presences = presencesOf(sizeFrom(options.size));
const { processor, cores, system, node } = thisMachine();
say(`${processor}, ${cores} cores, ${system}, Node ${node}`);
say(`${presences.meetings.length} presences of ${presences.nodeCount} officials at ${presences.meetingCount} meetings`);

const pool = createNetworkPool();
globalThis.gc?.();
const idle = megabytes();
let peak = idle;
const watch = setInterval(() => (peak = Math.max(peak, megabytes())), 10);
const quiet = await loopDelay(() => new Promise((done) => setTimeout(done, 2_000)));
let all: Awaited<ReturnType<typeof measureAll>>;
const busy = await loopDelay(async () => {
  all = await measureAll(pool, presences, options.weight as TieWeight);
});
const { network, measured } = all!;
clearInterval(watch);
await pool.close();
say(
  `${network.tieCount} ties by ${options.weight}; memory ${Math.round(peak - idle)} MB above idle (${Math.round(idle)} MB)`,
);
say(`event loop, p95: ${busy.toFixed(2)} ms meanwhile, ${quiet.toFixed(2)} ms before (a timer of 1 ms)`);

const libraries = new Map<string, Map<string, Measured>>();
if (options.python !== undefined) {
  for (const library of ['igraph', 'networkx']) {
    if (library === 'networkx' && network.tieCount > MOST_TIES_FOR_NETWORKX) continue;
    libraries.set(library, measureWithLibrary(options.python, library, network));
  }
}

say(
  ['', 'measure', 'ms', ...[...libraries.keys()].flatMap((name) => [`${name} ms`, 'ratio', 'difference']), '']
    .join(' | ')
    .trim(),
);
say(['', '---', '--:', ...[...libraries.keys()].flatMap(() => ['--:', '--:', '--:']), ''].join(' | ').trim());
let isWrong = false;
for (const [name, own] of measured) {
  const cells = [...libraries.values()].flatMap((results) => {
    const other = results.get(name);
    if (!other) return ['', '', ''];
    const difference = largestDifference(name, own.values, other.values);
    if (difference > MOST_DIFFERENCE) isWrong = true;
    return [other.ms.toFixed(0), (own.ms / other.ms).toFixed(3), difference.toExponential(1)];
  });
  say(['', name, own.ms.toFixed(0), ...cells, ''].join(' | ').trim());
}
if (isWrong) {
  say('Values differ.');
  process.exitCode = 1;
}

/** The 95th percentile of how long the event loop takes to come round while something is done, in milliseconds. */
async function loopDelay(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return delay.percentile(95) / 1e6;
}
