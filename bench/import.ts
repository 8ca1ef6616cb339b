import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sizeFrom } from './dataset/size.ts';
// The file is a program, which this one starts: its type alone.
import type { ImportFigures } from './import/contestant.ts';
import { thisMachine } from './measure/machine.ts';

/**
 * `node bench/import.ts [--size 800,2000,20000] [--beside CHECKOUT]`: how fast the benchmark's world is imported into an empty
 * database, beside the floor: the same stored graph, with every property, index and relationship, written again by plain UNWIND with
 * internal ids. With `--beside`, the code of another checkout of Chancery (with its node_modules) imports the same world in the same run.
 */
const { values: options } = parseArgs({
  options: { size: { type: 'string', default: '800,2000,20000' }, beside: { type: 'string' } },
});
sizeFrom(options.size);

const say = (line: string) => process.stdout.write(`${line}\n`);
const { processor, cores, system, node } = thisMachine();
say(`${processor}, ${cores} cores, ${system}, Node ${node}`);

const here = resolve(import.meta.dirname, '..');
const runs = [
  { name: 'this code', root: here, floor: true },
  ...(options.beside === undefined ? [] : [{ name: options.beside, root: resolve(options.beside), floor: false }]),
];
for (const { name, root, floor } of runs) {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-import-'));
  try {
    const { imported, rewritten } = run(root, folder, floor);
    say(`${name}: ${inWords(imported)}`);
    if (rewritten !== null)
      say(
        `the floor: ${inWords(rewritten)}; the import reaches ${(imported.rate / rewritten.rate).toFixed(2)} of it, ` +
          `its last half ${(imported.lateRate / rewritten.lateRate).toFixed(2)}`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Result {
  imported: ImportFigures;
  rewritten: ImportFigures | null;
}

/** In a process of its own, so that neither finds the other's compiled code. */
function run(root: string, folder: string, floor: boolean): Result {
  const args = [
    ...['--disable-warning=ExperimentalWarning', '--max-semi-space-size=64', '--max-old-space-size=1024'],
    ...[join(import.meta.dirname, 'import/contestant.ts'), root, folder, options.size, String(floor)],
  ];
  const output = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(output.trim().split('\n').at(-1)!) as Result;
}

function inWords({ participations, seconds, rate, lateRate, databaseCpu, ownCpu, memory }: ImportFigures): string {
  const each = (cpu: number) => ((1_000 * cpu) / participations).toFixed(2);
  return (
    `${participations} participations in ${seconds.toFixed(1)} s, ${rate.toFixed(0)}/s, the last half ${lateRate.toFixed(0)}/s; ` +
    `processor time each: database ${each(databaseCpu)} ms, this process ${each(ownCpu)} ms; ${Math.round(memory)} MB at most`
  );
}
